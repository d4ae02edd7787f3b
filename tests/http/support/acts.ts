import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { standalone } from "@/scripts/lib/production-build.mjs";
import type { Ids } from "./items";

export type ActCase = {
  /** Where the form stands. */
  page: (ids: Ids) => string;
  fields: (ids: Ids) => Record<string, string>;
  /** Whether an office without a part is a stranger to what the act is on; drafting is open to every office. */
  onItem: boolean;
};

const text = "Nội dung của người ngoài";
const draftPage = (ids: Ids) => `/${ids.slug}/agreements/${ids.draft}`;
const waitingPage = (ids: Ids) => `/${ids.slug}/agreements/${ids.waiting}`;
const taskPage = (ids: Ids) => `/${ids.slug}/tasks/${ids.task}`;

function onDraft(fields: (ids: Ids) => Record<string, string>): ActCase {
  return {
    page: draftPage,
    fields: (ids) => ({ versionId: ids.draftVersion, revision: "1", ...fields(ids) }),
    onItem: true,
  };
}

function onPoint(fields: (ids: Ids) => Record<string, string>): ActCase {
  return {
    page: (ids) => `/${ids.slug}/agreements/${ids.agreed}/points`,
    fields: (ids) => ({ pointId: ids.point, ...fields(ids) }),
    onItem: true,
  };
}

function onWaiting(fields: (ids: Ids) => Record<string, string>): ActCase {
  return {
    page: waitingPage,
    fields: (ids) => ({ versionId: ids.waitingVersion, ...fields(ids) }),
    onItem: true,
  };
}

function onEnding(fields: (ids: Ids) => Record<string, string>): ActCase {
  return {
    page: (ids) => `/${ids.slug}/agreements/${ids.agreed}/end`,
    fields: (ids) => ({ agreementId: ids.agreed, ...fields(ids) }),
    onItem: true,
  };
}

function onTask(fields: (ids: Ids) => Record<string, string>): ActCase {
  return { page: taskPage, fields: (ids) => ({ taskId: ids.task, ...fields(ids) }), onItem: true };
}

function onProgramme(fields: (ids: Ids) => Record<string, string>, page = ""): ActCase {
  return {
    page: (ids) => `/${ids.slug}/programmes/${ids.programme}${page}`,
    fields: (ids) => ({ programmeId: ids.programme, itemId: ids.item, revision: "1", ...fields(ids) }),
    onItem: true,
  };
}
const onItem = (fields: Record<string, string>): ActCase => ({
  ...onProgramme(() => fields),
  page: (ids) => `/${ids.slug}/programmes/${ids.programme}/items/${ids.item}`,
});
const itemFields = { title: text, due: "12/2051", despite: "yes" };

const meetingFields = { title: text, kindKey: "other", day: "31/12/2027", from: "8:00", until: "9:00" };

function onMeeting(fields: (ids: Ids) => Record<string, string>, page = ""): ActCase {
  return {
    page: (ids) => `/${ids.slug}/calendar/meetings/${ids.meeting}${page}`,
    fields: (ids) => ({ meetingId: ids.meeting, revision: "1", ...fields(ids) }),
    onItem: true,
  };
}

