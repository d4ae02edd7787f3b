"use server";
import { formAction, textOf } from "@/lib/platform/commands/form-action";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { agreeEnding } from "./commands/agree-ending";
import { answerPoint } from "./commands/answer-point";
import { assignDuty } from "./commands/assign-duty";
import { closePoint } from "./commands/close-point";
import { declineToSign } from "./commands/decline-to-sign";
import { draftAgreement } from "./commands/draft-agreement";
import { dropExternalParty } from "./commands/drop-external-party";
import { editArticle } from "./commands/edit-article";
import { enterExternalAnswer } from "./commands/enter-external-answer";
import { giveBackExternalTurn } from "./commands/give-back-external-turn";
import { giveBackTurn } from "./commands/give-back-turn";
import { issueExternalLink } from "./commands/issue-external-link";
import { nameExternalParty } from "./commands/name-external-party";
import { nameExternalSigner } from "./commands/name-external-signer";
import { openRound } from "./commands/open-round";
import { proposeEnding } from "./commands/propose-ending";
import { raisePoint } from "./commands/raise-point";
import { recordConsent } from "./commands/record-consent";
import { recordDelegation } from "./commands/record-delegation";
import { refuseEnding } from "./commands/refuse-ending";
import { renewVersion } from "./commands/renew-version";
import { requestOfficeKey } from "./commands/request-office-key";
import { requestSigningKey } from "./commands/request-signing-key";
import { reviseVersion } from "./commands/revise-version";
import { revokeDelegation } from "./commands/revoke-delegation";
import { revokeExternalLink } from "./commands/revoke-external-link";
import { sendForNegotiation } from "./commands/send-for-negotiation";
import { setForm } from "./commands/set-form";
import { setTerm } from "./commands/set-term";
import { setWorkingRules } from "./commands/set-working-rules";
import { signForOffice } from "./commands/sign-for-office";
import { signVersion } from "./commands/sign-version";
import { takeExternalTurn } from "./commands/take-external-turn";
import { takeTurn } from "./commands/take-turn";
import { withdrawEnding } from "./commands/withdraw-ending";
import { withdrawVersion } from "./commands/withdraw-version";

type Done = { tenant: string; result: { agreementId: string } };

const toAgreement = ({ tenant, result }: Done) => `/${tenant}/agreements/${result.agreementId}`;

export const draftAgreementAction = formAction(draftAgreement, { redirectTo: toAgreement, saved: "drafted" });
export const editArticleAction = formAction(editArticle, {
  redirectTo: (done) => `${toAgreement(done)}#${textOf(done.formData, "articleKey")}`,
  saved: "article",
});
export const assignDutyAction = formAction(assignDuty, {
  redirectTo: (done) => `${toAgreement(done)}/matrix#duty-${done.result.dutyKey}`,
  saved: "duty",
});
export const setWorkingRulesAction = formAction(setWorkingRules, {
  redirectTo: (done) => `${toAgreement(done)}/working-rules#duty-${done.result.dutyKey}`,
  saved: "workingRules",
});
const toPoint = ({ tenant, result }: { tenant: string; result: { agreementId: string; pointId: string } }) =>
  `/${tenant}/agreements/${result.agreementId}/points#point-${result.pointId}`;

export const raisePointAction = formAction(raisePoint, { redirectTo: toPoint, saved: "pointRaised" });
export const answerPointAction = formAction(answerPoint, { redirectTo: toPoint, saved: "pointAnswered" });
export const closePointAction = formAction(closePoint, { redirectTo: toPoint, saved: "pointClosed" });
export const setFormAction = formAction(setForm, { redirectTo: toAgreement, saved: "form" });
export const setTermAction = formAction(setTerm, { redirectTo: toAgreement, saved: "term" });
export const sendForNegotiationAction = formAction(sendForNegotiation, {
  redirectTo: toAgreement,
  saved: "sent",
});
export const recordConsentAction = formAction(recordConsent, { redirectTo: toAgreement, saved: "consented" });
export const openRoundAction = formAction(openRound, { redirectTo: toAgreement, saved: "roundOpened" });
export const signVersionAction = formAction(signVersion, {
  redirectTo: ({ tenant, result }) =>
    `/${tenant}/agreements/${result.agreementId}/receipts/${result.signatureId}`,
  // The receipt says it.
  saved: null,
});
const toOtherWays = (done: Done) => `${toAgreement(done)}/sign/other`;

