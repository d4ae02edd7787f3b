import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const petitionActs = ["take", "read", "classify", "record"] as const;
export type PetitionAct = (typeof petitionActs)[number];

/**
 * The acting office's one strongest part: lead (handles it now), assist (asked to take it over, or to help), filing (received
 * it or wrote it into the register), informed, none. Taking in comes before there is a letter: "serving" is an office that
 * serves a body, "other" one that serves none.
 */
export const petitionParts = ["lead", "assist", "filing", "informed", "none", "serving", "other"] as const;
export type PetitionPart = (typeof petitionParts)[number];

/** "none" is the state before the letter is in the register. */
export const petitionStates = [
  "none",
  "received",
  "classified",
  "accepted",
  "suspended",
  "forwarded",
  "guided",
  "returned",
  "settled",
  "filed-away",
  "not-accepted",
  "refused",
  "withdrawn",
  "split",
] as const;
export type PetitionState = (typeof petitionStates)[number];

export type PetitionRule = Rule<PetitionAct, PetitionPart, PetitionState, never>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
const handling: readonly Role[] = [...deciding, "specialist", "reception-officer"];
const taking: readonly Role[] = [...handling, "records-clerk"];
const existing = petitionStates.filter((state) => state !== "none");

const register: RuleSource = { kind: "portal", name: "Sổ tiếp công dân và sổ đơn" };

/** Who may do what with a letter or a visit. Whose name may be seen is asked apart, on every look. */
export const petitionRules: readonly PetitionRule[] = [
  {
    id: "petition-take",
    act: "take",
    roles: taking,
    parts: ["serving"],
    states: ["none"],
    source: register,
    quote:
      "Văn phòng phục vụ cơ quan nhận đơn tiếp nhận đơn, lượt tiếp công dân gửi đến các cơ quan của tỉnh và ghi vào sổ chung.",
  },
  {
    id: "petition-read",
    act: "read",
    roles,
    parts: ["lead", "assist", "filing", "informed"],
    states: existing,
    source: register,
    quote:
      "Văn phòng tiếp nhận, văn phòng đang xử lý, văn phòng được chuyển đơn hoặc được thông tin được xem đơn; danh tính người tố cáo chỉ người được giao xử lý được xem.",
  },
  {
    id: "petition-classify-received",
    act: "classify",
    roles: taking,
    parts: ["lead", "filing"],
    states: ["received"],
    source: register,
    quote: "Đơn mới vào sổ thì văn phòng tiếp nhận hoặc văn phòng đang xử lý phân loại.",
  },
  {
    id: "petition-classify-again",
    act: "classify",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: register,
    quote: "Đơn đã phân loại mà chưa xử lý thì văn phòng đang xử lý được phân loại lại.",
  },
  {
    id: "petition-record",
    act: "record",
    roles: handling,
    parts: ["lead"],
    states: ["received", "classified", "accepted", "suspended", "settled", "refused"],
    source: register,
    quote:
      "Văn phòng đang xử lý ghi các mốc giải quyết đơn, nêu rõ văn bản; cổng tính thời hạn theo các mốc đó.",
  },
];
