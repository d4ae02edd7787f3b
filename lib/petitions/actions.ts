"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { acceptPart } from "./commands/accept-part";
import { amendPetition } from "./commands/amend-petition";
import { answerCase } from "./commands/answer-case";
import { answerForward } from "./commands/answer-forward";
import { appointRepresentative } from "./commands/appoint-representative";
import { askPart } from "./commands/ask-part";
import { assessPetition } from "./commands/assess-petition";
import { assignPetition } from "./commands/assign-petition";
import { chooseOffDays } from "./commands/choose-off-days";
import { classifyPetition } from "./commands/classify-petition";
import { concludePetition } from "./commands/conclude-petition";
import { decideDay } from "./commands/decide-day";
import { declinePart } from "./commands/decline-part";
import { destroyPetition } from "./commands/destroy-petition";
import { endAppointment } from "./commands/end-appointment";
import { endCompetence } from "./commands/end-competence";
import { enterBodyAnswer } from "./commands/enter-body-answer";
import { forwardPetition } from "./commands/forward-petition";
import { issueForwardLink } from "./commands/issue-forward-link";
import { issuePaper } from "./commands/issue-paper";
import { issueSecret } from "./commands/issue-secret";
import { joinCase } from "./commands/join-case";
import { joinPetition } from "./commands/join-petition";
import { keepApart } from "./commands/keep-apart";
import { keepCompetence } from "./commands/keep-competence";
import { keepExternalBody } from "./commands/keep-external-body";
import { keepHandoverReceipt } from "./commands/keep-handover-receipt";
import { leaveCase } from "./commands/leave-case";
import { lookAtPetition } from "./commands/look-at-petition";
import { openCase } from "./commands/open-case";
import { prepareHandover } from "./commands/prepare-handover";
import { recordCaseStep } from "./commands/record-case-step";
import { recordMilestone } from "./commands/record-milestone";
import { reopenPetition } from "./commands/reopen-petition";
import { reviewLookUps } from "./commands/review-look-ups";
import { reviseClockRule } from "./commands/revise-clock-rule";
import { revokeForwardLink } from "./commands/revoke-forward-link";
import { seeAdditions } from "./commands/see-additions";
import { splitPetition } from "./commands/split-petition";
import { takeBackPetition } from "./commands/take-back-petition";
import { takeOverPart } from "./commands/take-over-part";
import { tellCase } from "./commands/tell-case";
import { tellResult } from "./commands/tell-result";
import { undoJoin } from "./commands/undo-join";

type Done = { tenant: string; result: { petitionId: string } };

const toPetition = ({ tenant, result }: Done) => `/${tenant}/petitions/${result.petitionId}`;

export const classifyPetitionAction = formAction(classifyPetition, {
  redirectTo: toPetition,
  saved: "petitionClassified",
});

