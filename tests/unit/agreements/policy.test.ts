import { describe, expect, test } from "vitest";
import {
  type AgreementSubject,
  decideAgreement,
  delegationStands,
  holdsSigningPost,
  partInAgreement,
} from "@/lib/agreements/policy";
import type { AgreementState } from "@/lib/agreements/rule-table";

const subject = (state: AgreementState): AgreementSubject => ({
  state,
  contactOfficeId: "party-office",
  parties: [
    { officeId: "party-office", signingPostId: "party-chief" },
    { officeId: "committee-office", signingPostId: "committee-chief" },
  ],
});

test.each([
  ["party-office", "contact"],
  ["committee-office", "party"],
  ["front-office", "other"],
] as const)("%s is %s", (officeId, part) => {
  expect(partInAgreement(subject("draft"), officeId)).toBe(part);
});

test("a contact office that signs for nobody is still the contact", () => {
  expect(partInAgreement({ ...subject("draft"), parties: [] }, "party-office")).toBe("contact");
});

describe("who acts", () => {
  test("any office drafts, whatever it is in other agreements", () => {
    expect(
      decideAgreement({ role: "specialist", officeId: "front-office" }, "draft", subject("none")).allowed,
    ).toBe(true);
  });

  test("the state asked for drafting is that before there is a version", () => {
    expect(
      decideAgreement({ role: "chief", officeId: "party-office" }, "draft", subject("signed")).allowed,
    ).toBe(true);
  });

  test("another's act is refused by part even where state and role fail too", () => {
    expect(
      decideAgreement({ role: "inspector", officeId: "committee-office" }, "openRound", subject("signed")),
    ).toMatchObject({ allowed: false, reason: "part" });
  });

  test("a stranger reads what is signed and nothing before", () => {
    const stranger = { role: "chief", officeId: "front-office" } as const;
    expect(decideAgreement(stranger, "read", subject("signed")).allowed).toBe(true);
    expect(decideAgreement(stranger, "read", subject("awaiting-signatures"))).toMatchObject({
      reason: "state",
    });
  });
});

describe("the named signing post", () => {
  test.each([
    ["the named chief", { postId: "committee-chief", officeId: "committee-office" }, true],
    ["another post of the same office", { postId: "committee-deputy", officeId: "committee-office" }, false],
    [
      "the named post, acting for another office",
      { postId: "committee-chief", officeId: "party-office" },
      false,
    ],
    ["a chief of an office that is no party", { postId: "front-chief", officeId: "front-office" }, false],
  ])("%s", (_who, actor, holds) => {
    const person = { ...actor, personId: "somebody" };
    expect(holdsSigningPost(person, subject("awaiting-signatures"))).toBe(holds);
  });

  describe("where a delegate is named", () => {
    const named = (stands: boolean): AgreementSubject => ({
      ...subject("awaiting-signatures"),
      parties: [
        {
          officeId: "committee-office",
          signingPostId: "committee-chief",
          delegate: { postId: "committee-deputy", personId: "deputy", stands },
        },
      ],
    });
    const by = (postId: string, personId: string) => ({ postId, personId, officeId: "committee-office" });

    test.each([
      ["the delegate", by("committee-deputy", "deputy"), true],
      ["the chief, whom the paper does not name", by("committee-chief", "chief"), false],
      ["who came after the delegate on that post", by("committee-deputy", "another"), false],
      ["the delegate from another post", by("committee-clerk", "deputy"), false],
    ])("%s", (_who, actor, holds) => {
      expect(holdsSigningPost(actor, named(true))).toBe(holds);
    });

    test("only while the delegation stands", () => {
      expect(delegationStands({ officeId: "committee-office" }, named(true))).toBe(true);
      expect(delegationStands({ officeId: "committee-office" }, named(false))).toBe(false);
      expect(delegationStands({ officeId: "committee-office" }, subject("awaiting-signatures"))).toBe(true);
    });
  });
});
