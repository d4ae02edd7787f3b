import { plusDays } from "@/lib/platform/dates/days";
import type { ClockRule, ClockStep, RuleConditions, StartEvent } from "./types";

/** Luật 136/2025/QH15 and NĐ 154, 155, 156/2026/NĐ-CP. */
const newLaw = "2026-07-01";
const complaintLaw = "2012-07-01";
const receptionLaw = "2014-07-01";
const denunciationLaw = "2019-01-01";

type Draft = Pick<ClockRule, "limit" | "unit" | "basis"> & Partial<ClockRule>;

function rule(key: string, step: ClockStep, start: StartEvent, validFrom: string, draft: Draft): ClockRule {
  return {
    key,
    version: 1,
    step,
    when: {},
    start,
    direction: "after",
    movesOffDay: true,
    extension: null,
    stopsFrom: null,
    validFrom,
    validUntil: null,
    mark: "text",
    ...draft,
  };
}

const calendar = "calendar" as const;
const working = "working" as const;

/** Settlement of a complaint: near and remote, plain and complex (Luật Khiếu nại, Điều 28 and 37). */
function settlements(
  level: 1 | 2,
  article: string,
  limits: readonly [number, number, number, number],
): ClockRule[] {
  const cases: readonly [string, RuleConditions][] = [
    ["", { level, remote: false, complex: false }],
    [".complex", { level, remote: false, complex: true }],
    [".remote", { level, remote: true, complex: false }],
    [".remote.complex", { level, remote: true, complex: true }],
  ];
  return cases.map(([ending, when], index) =>
    rule(`complaint.settle.${level}${ending}`, "complaint-settle", "accepted", complaintLaw, {
      when,
      limit: limits[index] ?? null,
      unit: calendar,
      stopsFrom: newLaw,
      basis: `Điều ${article} Luật Khiếu nại`,
    }),
  );
}

/** The same limit, longer in remote areas where travel is hard. */
function nearAndRemote(key: string, step: ClockStep, start: StartEvent, basis: string): ClockRule[] {
  return [
    rule(key, step, start, complaintLaw, { when: { remote: false }, limit: 30, unit: calendar, basis }),
    rule(`${key}.remote`, step, start, complaintLaw, {
      when: { remote: true },
      limit: 45,
      unit: calendar,
      basis,
    }),
  ];
}

/**
 * Acceptance: 7 working days since NĐ 155/2026; before, 10 days, which the law's text gives as calendar days and TT 07/2013
 * as working days. An administrator says which.
 */
function acceptance(key: string, step: ClockStep, oldBasis: string): ClockRule[] {
  return [
    rule(`${key}.before-2026-07`, step, "received", complaintLaw, {
      limit: 10,
      unit: calendar,
      validUntil: plusDays(newLaw, -1),
      basis: oldBasis,
      mark: "undecided",
    }),
    rule(key, step, "received", newLaw, {
      limit: 7,
      unit: working,
      basis: "khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP (sửa đổi tại Điều 10 Nghị định 155/2026/NĐ-CP)",
    }),
  ];
}

