import type { Route } from "./routes";

/** What a forward of a letter to an office must say beforehand: whether its matter was there, how often sent there and come back. */
export type Expected = { was: boolean; sent: number; back: number };

type Edge = { letter: number; from: number; to: number; kind: "sent" | "back" };

/**
 * The matter as a walk over offices, kept while it happens and written without the portal's code: an arc for every slip and for every
 * slip that was sent back; letters are one while an edge of joining stands between them. Asked at the end.
 */
export function expectedOf(route: Route, letters: number, offices: number): Expected[][] {
  const arcs: Edge[] = [];
  const stood: Set<number>[] = [];
  const at: number[] = [];
  const asked = new Map<number, number>();
  const joined = new Map<number, number>();
  for (const step of route) {
    const { letter } = step;
    if (step.act === "take") {
      stood[letter] = new Set([step.receiving, step.lead]);
      at[letter] = step.lead;
    } else if (step.act === "join") joined.set(letter, step.first);
    else if (step.act === "undo") joined.delete(letter);
    else if (step.act === "forward") {
      arcs.push({ letter, from: at[letter] as number, to: step.to, kind: "sent" });
      asked.set(letter, step.to);
    } else if (step.act === "acknowledge") at[letter] = asked.get(letter) as number;
    else if (step.act === "sendBack") {
      arcs.push({ letter, from: asked.get(letter) as number, to: at[letter] as number, kind: "back" });
    }
  }
  const neighbours = (n: number) => {
    const up = joined.get(n);
    return [
      ...(up === undefined ? [] : [up]),
      ...[...joined].flatMap(([one, first]) => (first === n ? [one] : [])),
    ];
  };
  return Array.from({ length: letters }, (_, letter) => {
    const matter = new Set([letter]);
    for (const each of matter) for (const next of neighbours(each)) matter.add(next);
    const walked = arcs.filter((arc) => matter.has(arc.letter));
    return Array.from({ length: offices }, (_unused, office) => {
      const sent = walked.filter(({ to, kind }) => kind === "sent" && to === office).length;
      // Come back from an office: it sent the slip back, or gave the matter over in its turn.
      const back = walked.filter(({ from }) => from === office).length;
      const was = sent + back > 0 || [...matter].some((each) => stood[each]?.has(office));
      return { was, sent, back };
    });
  });
}