/** One filled form for every act of lib/<module>/actions.ts, by its name: an act without a case here fails the test. */
export const actCases: Readonly<Record<string, ActCase>> = {
  draftAgreementAction: {
    page: (ids) => `/${ids.slug}/agreements/new`,
    fields: (ids) => ({ title: text, officeIds: ids.office }),
    onItem: false,
  },
  editArticleAction: onDraft((ids) => ({ articleKey: ids.article, heading: text, text })),
  assignDutyAction: onDraft((ids) => ({
    dutyId: ids.duty,
    leadRule: "fixed",
    [`cells.${ids.office}`]: "CT",
  })),
  setWorkingRulesAction: onDraft((ids) => ({
    dutyId: ids.duty,
    noticeDays: "5",
    paperDays: "3",
    opinionDays: "4",
    silence: "remind",
  })),
  raisePointAction: onDraft((ids) => ({ at: `${ids.article}.1`, kind: "remark", words: text })),
  answerPointAction: onPoint(() => ({ decision: "reply", answer: text })),
  closePointAction: onPoint(() => ({})),
  setTermAction: onDraft(() => ({ plannedFrom: "01/01/2030", plannedUntil: "" })),
  setFormAction: onDraft(() => ({ form: "state", recipients: text })),
  nameExternalPartyAction: onDraft((ids) => ({
    bodyId: ids.petition,
    officeId: ids.office,
    signingTitle: text,
    signerName: text,
  })),
  nameExternalSignerAction: onDraft((ids) => ({
    partyId: ids.petition,
    before: text,
    signerName: text,
    signingTitle: text,
    reason: text,
  })),
  dropExternalPartyAction: onDraft((ids) => ({ partyId: ids.petition })),
  issueExternalLinkAction: onDraft((ids) => ({ partyId: ids.petition, before: "", days: "30" })),
  revokeExternalLinkAction: onDraft((ids) => ({ linkId: ids.petition })),
  enterExternalAnswerAction: onDraft((ids) => ({
    partyId: ids.petition,
    contentHash: "0".repeat(64),
    answer: "consented",
  })),
  takeExternalTurnAction: onDraft((ids) => ({ partyId: ids.petition, password: text })),
  giveBackExternalTurnAction: onDraft((ids) => ({ partyId: ids.petition })),
  sendForNegotiationAction: onDraft(() => ({})),
  recordConsentAction: onDraft(() => ({ contentHash: "0".repeat(64) })),
  openRoundAction: onDraft(() => ({})),
  recordDelegationAction: {
    page: (ids) => `/${ids.slug}/agreements/delegations`,
    fields: (ids) => ({
      kind: "KT",
      toPostId: ids.office,
      basis: text,
      from: "01/01/2027",
      until: "31/12/2027",
    }),
    onItem: false,
  },
  revokeDelegationAction: {
    page: (ids) => `/${ids.slug}/agreements/delegations/${ids.delegation}/revoke`,
    fields: (ids) => ({ delegationId: ids.delegation, reason: text }),
    onItem: true,
  },
  requestSigningKeyAction: {
    page: (ids) => `/${ids.slug}/account/certificates`,
    fields: () => ({
      passphrase: "mật khẩu ký mới",
      repeatPassphrase: "mật khẩu ký mới",
      password: "sai mật khẩu",
    }),
    onItem: false,
  },
  requestOfficeKeyAction: {
    page: (ids) => `/${ids.slug}/account/certificates/office`,
    fields: () => ({
      passphrase: "mật khẩu ký mới",
      repeatPassphrase: "mật khẩu ký mới",
      password: "sai mật khẩu",
    }),
    onItem: false,
  },
  signVersionAction: onWaiting((ids) => ({
    issuedSha256: "0".repeat(64),
    certificateId: ids.certificate,
    passphrase: "sai mật khẩu ký",
  })),
  signForOfficeAction: onWaiting((ids) => ({
    issuedSha256: "0".repeat(64),
    certificateId: ids.certificate,
    passphrase: "sai mật khẩu ký",
  })),
  takeTurnAction: onWaiting(() => ({ password: "sai mật khẩu" })),
  giveBackTurnAction: onWaiting(() => ({})),
  declineToSignAction: onWaiting(() => ({ reason: text })),
  withdrawVersionAction: onWaiting(() => ({ reason: text })),
  reviseVersionAction: {
    page: (ids) => `/${ids.slug}/agreements/${ids.declined}`,
    fields: (ids) => ({ versionId: ids.declinedVersion }),
    onItem: true,
  },
  renewVersionAction: {
    page: (ids) => `/${ids.slug}/agreements/${ids.declined}`,
    fields: (ids) => ({ versionId: ids.declinedVersion, plannedUntil: "31/12/2099" }),
    onItem: true,
  },
  proposeEndingAction: onEnding(() => ({ lastDay: "31/12/2099", reason: text })),
  agreeEndingAction: onEnding((ids) => ({ endingId: ids.agreed })),
  refuseEndingAction: onEnding((ids) => ({ endingId: ids.agreed, reason: text })),
  withdrawEndingAction: onEnding((ids) => ({ endingId: ids.agreed, reason: text })),
  createTaskAction: {
    page: (ids) => `/${ids.slug}/tasks/new`,
    fields: (ids) => ({ dutyId: ids.duty, title: text }),
    onItem: false,
  },
  describeTaskAction: onTask(() => ({ revision: "1", title: text, description: "" })),
  askContributionAction: onTask((ids) => ({ officeId: ids.office, request: text, dueOn: "31/12/2027" })),
  acceptRequestAction: onTask(() => ({})),
  declineRequestAction: onTask(() => ({ reason: text })),
  offerHandoverAction: onTask(() => ({ word: text })),
  keepTaskAction: onTask(() => ({ reason: text })),
  acceptHandoverAction: onTask(() => ({})),
  declineHandoverAction: onTask(() => ({ reason: text })),
  takeOverContributionAction: onTask((ids) => ({ officeId: ids.office })),
  // Every office has the page and makes its own; what another office made, its command does not find.
  // Every tenant has these and everybody reads them; who may not change them is refused, whichever tenant's form was sent.
  setCalendarRulesAction: {
    page: (ids) => `/${ids.slug}/calendar/settings`,
    fields: () => ({ layout: "full", holdDays: "14" }),
    onItem: false,
  },
  setQuorumRuleAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/quorum`,
    fields: () => ({
      bodyKind: "*",
      meetingKind: "other",
      numerator: "2",
      denominator: "3",
      reaches: "yes",
      basis: text,
    }),
    onItem: false,
  },
  removeQuorumRuleAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/quorum`,
    fields: () => ({ bodyKind: "peoples-council", meetingKind: "council-session" }),
    onItem: false,
  },
  draftProgrammeAction: {
    page: (ids) => `/${ids.slug}/programmes/new`,
    fields: (ids) => ({ bodyId: ids.office, period: "2060" }),
    onItem: false,
  },
  carryDownAction: onProgramme(() => ({})),
  discardProgrammeAction: onProgramme(() => ({}), "/discard"),
  issueProgrammeAction: onProgramme(() => ({}), "/issue"),
  addItemAction: onProgramme(() => itemFields, "/items/new"),
  editItemAction: onItem(itemFields),
  removeItemAction: onItem({}),
  stopItemAction: onItem({ decisionNumber: "1", decidedOn: "01/01/2026", decidedBy: text }),
  settleOverlapAction: onItem({ basis: "x", reason: text }),
  addKindAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/kinds`,
    fields: () => ({ name: text, rank: "50" }),
    onItem: false,
  },
  editKindAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/kinds`,
    fields: () => ({ kindKey: "other", name: text, rank: "50" }),
    onItem: false,
  },
  removeKindAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/kinds`,
    fields: () => ({ kindKey: "other" }),
    onItem: false,
  },
  addPlaceAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/places`,
    fields: (ids) => ({ kind: "room", name: text, officeId: ids.office }),
    onItem: false,
  },
  editPlaceAction: {
    page: (ids) => `/${ids.slug}/calendar/settings/places`,
    fields: (ids) => ({ resourceId: ids.task, name: text, officeId: ids.office }),
    onItem: false,
  },
  createFeedAction: {
    page: (ids) => `/${ids.slug}/calendar/feeds`,
    fields: () => ({ resourceId: "" }),
    onItem: false,
  },
  revokeFeedAction: {
    page: (ids) => `/${ids.slug}/calendar/feeds`,
    fields: (ids) => ({ feedId: ids.feed }),
    onItem: false,
  },
  closeTaskAction: onTask(() => ({ revision: "1", result: text })),
  fileMeetingAction: {
    page: (ids) => `/${ids.slug}/calendar/new`,
    fields: (ids) => ({ ...meetingFields, dutyId: ids.duty }),
    onItem: false,
  },
  fileSeriesAction: {
    page: (ids) => `/${ids.slug}/calendar/series`,
    fields: (ids) => ({ ...meetingFields, dutyId: ids.duty, repeat: "weekly", times: "2" }),
    onItem: false,
  },
  editMeetingAction: onMeeting(() => meetingFields, "/edit"),
  changeMeetingAction: onMeeting(() => ({ ...meetingFields, reason: text }), "/edit"),
  approveMeetingAction: onMeeting(() => ({})),
  approveChosenAction: {
    page: (ids) => `/${ids.slug}/calendar/approve`,
    fields: (ids) => ({ chosen: `${ids.meeting}:1` }),
    onItem: false,
  },
  giveBackMeetingAction: onMeeting(() => ({ reason: text })),
  confirmMeetingAction: onMeeting(() => ({})),
  postponeMeetingAction: onMeeting(() => ({ reason: text })),
  cancelMeetingAction: onMeeting(() => ({ reason: text })),
  numberMeetingAction: onMeeting(() => ({ noticeNumber: "12/GM-VP" })),
  undoMeetingAction: onMeeting((ids) => ({ actId: ids.undo })),
  resettleMeetingAction: onMeeting(() => ({ day: "31/12/2027", from: "8:00", until: "9:00" })),
  answerMeetingAction: onMeeting(() => ({ whom: "office", answer: "attends" })),
  recordPresenceAction: onMeeting((ids) => ({ bodyId: ids.office })),
  copyWeekAction: {
    page: (ids) => `/${ids.slug}/calendar/copy`,
    fields: (ids) => ({ monday: "2027-12-27", meetingIds: ids.meeting }),
    onItem: false,
  },
  fileRowsAction: {
    page: (ids) => `/${ids.slug}/calendar/paste`,
    fields: () => ({ rows: "Nội dung\tNgày\tGiờ\nHọp cơ quan\t31/12/2027\t8h00-9h00", seen: "" }),
    onItem: false,
  },
  publishSheetAction: {
    page: (ids) => `/${ids.slug}/calendar/publish`,
    fields: (ids) => ({ monday: ids.monday, after: "1" }),
    onItem: false,
  },
  assessPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/conditions`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", met: "written" }),
    onItem: true,
  },
  splitPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/split`,
    fields: (ids) => ({
      petitionId: ids.petition,
      revision: "1",
      subject1: text,
      class1: "complaint",
      subject2: text,
      class2: "feedback",
    }),
    onItem: true,
  },
  assignPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/handler`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", handler: "nobody" }),
    onItem: true,
  },
  forwardPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/forward`,
    fields: (ids) => ({
      petitionId: ids.petition,
      revision: "1",
      officeId: ids.office,
      reason: text,
      documentNumber: "1/PC",
    }),
    onItem: true,
  },
  answerForwardAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, forwardId: ids.petition, answer: "acknowledged" }),
    onItem: true,
  },
  takeBackPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1" }),
    onItem: true,
  },
  tellResultAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({
      petitionId: ids.petition,
      forwardId: ids.petition,
      result: text,
      documentNumber: "1/TB",
    }),
    onItem: true,
  },
  issueForwardLinkAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/slip`,
    fields: (ids) => ({ petitionId: ids.petition, forwardId: ids.petition, links: "0", days: "90" }),
    onItem: true,
  },
  revokeForwardLinkAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/slip`,
    fields: (ids) => ({ petitionId: ids.petition, linkId: ids.petition }),
    onItem: true,
  },
  enterBodyAnswerAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, forwardId: ids.petition, answer: "acknowledged" }),
    onItem: true,
  },
  // Every tenant keeps a list of its own; a body of another is none.
  keepExternalBodyAction: {
    page: (ids) => `/${ids.slug}/settings/bodies`,
    fields: (ids) => ({ bodyId: ids.petition, revision: "1", kind: "commune", name: text, active: "no" }),
    onItem: false,
  },
  keepCompetenceAction: {
    page: (ids) => `/${ids.slug}/settings/competence`,
    fields: (ids) => ({
      rows: "0",
      label: text,
      officeId: ids.petition,
      basis: text,
      validFrom: "31/12/2099",
    }),
    onItem: false,
  },
  endCompetenceAction: {
    page: (ids) => `/${ids.slug}/settings/competence`,
    fields: (ids) => ({ rowId: ids.petition, lastDay: "31/12/2099" }),
    onItem: false,
  },
  concludePetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/conclude`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", conclusion: "withdrawn", words: text }),
    onItem: true,
  },
  seeAdditionsAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition }),
    onItem: true,
  },
  askPartAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, officeId: ids.office, request: text, dueOn: "31/12/2099" }),
    onItem: true,
  },
  acceptPartAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition }),
    onItem: true,
  },
  declinePartAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, reason: text }),
    onItem: true,
  },
  takeOverPartAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, officeId: ids.office }),
    onItem: true,
  },
  reopenPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", reason: text }),
    onItem: true,
  },
  amendPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/amend`,
    fields: (ids) => ({
      petitionId: ids.petition,
      revision: "1",
      receivedOn: "1/1/2026",
      channel: "post",
      subject: text,
      reason: text,
    }),
    onItem: true,
  },
  destroyPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", documentNumber: "1/QĐ" }),
    onItem: true,
  },
  lookAtPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, reason: text }),
    onItem: true,
  },
  joinPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", code: "PTO-2222" }),
    onItem: true,
  },
  keepApartAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", code: "PTO-2222", reason: text }),
    onItem: true,
  },
  undoJoinAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", joinId: ids.petition }),
    onItem: true,
  },
  openCaseAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.paperLetter}`,
    fields: (ids) => ({ petitionId: ids.paperLetter, title: text }),
    onItem: true,
  },
  joinCaseAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.paperLetter}`,
    fields: (ids) => ({ petitionIds: ids.paperLetter, code: "VV-2222", reason: text }),
    onItem: true,
  },
  leaveCaseAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({ caseId: ids.case, petitionId: ids.petition, reason: text }),
    onItem: true,
  },
  appointRepresentativeAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({
      caseId: ids.case,
      revision: "1",
      petitionId: ids.petition,
      fullName: text,
      document: text,
      appointedOn: "1/1/2026",
    }),
    onItem: true,
  },
  endAppointmentAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({ caseId: ids.case, revision: "1", representativeId: ids.petition, reason: text }),
    onItem: true,
  },
  answerCaseAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({ caseId: ids.case, revision: "1", words: text, answeredOn: "1/1/2026" }),
    onItem: true,
  },
  tellCaseAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({ caseId: ids.case, how: "post", toldOn: "1/1/2026" }),
    onItem: true,
  },
  recordCaseStepAction: {
    page: (ids) => `/${ids.slug}/petitions/cases/${ids.case}`,
    fields: (ids) => ({
      caseId: ids.case,
      revision: "1",
      kind: "settled",
      onDay: "1/1/2026",
      document: "1/QĐ",
    }),
    onItem: true,
  },
  reviewLookUpsAction: {
    page: (ids) => `/${ids.slug}/petitions/look-ups`,
    fields: () => ({ until: "2026-01-01T00:00:00.000Z" }),
    onItem: false,
  },
  prepareHandoverAction: {
    page: (ids) => `/${ids.slug}/petitions/handovers`,
    fields: () => ({ until: "1" }),
    onItem: false,
  },
  // Each office has its own page of these; a hand-over of another office is none.
  keepHandoverReceiptAction: {
    page: (ids) => `/${ids.slug}/petitions/handovers`,
    fields: (ids) => ({ handoverId: ids.handover, outcome: "refused", reason: text }),
    onItem: false,
  },
  issuePaperAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/papers/new?kind=guidance`,
    fields: (ids) => ({
      petitionId: ids.petition,
      revision: "1",
      kind: "guidance",
      abstract: text,
      body: text,
      signerPostId: ids.petition,
      numbering: "own",
      step: "issue",
      signedOn: "1/1/2026",
    }),
    onItem: true,
  },
  issueSecretAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}/receipt`,
    fields: (ids) => ({ petitionId: ids.petition, issues: "1", cardShown: "on" }),
    onItem: true,
  },
  classifyPetitionAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({ petitionId: ids.petition, revision: "1", class: "complaint" }),
    onItem: true,
  },
  recordMilestoneAction: {
    page: (ids) => `/${ids.slug}/petitions/${ids.petition}`,
    fields: (ids) => ({
      petitionId: ids.petition,
      revision: "1",
      kind: "accepted",
      on: "01/07/2026",
      document: text,
    }),
    onItem: true,
  },
  receiveNoticeAction: {
    page: (ids) => `/${ids.slug}/notices`,
    fields: (ids) => ({ noticeId: ids.notice }),
    onItem: false,
  },
  resendMailAction: {
    page: (ids) => `/${ids.slug}/outbox`,
    fields: (ids) => ({ mailId: ids.mail }),
    onItem: false,
  },
  // What every tenant keeps for itself: no item of another office.
  decideDayAction: {
    page: (ids) => `/${ids.slug}/settings/days`,
    fields: () => ({ day: "31/12/2027", kind: "holiday", name: text, source: text, active: "no" }),
    onItem: false,
  },
  chooseOffDaysAction: {
    page: (ids) => `/${ids.slug}/settings/limits`,
    fields: () => ({ movesOffDay: "no", revision: "1" }),
    onItem: false,
  },
  reviseClockRuleAction: {
    page: (ids) => `/${ids.slug}/settings/limits/complaint.accept`,
    fields: () => ({
      key: "complaint.accept",
      version: "1",
      mode: "correct",
      days: "1",
      unit: "working",
      movesOffDay: "yes",
      basis: text,
      reason: text,
    }),
    onItem: false,
  },
};

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };

