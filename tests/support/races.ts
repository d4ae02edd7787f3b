import { expect, test } from "vitest";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { as } from "@/prisma/seed/caller";
import {
  consentCount,
  consented,
  expectLastFileSound,
  inRound,
  lastSignatureMissing,
  negotiating,
  parties,
  signedBy,
  signingInput,
  stateOf,
  textHash,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, type Province, party } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";

type Answer = ReturnType<typeof answerOf>;

/** In the same moment: every act is on its way before the first is answered. */
async function atOnce(...acts: (() => Promise<Parameters<typeof answerOf>[0]>)[]): Promise<Answer[]> {
  const answers = (await Promise.all(acts.map((act) => act()))).map(answerOf);
  for (const answer of answers) if (answer !== "done") expect(answer).not.toHaveProperty("fault");
  return answers;
}

const isBusy = (answer: Answer | undefined) =>
  typeof answer === "object" && "code" in answer && answer.code === "busy";

async function eventCount(province: Province, { versionId }: VersionStage, name: string): Promise<number> {
  const events = await province.rows("select 1 from audit_events where subject_id = $1 and name = $2", [
    versionId,
    name,
  ]);
  return events.length;
}

function edits(province: Province, { versionId }: VersionStage) {
  return () =>
    attempt(editArticle, as(province.phuTho, committee, "specialist"), {
      versionId,
      revision: 1,
      articleKey: "scope",
      heading: "Phạm vi sửa đúng lúc ấy",
      text: "Một.\n\nHai.\n\nBa.\n\nBốn.",
    });
}

async function allSign(province: Province): Promise<void> {
  const version = await inRound(province);
  const inputs = await Promise.all(parties.map((office) => signingInput(province, version, office)));
  const answers = await atOnce(
    ...parties.map(
      (office, index) => () => attempt(signVersion, as(province.phuTho, office, "chief"), inputs[index]),
    ),
  );
  // A chief who was told that the portal is busy signs once more, as a person would.
  for (const [index, office] of parties.entries()) {
    if (isBusy(answers[index])) await signedBy(province, version, office);
    else expect(answers[index]).toBe("done");
  }
  expect(await stateOf(province, version)).toBe("signed");
  expect(await eventCount(province, version, "agreements.signed")).toBe(1);
  expect(await eventCount(province, version, "agreements.signedByParty")).toBe(3);
  await expectLastFileSound(province, version);
}

/** With `last` the signature would complete the round, so that only one of the two can be. */
async function signAgainstWithdraw(province: Province, last: boolean): Promise<void> {
  const version = last ? await lastSignatureMissing(province) : await inRound(province);
  const input = await signingInput(province, version, committee);
  const [signed, taken] = await atOnce(
    () => attempt(signVersion, as(province.phuTho, committee, "chief"), input),
    () =>
      attempt(withdrawVersion, as(province.phuTho, party, "chief"), {
        ...version,
        reason: "Rút đúng lúc ấy.",
      }),
  );
  const state = await stateOf(province, version);
  const [round] = await province.rows<{ state: string; entry: string; signatures: number }>(
    `select r.state, e.state as entry, (select count(*)::integer from signatures s where s.round_id = r.id) as signatures
      from signing_rounds r join register_entries e on e.round_id = r.id where r.version_id = $1`,
    [version.versionId],
  );
  expect(round?.signatures).toBe((last ? 2 : 0) + (signed === "done" ? 1 : 0));
  if (taken === "done") {
    expect([state, round?.state, round?.entry]).toEqual(["withdrawn", "withdrawn", "void"]);
    if (last) expect(signed).not.toBe("done");
  } else if (last && signed === "done") {
    expect([state, round?.state, round?.entry]).toEqual(["signed", "completed", "used"]);
  } else {
    expect(isBusy(taken)).toBe(true);
    expect(state).toBe("awaiting-signatures");
  }
}

async function consentAgainstEdit(province: Province): Promise<void> {
  const version = await negotiating(province);
  const contentHash = await textHash(province, version);
  const [, edited] = await atOnce(
    () => attempt(recordConsent, as(province.phuTho, council, "chief"), { ...version, contentHash }),
    edits(province, version),
  );
  // Whichever came first, no consent stands to a text that is no more.
  if (edited === "done") expect(await consentCount(province, version)).toBe(0);
  else expect(isBusy(edited)).toBe(true);
}

async function openAgainstEdit(province: Province): Promise<void> {
  const version = await consented(province);
  const [opened, edited] = await atOnce(
    () => attempt(openRound, as(province.phuTho, party, "chief"), { ...version, revision: 1 }),
    edits(province, version),
  );
  expect([opened, edited].filter((answer) => answer === "done").length).toBeLessThanOrEqual(1);
  if (opened !== "done") return;
  const [round] = await province.rows<{ hash: string }>(
    "select content_hash as hash from signing_rounds where version_id = $1",
    [version.versionId],
  );
  expect(round?.hash).toBe(await textHash(province, version));
}

async function signAgainstEdit(province: Province): Promise<void> {
  const version = await inRound(province);
  const hash = await textHash(province, version);
  const input = await signingInput(province, version, council);
  const [signed, edited] = await atOnce(
    () => attempt(signVersion, as(province.phuTho, council, "chief"), input),
    edits(province, version),
  );
  expect(signed === "done" || isBusy(signed)).toBe(true);
  expect(edited).not.toBe("done");
  expect(await textHash(province, version)).toBe(hash);
}

async function twoRounds(province: Province): Promise<void> {
  const versions = [await consented(province), await consented(province)];
  const answers = await atOnce(
    ...versions.map(
      (version) => () => attempt(openRound, as(province.phuTho, party, "chief"), { ...version, revision: 1 }),
    ),
  );
  const numbers = await province.rows<{ number: number }>(
    "select number from signing_rounds where version_id = any($1::uuid[])",
    [versions.map(({ versionId }) => versionId)],
  );
  expect(numbers).toHaveLength(answers.filter((answer) => answer === "done").length);
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
  for (const answer of answers) expect(answer === "done" || isBusy(answer)).toBe(true);
  const [register] = await province.rows<{ count: number; last: number }>(
    "select count(*)::integer as count, max(number) as last from register_entries where office_id = $1",
    [province.phuTho.offices.get(party)],
  );
  expect(register?.count, "no number is left out").toBe(register?.last);
}

/** Each `count` times; the file's end proves that PostgreSQL broke no deadlock meanwhile. */
export function describeRaces(province: () => Province, count: number): void {
  const times = (race: (index: number) => Promise<void>) => async () => {
    for (let index = 0; index < count; index += 1) await race(index);
  };
  const limit = count * 30_000;

  test(
    `${count} × all three chiefs sign in the same moment: all valid, signed once`,
    times(() => allSign(province())),
    limit,
  );

  test(
    `${count} × signing against withdrawing: never both the last signature and a withdrawal`,
    times((index) => signAgainstWithdraw(province(), index % 2 === 1)),
    limit,
  );

  const againstEdit = [consentAgainstEdit, openAgainstEdit, signAgainstEdit];
  test(
    `${count} × consenting, opening or signing against editing: nobody consents to or signs another text`,
    times((index) => (againstEdit[index % 3] ?? consentAgainstEdit)(province())),
    limit,
  );

  test(
    `${count} × two rounds opened at once take two numbers and leave none out`,
    times(() => twoRounds(province())),
    limit,
  );
}
