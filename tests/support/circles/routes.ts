import { type Draw, drawFrom } from "@/tests/support/differential/draw";

/** What happens to the letters of one matter, or of several that are taken for one: the only thing world and oracle share. */
export type Step =
  | { act: "take"; letter: number; receiving: number; lead: number }
  | { act: "join"; letter: number; first: number }
  | { act: "undo"; letter: number }
  | { act: "forward"; letter: number; to: number }
  | { act: "acknowledge" | "sendBack" | "takeBack" | "answer"; letter: number };
export type Route = readonly Step[];

type Letter = {
  at: number;
  slip: { to: number; state: string } | null;
  first: number | null;
  moved: boolean;
};

function acts(letters: readonly Letter[], n: number): Step["act"][] {
  const letter = letters[n];
  if (!letter) return [];
  if (letter.first !== null) return ["undo"];
  if (letter.slip?.state === "sent") return ["acknowledge", "sendBack"];
  if (letter.slip?.state === "sent-back") return ["takeBack"];
  if (letter.slip?.state === "acknowledged") return ["answer"];
  if (letter.slip) return [];
  const led = letters.some(({ first }) => first === n);
  return led || n === 0 || letter.moved ? ["forward"] : ["forward", "join"];
}

/** A route as the rules of the portal let letters go: one slip a letter that was not taken back, joins to a first that is joined to none. */
export function drawRoute(draw: Draw, offices: number): Route {
  const steps: Step[] = [];
  const letters: Letter[] = [];
  const any = () => draw.below(offices);
  const length = 3 + draw.below(14);
  while (steps.length < length) {
    if (letters.length === 0 || (letters.length < 5 && draw.below(4) === 0)) {
      const receiving = any();
      const lead = draw.below(5) === 0 ? any() : receiving;
      steps.push({ act: "take", letter: letters.length, receiving, lead });
      letters.push({ at: lead, slip: null, first: null, moved: false });
      continue;
    }
    const n = draw.below(letters.length);
    const letter = letters[n] as Letter;
    const may = acts(letters, n);
    const act = may[draw.below(may.length)];
    if (act === undefined) {
      // Everything that could still move has come to rest: the next one comes in, or the route ends.
      if (letters.length >= 5 && letters.every((_, each) => acts(letters, each).length === 0)) break;
      continue;
    }
    if (act === "join") {
      const firsts = letters.flatMap(({ first }, each) => (each < n && first === null ? [each] : []));
      const first = firsts[draw.below(firsts.length)];
      if (first === undefined) continue;
      letter.first = first;
      steps.push({ act, letter: n, first });
    } else if (act === "forward") {
      const to = any();
      if (to === letter.at) continue;
      letter.slip = { to, state: "sent" };
      letter.moved = true;
      steps.push({ act, letter: n, to });
    } else if (act !== "take") {
      if (act === "undo") letter.first = null;
      if (act === "sendBack" && letter.slip) letter.slip.state = "sent-back";
      if (act === "takeBack") letter.slip = null;
      if (act === "answer" && letter.slip) letter.slip.state = "answered";
      if (act === "acknowledge" && letter.slip) {
        letter.at = letter.slip.to;
        letter.slip.state = "acknowledged";
      }
      steps.push({ act, letter: n });
    }
  }
  return steps;
}

export function drawRoutes(seed: number, count: number, offices: number): Route[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, () => drawRoute(draw, offices));
}
