import type { Rule } from "@/lib/platform/policy/rule-table";

export const handoverActs = ["offerHandover", "keepTask", "acceptHandover", "declineHandover"] as const;
export type HandoverAct = (typeof handoverActs)[number];

/** "leaving" leads the task, "taking" would lead it by the text in force. */
export const handoverParts = ["leaving", "taking", "none"] as const;
export type HandoverPart = (typeof handoverParts)[number];

/** What was said last under the text in force; "settled" where no lead moves (any more). */
export const handoverStates = ["undecided", "offered", "kept", "declined", "settled"] as const;
export type HandoverState = (typeof handoverStates)[number];

export type HandoverRule = Rule<HandoverAct, HandoverPart, HandoverState>;

const byBothChiefs = {
  roles: ["chief"],
  source: { kind: "article", articleKey: "review", clause: 4 },
  quote:
    "Bản mới thay đổi văn phòng chủ trì thì thủ trưởng hai bên thống nhất danh mục việc bàn giao hoặc giữ lại.",
} as const;

/** Who may do what with an open task whose lead a newer text moves: nothing moves by itself, each side speaks for its own. */
export const handoverRules: readonly HandoverRule[] = [
  {
    id: "handover-offer",
    act: "offerHandover",
    parts: ["leaving"],
    states: ["undecided", "kept", "declined"],
    ...byBothChiefs,
  },
  {
    id: "handover-keep",
    act: "keepTask",
    parts: ["leaving"],
    states: ["undecided", "offered", "declined"],
    ...byBothChiefs,
  },
  { id: "handover-accept", act: "acceptHandover", parts: ["taking"], states: ["offered"], ...byBothChiefs },
  { id: "handover-decline", act: "declineHandover", parts: ["taking"], states: ["offered"], ...byBothChiefs },
];
