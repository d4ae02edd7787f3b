import type { Random } from "@/bench/lib/random";
import { alikeKinds, type Pair } from "./unseen/alike";
import { apartKinds } from "./unseen/apart";

const kinds = Object.values({ ...alikeKinds, ...apartKinds });

/**
 * Labelled pairs of letters of a made-up province, for judging whether two letters are one. The kinds take turns;
 * the same seed gives the same pairs. Written without sight of the comparison that is judged.
 */
export function drawUnseenPairs(random: Random, count: number): Pair[] {
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const draw = kinds[pairs.length % kinds.length];
    const pair = draw?.(random);
    if (pair) pairs.push(pair);
  }
  return pairs;
}