export const takeTurnAction = formAction(takeTurn, { redirectTo: toOtherWays, saved: "turnTaken" });
export const giveBackTurnAction = formAction(giveBackTurn, {
  redirectTo: toOtherWays,
  saved: "turnGivenBack",
});
export const signForOfficeAction = formAction(signForOffice, {
  redirectTo: (done) => `${toAgreement(done)}#signatures`,
  saved: "signedForOffice",
});
export const declineToSignAction = formAction(declineToSign, {
  redirectTo: toAgreement,
  saved: "signingDeclined",
});
export const withdrawVersionAction = formAction(withdrawVersion, {
  redirectTo: toAgreement,
  saved: "withdrawn",
});
export const reviseVersionAction = formAction(reviseVersion, { redirectTo: toAgreement, saved: "revised" });

const toDelegations = ({ tenant }: { tenant: string }) => `/${tenant}/agreements/delegations`;

export const recordDelegationAction = formAction(recordDelegation, {
  redirectTo: toDelegations,
  saved: "delegationRecorded",
});
export const revokeDelegationAction = formAction(revokeDelegation, {
  redirectTo: toDelegations,
  saved: "delegationRevoked",
});
export const requestSigningKeyAction = formAction(requestSigningKey, {
  redirectTo: ({ tenant }) => `/${tenant}/account/certificates`,
  saved: "signingKeyRequested",
});
export const requestOfficeKeyAction = formAction(requestOfficeKey, {
  redirectTo: ({ tenant }) => `/${tenant}/account/certificates/office`,
  saved: "officeKeyRequested",
});
export const renewVersionAction = formAction(renewVersion, { redirectTo: toAgreement, saved: "renewed" });

const toEnding = (done: Done) => `${toAgreement(done)}/end`;

export const proposeEndingAction = formAction(proposeEnding, {
  redirectTo: toEnding,
  saved: "endingProposed",
});
export const agreeEndingAction = formAction(agreeEnding, { redirectTo: toEnding, saved: "endingAgreed" });
export const refuseEndingAction = formAction(refuseEnding, { redirectTo: toEnding, saved: "endingRefused" });
export const withdrawEndingAction = formAction(withdrawEnding, {
  redirectTo: toEnding,
  saved: "endingWithdrawn",
});

const toOutside = (done: Done) => `${toAgreement(done)}/outside`;

export const nameExternalPartyAction = formAction(nameExternalParty, {
  redirectTo: toOutside,
  saved: "externalPartyNamed",
});
export const nameExternalSignerAction = formAction(nameExternalSigner, {
  redirectTo: toOutside,
  saved: "externalSignerNamed",
});
export const dropExternalPartyAction = formAction(dropExternalParty, {
  redirectTo: toOutside,
  saved: "externalPartyDropped",
});
export const issueExternalLinkAction = formAction(issueExternalLink, {
  shows: async ({ tenant, result }) =>
    JSON.stringify({ secret: result.secret, address: portalAddress(`/${tenant}/party/${result.secret}`) }),
});
export const revokeExternalLinkAction = formAction(revokeExternalLink, {
  redirectTo: toOutside,
  saved: "externalLinkRevoked",
});
export const enterExternalAnswerAction = formAction(enterExternalAnswer, {
  redirectTo: toOutside,
  saved: "externalAnswerEntered",
});
export const takeExternalTurnAction = formAction(takeExternalTurn, {
  redirectTo: toOutside,
  saved: "externalTurnTaken",
});
export const giveBackExternalTurnAction = formAction(giveBackExternalTurn, {
  redirectTo: toOutside,
  saved: "externalTurnGivenBack",
});
