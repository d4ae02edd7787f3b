import { expect, test } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { signElsewhere } from "@/lib/agreements/commands/sign-elsewhere";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { as } from "@/prisma/seed/caller";
import {
  consentCount,
  consented,
  expectLastFileSound,
  inRound,
  lastSignatureMissing,
  negotiating,
  officeSigningInput,
  parties,
  signedBy,
  signedForOffice,
  signingInput,
  stateOf,
  textHash,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { newestFile, rawUpload } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province, party } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";
import { signedByTool } from "@/tests/support/files/outside-certificates";
import { toolOf } from "@/tests/support/life/act-in-database";

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

async function signatureCount(province: Province, { versionId }: VersionStage): Promise<number> {
  return (await province.rows("select 1 from signatures where version_id = $1", [versionId])).length;
}

/** One takes the turn to sign with a tool while another signs with the portal's key. */
async function turnAgainstPortalKey(province: Province): Promise<void> {
  const { certificate } = await toolOf(province, committee);
  const version = await inRound(province);
  const { versionId } = version;
  const input = await signingInput(province, version, council);
  const [bySigner, byTaker] = [
    as(province.phuTho, council, "chief"),
    as(province.phuTho, committee, "chief"),
  ];
  const [signature, turn] = await atOnce(
    () => attempt(signVersion, bySigner, input),
    () => attempt(takeTurn, byTaker, { versionId, password: province.password }),
  );
  if (signature !== "done" && !isBusy(signature)) expect(signature).toMatchObject({ message: "turnTaken" });
  let expected = signature === "done" ? 1 : 0;
  expect(await signatureCount(province, version)).toBe(expected);
  if (turn === "done") {
    // Whichever came first: who has the turn has the newest file, and nobody signs before it is back.
    const file = await newestFile(province, version);
    const late = answerOf(
      await attempt(
        signVersion,
        as(province.phuTho, party, "chief"),
        await signingInput(province, version, party),
      ),
    );
    expect(late).toMatchObject({ message: "turnTaken" });
    const back = { versionId, file: rawUpload(await signedByTool(file, certificate)) };
    expect(answerOf(await attempt(signElsewhere, byTaker, back))).toBe("done");
    expected += 1;
  } else expect(isBusy(turn)).toBe(true);
  expect(await signatureCount(province, version)).toBe(expected);
  if (expected > 0) await expectLastFileSound(province, version);
}

/** With `last` the one who might complete the round does both in the same moment, from two browsers. */
async function signAgainstDecline(province: Province, last: boolean): Promise<void> {
  const version = last ? await lastSignatureMissing(province) : await inRound(province);
  const signer = last ? committee : council;
  const input = await signingInput(province, version, signer);
  const [signature, refusal] = await atOnce(
    () => attempt(signVersion, as(province.phuTho, signer, "chief"), input),
    () =>
      attempt(declineToSign, as(province.phuTho, committee, "chief"), {
        ...version,
        reason: "Từ chối đúng lúc ấy.",
      }),
  );
  const state = await stateOf(province, version);
  expect(await signatureCount(province, version)).toBe((last ? 2 : 0) + (signature === "done" ? 1 : 0));
  if (refusal === "done") {
    expect(state).toBe("declined");
    if (last) expect(signature).not.toBe("done");
  } else {
    if (!last) expect(isBusy(refusal)).toBe(true);
    expect(state).toBe(last && signature === "done" ? "signed" : "awaiting-signatures");
  }
  expect(await eventCount(province, version, "agreements.signed")).toBe(state === "signed" ? 1 : 0);
}

async function clerksSign(province: Province): Promise<void> {
  const version = await inRound(province);
  for (const office of parties) await signedBy(province, version, office);
  const inputs = await Promise.all(parties.map((office) => officeSigningInput(province, version, office)));
  const answers = await atOnce(
    ...parties.map(
      (office, index) => () =>
        attempt(signForOffice, as(province.phuTho, office, "records-clerk"), inputs[index]),
    ),
  );
  for (const [index, office] of parties.entries()) {
    if (isBusy(answers[index])) await signedForOffice(province, version, office);
    else expect(answers[index]).toBe("done");
  }
  expect(await eventCount(province, version, "agreements.issued")).toBe(1);
  expect(await eventCount(province, version, "agreements.signedForOffice")).toBe(3);
  await expectLastFileSound(province, version);
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

  test(
    `${count} × the turn to sign elsewhere against a portal key: each file stands on the newest`,
    times(() => turnAgainstPortalKey(province())),
    limit,
  );

  test(
    `${count} × signing against declining: never both by the last, never in force when one declined`,
    times((index) => signAgainstDecline(province(), index % 2 === 1)),
    limit,
  );

  test(
    `${count} × all three clerks sign for their organisations in the same moment: issued once`,
    times(() => clerksSign(province())),
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
