import { describe, expect, test } from "vitest";
import { concludesEarly, nextAct } from "@/lib/petitions/next-act";

type Letter = Parameters<typeof nextAct>[0];

const may = new Proxy({} as Letter["may"], { get: () => false });
const allow = (...acts: string[]) =>
  new Proxy({} as Letter["may"], { get: (_, act) => acts.includes(String(act)) });

function letter(change: Partial<Omit<Letter, "way">> & { way?: Partial<Letter["way"]> }): Letter {
  return {
    state: "received",
    class: null,
    may,
    recordable: [],
    closedAt: null,
    same: [],
    ...change,
    way: { eligible: null, conclusions: [], forwards: [], ...change.way },
  };
}

const told = {
  kind: "told",
  office: "VP UBND",
  code: "PT-AAAA-AAAA",
  since: "2026-11-03",
  state: "received",
  why: "both",
} as const;
const same = (change: Partial<Letter["same"][number]>): Letter["same"] => [
  { found: told, earlier: true, answer: null, ...change },
];
const answer = (kind: "joined" | "apart") => ({ id: "1", kind, reason: "", own: true });

describe("the one act a letter waits for", () => {
  const classified = { state: "classified", class: "complaint" } as const;
  const handler = allow("classify", "assess", "record", "forward", "issuePaper");
  test.each([
    ["a new one is classified", letter({ may: handler }), "classify"],
    ["a classified one is judged", letter({ ...classified, may: handler }), "assess"],
    [
      "an eligible complaint is accepted",
      letter({ ...classified, may: handler, recordable: ["accepted"], way: { eligible: true } }),
      "accept",
    ],
    [
      "one that is not eligible is concluded",
      letter({
        ...classified,
        may: handler,
        recordable: ["accepted"],
        way: { eligible: false, conclusions: ["not-accepted"] },
      }),
      "conclude",
    ],
    [
      "an accepted one is settled by a paper",
      letter({ state: "accepted", class: "complaint", may: handler, way: { eligible: true } }),
      "issue",
    ],
    [
      "one given over waits for the other office",
      letter({ state: "forwarded", class: "feedback" }),
      "waitsForOffice",
    ],
    [
      "what came from another office is answered first",
      letter({ may: allow("answerForward", "classify") }),
      "answer",
    ],
    [
      "one that is elsewhere already is joined or kept apart",
      letter({ may: allow("join", "classify"), same: same({}) }),
      "join",
    ],
    [
      "what came later is the other one's move",
      letter({ may: allow("join", "classify"), same: same({ earlier: false }) }),
      "classify",
    ],
    [
      "of what may denounce nothing is joined",
      letter({
        may: allow("join", "classify"),
        same: same({ found: { kind: "contact", office: "VP UBND" } }),
      }),
      "classify",
    ],
    [
      "kept apart it goes its way",
      letter({ may: allow("join", "classify"), same: same({ answer: answer("apart") }) }),
      "classify",
    ],
    [
      "joined, what is left is to file it away",
      letter({
        ...classified,
        may: handler,
        same: same({ answer: answer("joined") }),
        way: { conclusions: ["filed-away"] },
      }),
      "fileAway",
    ],
    ["who only reads waits for who handles it", letter(classified), "waitsForLead"],
    ["a closed one waits for nothing", letter({ closedAt: new Date(), may: handler }), "done"],
  ])("%s", (_, view, act) => {
    expect(nextAct(view)).toBe(act);
  });
});

test("an end is no step of a letter that nobody judged", () => {
  expect(concludesEarly(letter({}))).toBe(true);
  expect(concludesEarly(letter({ state: "classified", class: "complaint" }))).toBe(true);
  expect(concludesEarly(letter({ state: "classified", class: "complaint", way: { eligible: true } }))).toBe(
    false,
  );
  expect(concludesEarly(letter({ state: "accepted", class: "complaint" }))).toBe(false);
});
