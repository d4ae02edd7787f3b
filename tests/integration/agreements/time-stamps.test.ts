import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { signWithOwnCertificate } from "@/lib/agreements/commands/sign-with-own-certificate";
import { checkFile } from "@/lib/agreements/public-check/summary";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  expectLastFileSound,
  inRound,
  parties,
  signedBy,
  signedForOffice,
  signingInput,
  stateOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { listed, newestFile, rawUpload, registered } from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";
import { outsideAuthority, packedByOpenssl } from "@/tests/support/files/outside-certificates";
import { startStampResponder } from "@/tests/support/stamp-responder";

// The product reads its settings once, at first use.
const responder = await startStampResponder();
process.env["PORTAL_TIMESTAMP_URL"] = responder.url;
process.env["PORTAL_TIMESTAMP_ROOTS"] = responder.rootPath;

const province = useProvince();
let stampRoot: X509Certificate;

beforeAll(() => {
  stampRoot = new X509Certificate(readFileSync(responder.rootPath));
});

afterEach(() => {
  responder.manner = "honest";
  responder.asked = () => Promise.resolve();
});

afterAll(() => responder.close());

/** What anybody reads of the newest file: whose signature bears a time stamp. */
async function stamped(version: VersionStage): Promise<boolean[]> {
  const bytes = await newestFile(province(), version);
  const checked = checkFile(
    { name: "quy-che.pdf", bytes },
    { roots: [], stampRoots: [stampRoot] },
    new Date(),
  );
  if (checked.kind !== "checked" || checked.verdict !== "valid") throw new Error("the file is not valid");
  return checked.signatures.map(({ stampedAt }) => stampedAt !== undefined);
}

async function events({ versionId }: VersionStage): Promise<[string, unknown][]> {
  const rows = await province().rows<{ name: string; stamp: unknown }>(
    `select name, payload -> 'timeStamp' as stamp from audit_events where subject_id = $1
      and name in ('agreements.signedByParty', 'agreements.signedForOffice', 'agreements.timeStampMissing') order by seq`,
    [versionId],
  );
  return rows.map(({ name, stamp }) => [name.replace("agreements.", ""), stamp]);
}

/** While the first question waits, and once only. */
function meanwhile(act: () => Promise<unknown>): void {
  responder.asked = () => {
    responder.asked = () => Promise.resolve();
    return act();
  };
}

describe("with a responder of time stamps", () => {
  test("persons and organisations sign with a stamp each, and every file is sound", async () => {
    const version = await inRound(province());
    for (const office of parties) await signedBy(province(), version, office);
    expect(await stateOf(province(), version)).toBe("signed");
    await signedForOffice(province(), version, council);
    expect(await stamped(version)).toEqual([true, true, true, true]);
    expect(await events(version)).toEqual([
      ...parties.map(() => ["signedByParty", true]),
      ["signedForOffice", true],
    ]);
    await expectLastFileSound(province(), version);
  });

  test("an own certificate signs with a stamp too", async () => {
    const authority = await outsideAuthority();
    await listed(province(), authority);
    const own = await registered(province(), authority, council);
    const version = await inRound(province());
    const { issuedSha256 } = await signingInput(province(), version, council);
    const passphrase = "mật khẩu tệp khóa";
    const keyFile = rawUpload(packedByOpenssl(own, passphrase), "khoa.p12");
    const input = { versionId: version.versionId, issuedSha256, keyFile, passphrase };
    await executeCommand(signWithOwnCertificate, as(province().phuTho, council, "chief"), input);
    expect(await stamped(version)).toEqual([true]);
    await expectLastFileSound(province(), version);
  });

  test.each(["refusing", "altered", "stale"] as const)(
    "that is %s one signs without, and that is recorded",
    async (manner) => {
      responder.manner = manner;
      const version = await inRound(province());
      await signedBy(province(), version, council);
      expect(await stamped(version)).toEqual([false]);
      expect(await events(version)).toEqual([
        ["signedByParty", null],
        ["timeStampMissing", null],
      ]);
      await expectLastFileSound(province(), version);
    },
  );

  test("another signs while it is asked: both files stand one on the other, each with its stamp", async () => {
    const version = await inRound(province());
    meanwhile(() => signedBy(province(), version, committee));
    await signedBy(province(), version, council);
    expect(await stamped(version)).toEqual([true, true]);
    await expectLastFileSound(province(), version);
  });

  test("another declines while it is asked: nothing is signed", async () => {
    const version = await inRound(province());
    const input = await signingInput(province(), version, council);
    meanwhile(() =>
      executeCommand(declineToSign, as(province().phuTho, party, "chief"), {
        versionId: version.versionId,
        reason: "Từ chối đúng lúc ấy.",
      }),
    );
    const answer = answerOf(await attempt(signVersion, as(province().phuTho, council, "chief"), input));
    expect(answer).toMatchObject({ code: "forbidden" });
    expect(await stateOf(province(), version)).toBe("declined");
    expect(await events(version)).toEqual([]);
  });

  test("the certificate is revoked while it is asked: nothing is signed", async () => {
    const version = await inRound(province());
    const input = await signingInput(province(), version, council);
    const revoke = (at: string) =>
      province().rows(`update certificates set revoked_at = ${at} where id = $1`, [input.certificateId]);
    meanwhile(() => revoke("now()"));
    const answer = answerOf(await attempt(signVersion, as(province().phuTho, council, "chief"), input));
    expect(answer).toMatchObject({ message: "certificateNotValid" });
    expect(await events(version)).toEqual([]);
  });

  test("a wrong passphrase is counted and nothing is asked", async () => {
    const version = await inRound(province());
    const input = await signingInput(province(), version, committee);
    let questions = 0;
    responder.asked = () => Promise.resolve((questions += 1));
    const wrong = { ...input, passphrase: "không phải mật khẩu này" };
    const answer = answerOf(await attempt(signVersion, as(province().phuTho, committee, "chief"), wrong));
    expect(answer).toMatchObject({ message: "passphraseWrong" });
    expect(questions).toBe(0);
  });
});
