import type { Role, Rule } from "@/lib/platform/policy/rule-table";

export const endingActs = ["proposeEnding", "agreeEnding", "refuseEnding", "withdrawEnding"] as const;
export type EndingAct = (typeof endingActs)[number];

/** "proposer" is the party whose proposal is open; "other" is an office that is no party. */
export const endingParts = ["proposer", "party", "other"] as const;
export type EndingPart = (typeof endingParts)[number];

/** Whether a proposal is open on a signed agreement. */
export const endingStates = ["none", "proposed"] as const;
export type EndingState = (typeof endingStates)[number];

export type EndingRule = Rule<EndingAct, EndingPart, EndingState>;

const chiefs: readonly Role[] = ["chief"];
const source = { kind: "portal", name: "Chấm dứt quy chế trước thời hạn" } as const;

/** Who may do what to end a signed agreement before its term: all parties together, none alone. */
export const endingRules: readonly EndingRule[] = [
  {
    id: "ending-propose",
    act: "proposeEnding",
    roles: chiefs,
    parts: ["party", "proposer"],
    states: ["none"],
    source,
    quote:
      "Thủ trưởng của một bên được đề nghị chấm dứt quy chế đã ký trước thời hạn, nêu rõ ngày cuối còn hiệu lực và lý do.",
  },
  {
    id: "ending-agree",
    act: "agreeEnding",
    roles: chiefs,
    parts: ["party"],
    states: ["proposed"],
    source,
    quote:
      "Quy chế chấm dứt khi thủ trưởng của mọi bên đã đồng ý với cùng một ngày; một bên không tự chấm dứt.",
  },
  {
    id: "ending-refuse",
    act: "refuseEnding",
    roles: chiefs,
    parts: ["party"],
    states: ["proposed"],
    source,
    quote: "Thủ trưởng của mỗi bên khác được không đồng ý, nêu rõ lý do; quy chế giữ nguyên thời hạn.",
  },
  {
    id: "ending-withdraw",
    act: "withdrawEnding",
    roles: chiefs,
    parts: ["proposer"],
    states: ["proposed"],
    source,
    quote: "Bên đề nghị được rút đề nghị, nêu rõ lý do, khi chưa đủ các bên đồng ý.",
  },
];