const complaints: readonly ClockRule[] = [
  rule("complaint.lodge", "complaint-lodge", "decision-known", complaintLaw, {
    limit: 90,
    unit: calendar,
    stopsFrom: complaintLaw,
    basis: "Điều 9 Luật Khiếu nại",
  }),
  ...acceptance("complaint.accept", "complaint-accept", "Điều 27, Điều 36 Luật Khiếu nại"),
  ...settlements(1, "28", [30, 45, 45, 60]),
  ...settlements(2, "37", [45, 60, 60, 70]),
  rule("complaint.dialogue-notice", "complaint-dialogue-notice", "dialogue", newLaw, {
    limit: 5,
    unit: calendar,
    direction: "before",
    movesOffDay: false,
    basis: "khoản 1 Điều 28 Nghị định 124/2020/NĐ-CP (sửa đổi tại Điều 11 Nghị định 155/2026/NĐ-CP)",
  }),
  rule("complaint.send-decision.1", "complaint-send-decision", "decided", complaintLaw, {
    when: { level: 1 },
    limit: 3,
    unit: working,
    basis: "Điều 32 Luật Khiếu nại",
  }),
  rule("complaint.send-decision.2", "complaint-send-decision", "decided", complaintLaw, {
    when: { level: 2 },
    limit: 7,
    unit: calendar,
    basis: "Điều 41 Luật Khiếu nại",
  }),
  ...nearAndRemote(
    "complaint.second",
    "complaint-second",
    "decision-received",
    "khoản 1 Điều 33 Luật Khiếu nại",
  ),
  rule("complaint.lawsuit", "complaint-lawsuit", "decision-known", "2016-07-01", {
    limit: 1,
    unit: "year",
    basis: "Điều 116 Luật Tố tụng hành chính",
    mark: "press",
  }),
  ...nearAndRemote("complaint.effective", "complaint-effective", "decided", "Điều 44 Luật Khiếu nại"),
  rule("complaint.send-suspension", "complaint-send-suspension", "suspension-decided", newLaw, {
    limit: 3,
    unit: working,
    basis: "Điều 28b Nghị định 124/2020/NĐ-CP (bổ sung tại Điều 12 Nghị định 155/2026/NĐ-CP)",
  }),
];

const discipline: readonly ClockRule[] = [
  rule("discipline.lodge", "discipline-lodge", "discipline-received", complaintLaw, {
    limit: 15,
    unit: calendar,
    stopsFrom: complaintLaw,
    basis: "Điều 48 Luật Khiếu nại",
  }),
  rule("discipline.second", "discipline-second", "decision-received", complaintLaw, {
    when: { dismissal: false },
    limit: 10,
    unit: calendar,
    stopsFrom: complaintLaw,
    basis: "Điều 48 Luật Khiếu nại",
  }),
  rule("discipline.second.dismissal", "discipline-second", "decision-received", complaintLaw, {
    when: { dismissal: true },
    limit: 30,
    unit: calendar,
    stopsFrom: complaintLaw,
    basis: "Điều 48 Luật Khiếu nại",
  }),
  ...acceptance("discipline.accept", "discipline-accept", "Điều 50 Luật Khiếu nại"),
  rule("discipline.settle", "discipline-settle", "accepted", complaintLaw, {
    when: { complex: false },
    limit: 30,
    unit: calendar,
    stopsFrom: newLaw,
    basis: "Điều 50 Luật Khiếu nại",
  }),
  rule("discipline.settle.complex", "discipline-settle", "accepted", complaintLaw, {
    when: { complex: true },
    limit: 45,
    unit: calendar,
    stopsFrom: newLaw,
    basis: "Điều 50 Luật Khiếu nại",
  }),
  rule("discipline.effective", "discipline-effective", "decided", complaintLaw, {
    limit: 30,
    unit: calendar,
    basis: "Điều 57 Luật Khiếu nại",
  }),
];

