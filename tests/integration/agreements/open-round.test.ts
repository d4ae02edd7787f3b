import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openRound } from "@/lib/agreements/commands/open-round";
import { openRoundSchema } from "@/lib/agreements/schema";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  consented,
  consentOf,
  drafted,
  inForce,
  inRound,
  negotiating,
  revisionOf,
  stateOf,
  stepsOf,
  termOver,
  textHash,
  type VersionStage,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, type Province, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import { extractPages } from "@/tests/unit/agreements/signing/extract-text";

const province = useProvince();

/** The step of each office in the version's round. */
async function turnsIn({ rows }: Province, { versionId }: VersionStage): Promise<Record<string, number>> {
  const turns = await rows<{ code: string; step: number }>(
    `select o.code, t.step from round_signers t join agreement_parties p on p.id = t.party_id
      join offices o on o.id = p.office_id where t.version_id = $1`,
    [versionId],
  );
  return Object.fromEntries(turns.map(({ code, step }) => [code, step]));
}

describeCommand(openRound, {
  province,
  ready: () => consented(province()),
  by: [party, "deputy-chief"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
  }),
  subjectId: (version) => version.versionId,
  does: {
    "waits for signatures": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("awaiting-signatures");
    },
    "takes the next number of the contact office's register of the year": async ({ stage, province }) => {
      const [entry] = await province.rows<{ number: number; last: number; state: string; symbol: string }>(
        `select r.number, e.state, r.symbol, (select max(b.number) from register_entries b
            where b.tenant_id = e.tenant_id and b.office_id = e.office_id and b.year = e.year and b.number <> e.number) as last
          from signing_rounds r join register_entries e on e.tenant_id = r.tenant_id and e.round_id = r.id
          where r.version_id = $1`,
        [stage.versionId],
      );
      expect(entry?.state).toBe("used");
      expect(entry?.symbol).toBe("QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND");
      expect(entry?.number).toBe((entry?.last ?? 0) + 1);
    },
    "issues one readable file without a signature, under its hash": async ({ stage, province }) => {
      const files = await province.rows<{ seq: number; sha256: string; bytes: Buffer }>(
        "select seq, sha256, bytes from issued_documents where version_id = $1",
        [stage.versionId],
      );
      expect(files.map(({ seq }) => seq)).toEqual([0]);
      const [file] = files;
      expect(
        createHash("sha256")
          .update(file?.bytes ?? "")
          .digest("hex"),
      ).toBe(file?.sha256);
      const verdict = verifyAgreementPdf(new Uint8Array(file?.bytes ?? []), { roots: [], now: new Date() });
      expect(verdict.problems).toEqual([{ code: "no-signature" }]);
    },
    "lets all parties sign at once where no order is chosen": async ({ stage, province }) => {
      expect(await turnsIn(province, stage)).toEqual({ [party]: 1, [council]: 1, [committee]: 1 });
    },
    "freezes the text all consented to": async ({ stage, province }) => {
      const [round] = await province.rows<{ hash: string }>(
        "select content_hash as hash from signing_rounds where version_id = $1",
        [stage.versionId],
      );
      expect(round?.hash).toBe(await textHash(province, stage));
    },
  },
  events: ["agreements.roundOpened"],
  wrongInput: {
    "no revision": { change: { revision: 0 }, field: "revision" },
    "an order that is none": { change: { order: "by age" }, field: "order" },
    "a turn before the first": {
      change: async (version) => ({
        order: "groups",
        steps: await stepsOf(province(), version, { [council]: 0 }),
      }),
    },
    "one after another, two in one turn": {
      change: async (version) => ({
        order: "in-order",
        steps: await stepsOf(province(), version, { [party]: 1, [council]: 2, [committee]: 2 }),
      }),
      field: "order",
    },
    "groups, all in one": {
      change: async (version) => ({ order: "groups", steps: await stepsOf(province(), version, {}) }),
      field: "order",
    },
    "an order without turns": { change: { order: "in-order" }, field: "order" },
  },
  notAllowed: {
    "another party: the round is the contact office's to open": {
      by: [council, "chief"],
      reason: "part",
      source: ["signing", 4],
      offices: [party],
    },
    "a department head of the contact office": {
      by: [party, "department-head"],
      reason: "role",
      source: ["heads", 4],
    },
  },
  wrongState: {
    "before the draft is sent": { stage: () => drafted(province()), reason: "state", source: ["signing", 4] },
    "while a round is open": { stage: () => inRound(province()), reason: "state", source: ["signing", 4] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 4] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 4] },
    "while a consent is missing": {
      stage: async () => {
        const version = await negotiating(province());
        for (const office of [party, committee]) await consentOf(province(), version, office);
        return version;
      },
      code: "conflict",
      message: "consentsMissing",
    },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("takes a number that the office's own document system gave, which no other paper has, and goes on after it", async () => {
  const opening = async (number?: string) => {
    const version = await consented(province());
    const input = { versionId: version.versionId, revision: 1, ...(number === undefined ? {} : { number }) };
    return { version, attempted: await attempt(openRound, as(province().phuTho, party, "chief"), input) };
  };
  const numberOf = async ({ versionId }: VersionStage) => {
    const rows = await province().rows("select number from signing_rounds where version_id = $1", [
      versionId,
    ]);
    return rows[0];
  };
  const typed = await opening("4027");
  expect(answerOf(typed.attempted)).toBe("done");
  expect(await numberOf(typed.version)).toEqual({ number: 4027 });
  const [event] = await province().rows(
    "select payload ->> 'typed' as typed from audit_events where subject_id = $1 and name = 'agreements.roundOpened'",
    [typed.version.versionId],
  );
  expect(event).toEqual({ typed: "true" });
  const again = await opening("4027");
  expect(answerOf(again.attempted)).toMatchObject({ code: "invalid", fields: { number: ["numberHas"] } });
  expect(await stateOf(province(), again.version)).toBe("negotiating");
  for (const wrong of ["0", "2,5", "số 5"]) {
    const parsed = openRoundSchema.safeParse({ ...typed.version, revision: 1, number: wrong });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["numberNotWhole"]);
    expect(answerOf((await opening(wrong)).attempted)).toMatchObject({ code: "invalid" });
  }
  const next = await opening("");
  expect(await numberOf(next.version)).toEqual({ number: 4028 });
});

