import type { Role } from "@/lib/platform/policy/rule-table";

/** KT. (ký thay): for the chief, by a deputy. TUQ. (ký thừa ủy quyền): one agreement, by whom the chief charged with it. */
export const delegationKinds = ["KT", "TUQ"] as const;
export type DelegationKind = (typeof delegationKinds)[number];

/** Whom a chief may let sign (NĐ 30/2020/NĐ-CP art. 13 clauses 1 and 3). */
export const rolesToSignFor: Readonly<Record<DelegationKind, readonly Role[]>> = {
  KT: ["deputy-chief"],
  TUQ: ["deputy-chief", "department-head"],
};

/** Who signs for a party in a round where it is not the holder of the signing post. */
export type OnBehalf = {
  delegationId: string;
  kind: DelegationKind;
  postId: string;
  postTitle: string;
  personId: string;
  personName: string;
};

/**
 * The capacity in which a signature stands, as over it on the paper: one line for who holds the signing post, two for who
 * signs in that one's place ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG").
 */
export function capacityLines(
  signingPostTitle: string,
  onBehalf: Pick<OnBehalf, "kind" | "postTitle"> | null,
): string[] {
  return onBehalf ? [`${onBehalf.kind}. ${signingPostTitle}`, onBehalf.postTitle] : [signingPostTitle];
}