const denunciations: readonly ClockRule[] = [
  rule("denunciation.register", "denunciation-register", "received", denunciationLaw, {
    when: { severalPlaces: false },
    limit: 7,
    unit: working,
    basis: "khoản 1 Điều 24 Luật Tố cáo",
  }),
  rule("denunciation.register.several-places", "denunciation-register", "received", denunciationLaw, {
    when: { severalPlaces: true },
    limit: 10,
    unit: working,
    basis: "khoản 1 Điều 24 Luật Tố cáo",
  }),
  rule("denunciation.forward", "denunciation-forward", "received", denunciationLaw, {
    limit: 5,
    unit: working,
    basis: "khoản 2 Điều 24 Luật Tố cáo",
  }),
  rule("denunciation.notify-acceptance", "denunciation-notify-acceptance", "accepted", denunciationLaw, {
    limit: 5,
    unit: working,
    basis: "khoản 3 Điều 29 Luật Tố cáo, Điều 9 Nghị định 31/2019/NĐ-CP",
  }),
  rule("denunciation.settle", "denunciation-settle", "accepted", denunciationLaw, {
    limit: 30,
    unit: calendar,
    extension: { days: 30, once: 1, twice: 2 },
    stopsFrom: denunciationLaw,
    basis: "Điều 30 Luật Tố cáo",
  }),
  rule("denunciation.reply-referrer", "denunciation-reply-referrer", "received", denunciationLaw, {
    limit: 20,
    unit: calendar,
    basis: "khoản 2 Điều 26 Luật Tố cáo",
  }),
  rule("denunciation.review-further", "denunciation-review-further", "received", denunciationLaw, {
    limit: 20,
    unit: calendar,
    basis: "khoản 2 Điều 37 Luật Tố cáo",
  }),
  rule("denunciation.demand-report", "denunciation-demand-report", "overdue", denunciationLaw, {
    limit: 5,
    unit: working,
    basis: "khoản 2 Điều 38 Luật Tố cáo",
  }),
  rule("denunciation.send-report", "denunciation-send-report", "demand-received", denunciationLaw, {
    limit: 5,
    unit: working,
    basis: "khoản 3 Điều 38 Luật Tố cáo",
  }),
  rule("denunciation.publish", "denunciation-publish", "concluded", denunciationLaw, {
    limit: 7,
    unit: working,
    basis: "khoản 1 Điều 40 Luật Tố cáo",
  }),
  rule(
    "denunciation.send-suspension",
    "denunciation-send-suspension",
    "suspension-decided",
    denunciationLaw,
    {
      limit: 5,
      unit: working,
      basis: "khoản 4 Điều 34 Luật Tố cáo",
    },
  ),
];

const receptionAndProposals: readonly ClockRule[] = [
  rule("reception.outcome", "reception-outcome", "received", receptionLaw, {
    limit: 10,
    unit: working,
    basis: "khoản 1 Điều 28 Luật Tiếp công dân",
  }),
  rule("reception.refusal", "reception-refusal", "refused", newLaw, {
    limit: 3,
    unit: working,
    basis: "khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP",
  }),
  rule("referral.tell-referrer", "referral-tell-referrer", "settled", receptionLaw, {
    limit: 7,
    unit: working,
    basis: "khoản 2 Điều 27 Luật Tiếp công dân",
  }),
  rule("referral.pass-result", "referral-pass-result", "result-received", receptionLaw, {
    limit: 5,
    unit: working,
    basis: "khoản 2 Điều 28 Luật Tiếp công dân",
  }),
  rule("handler.discipline", "handler-discipline", "received", newLaw, {
    limit: 45,
    unit: calendar,
    basis: "điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP",
  }),
  rule("party.proposal-notice", "party-proposal-notice", "received", "2019-02-18", {
    limit: 10,
    unit: working,
    basis: "Quy định 11-QĐi/TW",
    mark: "press",
  }),
  // The law sets none outside voters' petitions: an agreement or an administrator may.
  rule("proposal.settle", "proposal-settle", "received", receptionLaw, {
    limit: null,
    unit: calendar,
    basis: "Luật không quy định; theo quy chế phối hợp",
    mark: "undecided",
  }),
  rule("voters-petition.answer", "voters-petition-answer", "received", "2025-02-20", {
    limit: 60,
    unit: calendar,
    basis: "khoản 1 Điều 49 Nghị quyết liên tịch 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
  }),
  rule("file.retention", "file-retention", "filed-away", "2021-11-15", {
    limit: 1,
    unit: "year",
    basis: "Điều 28 Thông tư 05/2021/TT-TTCP",
    mark: "press",
  }),
  // No law asks for one more while a letter is in hand: an agreement or an administrator may.
  rule("interim.reply", "interim-reply", "told", receptionLaw, {
    limit: null,
    unit: calendar,
    basis: "Luật không quy định; theo quy chế phối hợp",
    mark: "undecided",
  }),
];

/** The limits of DOMAIN 1.3 to 1.5 as a tenant begins with them. Each is a row its administrator may replace. */
export const defaultRules: readonly ClockRule[] = [
  ...complaints,
  ...discipline,
  ...denunciations,
  ...receptionAndProposals,
];
