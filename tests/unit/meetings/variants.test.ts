import { expect, test } from "vitest";
import { kindChoice, kindChoices, readKindChoice } from "@/lib/meetings/variants";

const kinds = [
  { key: "council-session", name: "Kỳ họp" },
  { key: "other", name: "Khác" },
];

test("a session is offered as each of the three, the bare kind only where it was that", () => {
  const keys = (bare: boolean) => kindChoices(kinds, { bare }).map(({ key }) => key);
  const three = ["council-session:regular", "council-session:thematic", "council-session:irregular"];
  expect(keys(false)).toEqual([...three, "other"]);
  expect(keys(true)).toEqual(["council-session", ...three, "other"]);
});

test("each choice is read back as what it was, and what is none is a kind nobody has", () => {
  for (const { key, variant } of kindChoices(kinds, { bare: true })) {
    const read = readKindChoice(key);
    expect(read.variant).toBe(variant);
    expect(kindChoice(read.kindKey, read.variant)).toBe(key);
  }
  for (const wrong of ["council-session:monthly", "other:regular", "council-session:"]) {
    expect(readKindChoice(wrong)).toEqual({ kindKey: wrong, variant: null });
  }
});
