import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const programmeActs = [
  "draft",
  "read",
  "carryDown",
  "addItem",
  "editItem",
  "removeItem",
  "issue",
  "discard",
  "amend",
  "settle",
] as const;
export type ProgrammeAct = (typeof programmeActs)[number];

/** "keeper": the office that serves the body whose programme it is; of an overlap, the keeper of either side. */
export const programmeParts = ["keeper", "other"] as const;
export type ProgrammePart = (typeof programmeParts)[number];

/** "none" is the state before the programme exists. */
export const programmeStates = ["none", "draft", "issued"] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export type ProgrammeRule = Rule<ProgrammeAct, ProgrammePart, ProgrammeState, never>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
const writing: readonly Role[] = [...deciding, "specialist", "records-clerk", "secretary"];

const portal: RuleSource = { kind: "portal", name: "Chương trình công tác" };
const decree: RuleSource = { kind: "law", name: "Nghị định số 191/2026/NĐ-CP, Điều 21" };
const drafting = "Văn phòng phục vụ cơ quan nào thì lập dự thảo chương trình công tác của cơ quan đó.";

/**
 * Who may do what on a programme of work. Beyond these rows a command still asks whether the item is fresh, the input
 * valid, the duty one of the version in force, and what is off the programme above approved.
 */
export const programmeRules: readonly ProgrammeRule[] = [
  {
    id: "programme-draft",
    act: "draft",
    roles: writing,
    parts: ["keeper"],
    states: ["none"],
    source: portal,
    quote: drafting,
  },
  {
    id: "programme-read-draft",
    act: "read",
    roles,
    parts: ["keeper"],
    states: ["draft"],
    source: portal,
    quote: "Dự thảo chương trình thì chỉ văn phòng lập dự thảo được xem.",
  },
  {
    id: "programme-read-issued",
    act: "read",
    roles,
    parts: ["keeper", "other"],
    states: ["issued"],
    source: portal,
    quote: "Chương trình đã ban hành thì mọi văn phòng được xem.",
  },
  ...(["carryDown", "addItem", "editItem", "removeItem"] as const).map(
    (act): ProgrammeRule => ({
      id: {
        carryDown: "programme-carry-down",
        addItem: "programme-add-item",
        editItem: "programme-edit-item",
        removeItem: "programme-remove-item",
      }[act],
      act,
      roles: writing,
      parts: ["keeper"],
      states: ["draft"],
      source: portal,
      quote: "Khi chương trình còn là dự thảo, văn phòng lập dự thảo được thêm, sửa, bỏ nội dung.",
    }),
  ),
  {
    id: "programme-discard",
    act: "discard",
    roles: writing,
    parts: ["keeper"],
    states: ["draft"],
    source: portal,
    quote: "Dự thảo lập nhầm thì văn phòng lập dự thảo được bỏ; chương trình đã ban hành thì không bỏ.",
  },
  {
    id: "programme-issue",
    act: "issue",
    roles: ["chief", "deputy-chief"],
    parts: ["keeper"],
    states: ["draft"],
    source: portal,
    quote: "Lãnh đạo văn phòng lập dự thảo cho ban hành chương trình.",
  },
  {
    id: "programme-amend",
    act: "amend",
    roles: writing,
    parts: ["keeper"],
    states: ["issued"],
    source: decree,
    quote:
      "Chương trình đã ban hành thì chỉ bổ sung, dừng, đổi tên, đổi cơ quan chủ trì, cấp trình hoặc thời gian khi có quyết định của lãnh đạo.",
  },
  {
    id: "programme-settle",
    act: "settle",
    roles: deciding,
    parts: ["keeper"],
    states: ["draft", "issued"],
    source: portal,
    quote:
      "Lãnh đạo của một trong các văn phòng có nội dung chồng chéo ghi nhận chồng chéo đã xử lý, nêu rõ lý do.",
  },
];