test("keeps the chosen turns, counted anew from one, and says them in the event", async () => {
  const version = await consented(province());
  await executeCommand(openRound, as(province().phuTho, party, "chief"), {
    ...version,
    revision: 1,
    order: "groups",
    steps: await stepsOf(province(), version, { [party]: 3, [council]: 2, [committee]: 2 }),
  });
  expect(await turnsIn(province(), version)).toEqual({ [party]: 2, [council]: 1, [committee]: 1 });
  const [event] = await province().rows<{ order: string }>(
    "select payload ->> 'order' as order from audit_events where subject_id = $1 and name = 'agreements.roundOpened'",
    [version.versionId],
  );
  expect(event?.order).toBe("groups");
});

test("a text whose term is over is no longer offered for signing, and it is said why", async () => {
  const version = await consented(province());
  await termOver(province(), version);
  const input = { versionId: version.versionId, revision: await revisionOf(province(), version) };
  await expect(executeCommand(openRound, as(province().phuTho, party, "chief"), input)).rejects.toMatchObject(
    {
      code: "conflict",
      messageKey: "termOver",
    },
  );
  expect(await stateOf(province(), version)).toBe("negotiating");
});

test("of two papers drawn at once each takes a number of its own and prints it", async () => {
  const versions = [await consented(province()), await consented(province())];
  await Promise.all(
    versions.map((version) =>
      executeCommand(openRound, as(province().phuTho, party, "chief"), { ...version, revision: 1 }),
    ),
  );
  const files = await province().rows<{ number: number; bytes: Buffer }>(
    `select r.number, d.bytes from signing_rounds r
      join issued_documents d on d.tenant_id = r.tenant_id and d.round_id = r.id and d.seq = 0
      where r.version_id = any($1) order by r.number`,
    [versions.map(({ versionId }) => versionId)],
  );
  const [first, second] = files.map(({ number }) => number);
  expect(second).toBe((first ?? 0) + 1);
  for (const { number, bytes } of files) {
    const [page = ""] = extractPages(bytes);
    expect(page.replace(/\s+/g, "")).toContain(`Số:${String(number).padStart(2, "0")}/QCPH-`);
  }
});
