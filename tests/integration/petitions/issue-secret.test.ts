import { expect, test } from "vitest";
import { letterOf } from "@/lib/petitions/citizen/functions";
import { secretHash } from "@/lib/petitions/citizen/secret";
import { issueSecret } from "@/lib/petitions/commands/issue-secret";
import { tenantKey } from "@/lib/petitions/identity/tenant-keys";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { as } from "@/prisma/seed/caller";
import { everythingWritten, type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

async function hashOf({ code }: TakenPetition, secret: string): Promise<string> {
  const { id, slug } = province().phuTho.tenant;
  const { key } = await asSystem(id, (tx) => tenantKey(tx, id, "lookup"));
  return secretHash(key, slug, code, secret);
}

const opens = async (letter: TakenPetition, secret: string) =>
  (await letterOf(province().phuTho.tenant.slug, await hashOf(letter, secret), null)).letter?.code ?? null;

const again = async () => {
  const letter = await taken(province());
  await executeCommand(issueSecret, as(province().phuTho, committee, "reception-officer"), {
    petitionId: letter.petitionId,
    issues: 0,
  });
  return letter;
};

describeCommand(issueSecret, {
  province,
  ready: () => taken(province()),
  by: [committee, "reception-officer"],
  input: ({ petitionId }) => ({ petitionId, issues: 0 }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "gives eight letters that open the letter with its code": async ({ stage, result }) => {
      expect(result.secret).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
      expect(await opens(stage, result.secret.toLowerCase())).toBe(stage.code);
      expect(await opens(stage, "AAAA-AAAA")).toBeNull();
    },
    "keeps the secret nowhere": async ({ result, province }) => {
      const written = await everythingWritten(province);
      for (const text of [result.secret, result.secret.replace("-", "")]) expect(written).not.toContain(text);
    },
  },
  events: ["petitions.secretIssued"],
  wrongInput: { "no letter": { change: { petitionId: "x" }, field: "petitionId" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "had one before, and no card was shown": { stage: again, code: "stale", message: "stalePetition" },
  },
  stale: { change: { issues: 3 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("a new secret needs an identity card, and the old one opens nothing any more", async () => {
  const by = as(province().phuTho, committee, "records-clerk");
  const letter = await taken(province());
  const first = await executeCommand(issueSecret, by, { petitionId: letter.petitionId, issues: 0 });
  const lost = { petitionId: letter.petitionId, issues: 1 };
  await expect(executeCommand(issueSecret, by, lost)).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { cardShown: ["cardNotShown"] } },
  });
  const second = await executeCommand(issueSecret, by, { ...lost, cardShown: "on" });
  expect(await opens(letter, first.secret)).toBeNull();
  expect(await opens(letter, second.secret)).toBe(letter.code);
});

test("what is told of a letter: who and by when where nobody is denounced, its state where somebody is or may be", async () => {
  const by = as(province().phuTho, committee, "records-clerk");
  const told = async (change: Record<string, unknown>) => {
    const letter = await taken(province(), change);
    const { secret } = await executeCommand(issueSecret, by, { petitionId: letter.petitionId, issues: 0 });
    return (await letterOf(province().phuTho.tenant.slug, await hashOf(letter, secret), null)).letter;
  };
  expect(await told({ class: "complaint" })).toMatchObject({
    state: "classified",
    open: true,
    detail: { office: expect.stringContaining("Ủy ban nhân dân"), dueOn: expect.stringMatching(/^20\d\d-/) },
  });
  const plain = ({ code: _code, ...rest }: object & { code: string }) => rest;
  const [denounced, unsure] = [
    await told({ class: "denunciation", denounces: "yes" }),
    await told({ class: "mixed", denounces: "unsure" }),
  ];
  expect(denounced && plain(denounced)).toEqual({
    state: "classified",
    open: true,
    first: null,
    askedOn: null,
  });
  expect(unsure && plain(unsure)).toEqual({ state: "classified", open: true, first: null, askedOn: null });
});
