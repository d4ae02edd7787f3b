import { type Day, plusDays } from "@/lib/platform/dates/days";
import type { Time } from "@/lib/platform/dates/times";
import type { Clash, Session } from "./types";

/** Sáng before 12:00, chiều before 18:00, tối from then on. */
export function sessionOf(from: Time): Session {
  if (from < "12:00") return "morning";
  return from < "18:00" ? "afternoon" : "evening";
}

export type Obstacle = "clash" | "near" | "outranked" | "held";

/**
 * What keeps a meeting from being placed, or null. Confirmed time is never shared; a hold may lie over other holds, and a
 * confirmation takes them only by rank and only when the one who confirms says so (article 4 clause 9); travel and set-up
 * may be passed over with a reason. `place_claims` judges the same again, and refuses.
 */
export function obstacleTo(
  clashes: readonly Pick<Clash, "kind" | "near" | "takeable">[],
  act: { confirms: boolean; overrides: boolean; displaces: boolean },
): Obstacle | null {
  if (clashes.some((clash) => clash.kind === "confirmed" && !clash.near)) return "clash";
  const holds = clashes.filter((clash) => clash.kind === "hold");
  if (act.confirms && holds.some((hold) => !hold.takeable)) return "outranked";
  if (act.confirms && holds.length > 0 && !act.displaces) return "held";
  if (clashes.some((clash) => clash.near) && !act.overrides) return "near";
  return null;
}

/** Last day of a hold: the day named, else so many days from today, and never past the meeting's own day. */
export function holdUntil(named: Day | null, startDay: Day, today: Day, holdDays: number): Day {
  const last = named ?? plusDays(today, holdDays);
  return last < startDay ? last : startDay;
}

export type Share = { numerator: number; denominator: number; reaches: boolean };

/** How many of so many members are enough: at least the share, or more than it. */
export function quorumOf(members: number, { numerator, denominator, reaches }: Share): number {
  const share = (members * numerator) / denominator;
  return reaches ? Math.ceil(share) : Math.floor(share) + 1;
}

/** The rule for a body at a meeting: the one that names both, else the kind of body, else everybody. */
export function quorumRuleFor<R extends { bodyKind: string; meetingKind: string }>(
  rules: readonly R[],
  bodyKind: string,
  meetingKind: string,
): R | null {
  const of = (body: string, meeting: string) =>
    rules.find((rule) => rule.bodyKind === body && rule.meetingKind === meeting);
  return of(bodyKind, meetingKind) ?? of(bodyKind, "*") ?? of("*", meetingKind) ?? of("*", "*") ?? null;
}
