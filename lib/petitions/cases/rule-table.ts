import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";

export const caseActs = [
  "open",
  "join",
  "leave",
  "appoint",
  "endAppointment",
  "answer",
  "tell",
  "recordStep",
  "persist",
] as const;
export type CaseAct = (typeof caseActs)[number];

/** "letter": handles the letter the act is about; "lead": leads the case; "member": handles a letter that is in it. */
export const caseParts = ["lead", "letter", "member", "none"] as const;
export type CasePart = (typeof caseParts)[number];

/** "none" is before there is a case. */
export const caseStates = ["none", "open", "answered"] as const;
export type CaseState = (typeof caseStates)[number];

export type CaseRule = Rule<CaseAct, CasePart, CaseState, never>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
const handling: readonly Role[] = [...deciding, "specialist", "reception-officer"];
const existing: readonly CaseState[] = ["open", "answered"];

const portal: RuleSource = { kind: "portal", name: "Sổ tiếp công dân và sổ đơn" };
const law = (article: string): RuleSource => ({ kind: "law", name: `Luật Tiếp công dân 2013, ${article}` });

/** Who may do what with a case of many letters, or of one that goes on after it was settled. */
export const caseRules: readonly CaseRule[] = [
  {
    id: "case-open",
    act: "open",
    roles: handling,
    parts: ["letter"],
    states: ["none"],
    source: portal,
    quote: "Văn phòng đang xử lý đơn lập vụ việc khi nhiều đơn của nhiều người cùng một nội dung.",
  },
  {
    id: "case-join",
    act: "join",
    roles: handling,
    parts: ["letter"],
    states: existing,
    source: portal,
    quote:
      "Văn phòng đang xử lý đơn đưa đơn vào vụ việc, nêu rõ lý do; mỗi đơn chỉ ở một vụ việc, đơn tố cáo không ở vụ việc nào.",
  },
  {
    id: "case-leave",
    act: "leave",
    roles: handling,
    parts: ["lead", "letter"],
    states: existing,
    source: portal,
    quote: "Văn phòng đang xử lý đơn hoặc văn phòng chủ trì vụ việc rút đơn khỏi vụ việc, nêu rõ lý do.",
  },
  {
    id: "case-appoint",
    act: "appoint",
    roles: handling,
    parts: ["lead"],
    states: existing,
    source: law("Điều 29"),
    quote:
      "Từ 05 đến 10 người thì có 01 hoặc 02 người đại diện, trên 10 người thì tối đa 05; người đại diện là người trong số đó, được cử bằng văn bản.",
  },
  {
    id: "case-end-appointment",
    act: "endAppointment",
    roles: handling,
    parts: ["lead"],
    states: existing,
    source: law("Điều 29"),
    quote: "Thôi cử người đại diện thì văn phòng chủ trì vụ việc ghi lại, nêu rõ lý do.",
  },
  {
    id: "case-answer",
    act: "answer",
    roles: deciding,
    parts: ["lead"],
    states: ["open"],
    source: portal,
    quote:
      "Văn phòng chủ trì ghi một kết quả chung cho cả vụ việc; vụ việc từ 05 người trở lên phải có người đại diện.",
  },
  {
    id: "case-tell",
    act: "tell",
    roles: [...handling, "records-clerk"],
    parts: ["lead", "member"],
    states: ["answered"],
    source: law("Điều 28"),
    quote:
      "Vụ việc có kết quả thì mỗi văn phòng thông báo cho người gửi các đơn mình đang xử lý và ghi lại đã thông báo.",
  },
  {
    id: "case-record-step",
    act: "recordStep",
    roles: handling,
    parts: ["lead"],
    states: existing,
    source: law("Điều 9 khoản 3"),
    quote:
      "Văn phòng chủ trì ghi việc giải quyết, kiểm tra rà soát, thông báo bằng văn bản, tiếp và giải thích, theo thứ tự.",
  },
  {
    id: "case-persist",
    act: "persist",
    roles: ["chief", "deputy-chief"],
    parts: ["lead"],
    states: existing,
    source: law("Điều 9 khoản 3"),
    quote:
      "Chỉ khi vụ việc đã giải quyết đúng pháp luật, được kiểm tra, rà soát, thông báo bằng văn bản, đã tiếp, giải thích mà vẫn còn đơn thì lãnh đạo văn phòng mới ghi là cố tình kéo dài.",
  },
];
