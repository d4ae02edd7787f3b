import type { MatrixCell } from "@/lib/agreements/types";
import type { Day } from "@/lib/platform/dates/days";

/** A text and matrix as plain data, held by the test and changed by it, so that nothing of the product helps to make it. */
export type GoldenText = {
  articles: Record<string, { heading: string; clauses: string[] }>;
  /** By duty, by office: CT, PH, B or nothing. */
  matrix: Record<string, Record<string, MatrixCell>>;
};

export type GoldenChain = { from: Day; text: GoldenText }[];

/** What stands on a day: the last text that began by then, the one signed later where two began on one day. */
export function goldenOn(chain: GoldenChain, day: Day): GoldenText | null {
  return chain.findLast(({ from }) => from <= day)?.text ?? null;
}