export const recordMilestoneAction = formAction(recordMilestone, {
  redirectTo: toPetition,
  saved: "milestoneRecorded",
});
export const decideDayAction = formAction(decideDay, {
  redirectTo: ({ tenant, result }) => `/${tenant}/settings/days?year=${result.day.slice(0, 4)}`,
  saved: "dayDecided",
});
export const chooseOffDaysAction = formAction(chooseOffDays, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/limits`,
  saved: "offDaysChosen",
});
export const reviseClockRuleAction = formAction(reviseClockRule, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/limits`,
  saved: "clockRuleRevised",
});
export const assessPetitionAction = formAction(assessPetition, {
  redirectTo: toPetition,
  saved: "petitionAssessed",
});
export const forwardPetitionAction = formAction(forwardPetition, {
  redirectTo: toPetition,
  saved: "petitionForwarded",
});
export const answerForwardAction = formAction(answerForward, {
  redirectTo: toPetition,
  saved: "forwardAnswered",
});
export const takeBackPetitionAction = formAction(takeBackPetition, {
  redirectTo: toPetition,
  saved: "petitionTakenBack",
});
export const tellResultAction = formAction(tellResult, {
  redirectTo: toPetition,
  saved: "resultTold",
});
export const concludePetitionAction = formAction(concludePetition, {
  redirectTo: toPetition,
  saved: "petitionConcluded",
});
export const assignPetitionAction = formAction(assignPetition, {
  redirectTo: toPetition,
  saved: "petitionAssigned",
});
export const seeAdditionsAction = formAction(seeAdditions, {
  redirectTo: toPetition,
  saved: "additionsSeen",
});
export const askPartAction = formAction(askPart, { redirectTo: toPetition, saved: "asked" });
export const acceptPartAction = formAction(acceptPart, { redirectTo: toPetition, saved: "accepted" });
export const declinePartAction = formAction(declinePart, {
  redirectTo: toPetition,
  saved: "requestDeclined",
});
export const takeOverPartAction = formAction(takeOverPart, { redirectTo: toPetition, saved: "takenOver" });
export const reopenPetitionAction = formAction(reopenPetition, {
  redirectTo: toPetition,
  saved: "petitionReopened",
});
export const amendPetitionAction = formAction(amendPetition, {
  redirectTo: toPetition,
  saved: "petitionAmended",
});
export const destroyPetitionAction = formAction(destroyPetition, {
  redirectTo: toPetition,
  saved: "petitionDestroyed",
});
export const splitPetitionAction = formAction(splitPetition, {
  redirectTo: toPetition,
  saved: "petitionSplit",
});
export const lookAtPetitionAction = formAction(lookAtPetition, {
  shows: async ({ result }) => JSON.stringify({ people: result.people, content: result.content }),
});
export const joinPetitionAction = formAction(joinPetition, {
  redirectTo: toPetition,
  saved: "petitionJoined",
});
export const keepApartAction = formAction(keepApart, {
  redirectTo: toPetition,
  saved: "petitionKeptApart",
});
export const undoJoinAction = formAction(undoJoin, {
  redirectTo: toPetition,
  saved: "joinUndone",
});
export const keepCompetenceAction = formAction(keepCompetence, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/competence`,
  saved: "competenceKept",
});
export const endCompetenceAction = formAction(endCompetence, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/competence`,
  saved: "competenceEnded",
});
export const keepExternalBodyAction = formAction(keepExternalBody, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/bodies`,
  saved: "externalBodyKept",
});
export const issueForwardLinkAction = formAction(issueForwardLink, {
  shows: async ({ tenant, result }) =>
    JSON.stringify({ secret: result.secret, address: portalAddress(`/${tenant}/link/${result.secret}`) }),
});
export const revokeForwardLinkAction = formAction(revokeForwardLink, {
  redirectTo: ({ tenant, result }) => `/${tenant}/petitions/${result.petitionId}/slip`,
  saved: "forwardLinkRevoked",
});
export const enterBodyAnswerAction = formAction(enterBodyAnswer, {
  redirectTo: toPetition,
  saved: "bodyAnswerEntered",
});
export const issuePaperAction = formAction(issuePaper, {
  redirectTo: ({ tenant, result }) => `/${tenant}/petitions/${result.petitionId}#papers`,
  saved: "paperIssued",
});
export const issueSecretAction = formAction(issueSecret, {
  shows: async ({ result }) => result.secret,
});
export const reviewLookUpsAction = formAction(reviewLookUps, {
  redirectTo: ({ tenant }) => `/${tenant}/petitions/look-ups`,
  saved: "lookUpsReviewed",
});

const toCase = ({ tenant, result }: { tenant: string; result: { caseId: string } }) =>
  `/${tenant}/petitions/cases/${result.caseId}`;

export const openCaseAction = formAction(openCase, { redirectTo: toCase, saved: "caseOpened" });
export const joinCaseAction = formAction(joinCase, { redirectTo: toCase, saved: "caseJoined" });
export const leaveCaseAction = formAction(leaveCase, { redirectTo: toCase, saved: "caseLeft" });
export const appointRepresentativeAction = formAction(appointRepresentative, {
  redirectTo: toCase,
  saved: "representativeAppointed",
});
export const endAppointmentAction = formAction(endAppointment, {
  redirectTo: toCase,
  saved: "appointmentEnded",
});
export const answerCaseAction = formAction(answerCase, { redirectTo: toCase, saved: "caseAnswered" });
export const tellCaseAction = formAction(tellCase, { redirectTo: toCase, saved: "caseTold" });
export const recordCaseStepAction = formAction(recordCaseStep, {
  redirectTo: toCase,
  saved: "caseStepRecorded",
});
export const prepareHandoverAction = formAction(prepareHandover, {
  redirectTo: ({ tenant }) => `/${tenant}/petitions/handovers`,
  saved: "handoverPrepared",
});
export const keepHandoverReceiptAction = formAction(keepHandoverReceipt, {
  redirectTo: ({ tenant }) => `/${tenant}/petitions/handovers`,
  saved: "handoverAnswered",
});