/** Acts of a person on their own account: they belong to no module and are asked one by one. */
export const accountActs = [
  "changePasswordAction",
  "choosePostAction",
  "setLanguageAction",
  "signInAction",
  "signOutAction",
  "signOutEverywhereAction",
] as const;
export type AccountAct = (typeof accountActs)[number];

const ofModules = /^lib\/(?!platform)[^/]+\/actions\.ts$/;
const ofAccounts = /^(app\/\[tenant\]\/account|app\/sign-in|lib\/platform\/auth)\/actions\.ts$/;
/** Shown in development and to tests only; they change nothing. */
const ofStories = /^app\/stories\/actions\.ts$/;

/** The id under which the build answers each act, by the act's name; every file with acts is one of the known kinds. */
export function actIds(kind: "modules" | "accounts"): ReadonlyMap<string, string> {
  const file = join(standalone, ".next", "server", "server-reference-manifest.json");
  if (!existsSync(file)) throw new Error("there is no production build: npm run build");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const known = [ofModules, ofAccounts, ofStories];
  const stray = Object.values(node).find(
    ({ filename = "" }) => !known.some((pattern) => pattern.test(filename)),
  );
  if (stray) throw new Error(`acts in a file no test knows: ${stray.filename}`);
  const wanted = kind === "modules" ? ofModules : ofAccounts;
  return new Map(
    Object.entries(node).flatMap(([id, { exportedName, filename = "" }]) =>
      exportedName && wanted.test(filename) ? [[exportedName, id] as const] : [],
    ),
  );
}

/** A form as a browser without JavaScript sends it. */
export function formOf(actId: string, tenant: string, fields: Record<string, string>): FormData {
  const form = new FormData();
  form.set("$ACTION_REF_1", "");
  form.set("$ACTION_1:0", JSON.stringify({ id: actId, bound: "$@1" }));
  form.set("$ACTION_1:1", JSON.stringify([{ status: "idle" }]));
  form.set("$ACTION_KEY", "k0123456789abcdef0123456789abcdef");
  form.set("tenant", tenant);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The same form as a browser's script sends it: the act in a header, its two arguments in React's encoding. */
export function scriptedFormOf(tenant: string, fields: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries({ tenant, ...fields })) body.set(`_1_${name}`, value);
  body.set("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return body;
}
