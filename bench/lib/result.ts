/** One line of a benchmark's output. Null where a figure does not apply; `goal` bounds `ratio`, else `p95_ms`. */
export type Result = {
  name: string;
  n: number;
  p50_ms: number | null;
  p95_ms: number | null;
  rps: number | null;
  rss_mb: number | null;
  ratio: number | null;
  goal: number;
  met: boolean;
};

type Figures = Partial<Pick<Result, "p50_ms" | "p95_ms" | "rps" | "rss_mb" | "ratio">>;

function rounded(value: number | null | undefined): number | null {
  return value == null ? null : Math.round(value * 100) / 100;
}

/** Judges figures by a goal that the ratio, or without one the 95th percentile in milliseconds, must not pass. */
export function resultOf(name: string, n: number, figures: Figures, goal: number): Result {
  const judged = figures.ratio ?? figures.p95_ms;
  return {
    name,
    n,
    p50_ms: rounded(figures.p50_ms),
    p95_ms: rounded(figures.p95_ms),
    rps: rounded(figures.rps),
    rss_mb: rounded(figures.rss_mb),
    ratio: rounded(figures.ratio),
    goal,
    met: judged != null && judged <= goal,
  };
}

/** The value below which `share` (0 to 1) of the values lie, by nearest rank. Throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}

export function print(result: Result): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Progress and figures beside the results, for who watches. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Answers a second while `together` ask, each one after another. */
export async function perSecond(
  ask: () => Promise<unknown>,
  count: number,
  together: number,
): Promise<number> {
  const began = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (left-- > 0) await ask();
    }),
  );
  return count / ((performance.now() - began) / 1_000);
}
