import { describe, expect, test } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { openRound } from "@/lib/agreements/commands/open-round";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { loadWaitingAgreements } from "@/lib/desk/queries/load-waiting-agreements";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import { as, postOf } from "@/prisma/seed/caller";
import {
  consented,
  consentOf,
  declined,
  drafted,
  expectLastFileSound,
  inForce,
  inGroups,
  inRound,
  parties,
  signed,
  signedBy,
  signingInput,
  stateOf,
  stepsOf,
  termOver,
  type VersionStage,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import { changedTables, readWholeDatabase } from "@/tests/support/whole-database";

const province = useProvince();

describeCommand(signVersion, {
  province,
  ready: () => inRound(province()),
  by: [council, "chief"],
  input: (version) => signingInput(province(), version, council),
  subjectId: (version) => version.versionId,
  does: {
    "adds a file that begins with the bytes of the one before": async ({ stage, province }) => {
      const [first, second, ...more] = await province.rows<{ bytes: Buffer }>(
        "select bytes from issued_documents where version_id = $1 order by seq",
        [stage.versionId],
      );
      expect(more).toEqual([]);
      expect(second?.bytes.subarray(0, first?.bytes.length)).toEqual(first?.bytes);
    },
    "keeps who signed, from which post, with which certificate": async ({ stage, result, province }) => {
      const chief = postOf(province.phuTho, council, "chief");
      const signatures = await province.rows(
        `select id, person_id as "personId", post_id as "postId", account_id as "accountId",
          certificate_id as "certificateId" from signatures where version_id = $1`,
        [stage.versionId],
      );
      expect(signatures).toEqual([
        {
          id: result.signatureId,
          personId: chief.personId,
          postId: chief.postId,
          accountId: chief.accountId,
          certificateId: province.phuTho.certificates.get(chief.personId),
        },
      ]);
    },
    "leaves the round open for the others": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("awaiting-signatures");
    },
  },
  events: ["agreements.signedByParty"],
  jobs: 1,
  wrongInput: {
    "no passphrase": { change: { passphrase: "" }, field: "passphrase" },
    "no certificate": { change: { certificateId: "mine" }, field: "certificateId" },
    "no file": { change: { issuedSha256: "" }, field: "issuedSha256" },
  },
  notAllowed: {
    "a deputy whom the paper does not name": {
      by: [council, "deputy-chief"],
      reason: "signing-post",
      source: ["signing", 5],
    },
    "a specialist of the contact office": { by: [party, "specialist"], reason: "role", source: ["heads", 4] },
  },
  conflicts: {
    "with another chief's certificate": {
      change: async (version) => ({
        certificateId: (await signingInput(province(), version, committee)).certificateId,
      }),
      answer: { code: "conflict", message: "noSigningKey" },
    },
  },
  wrongState: {
    "a draft": { stage: () => drafted(province()), reason: "state", source: ["signing", 5] },
    "before the round opens": { stage: () => consented(province()), reason: "state", source: ["signing", 5] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 5] },
    "after another declined": { stage: () => declined(province()), reason: "state", source: ["signing", 5] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 5] },
    "before the own turn": {
      stage: () => inGroups(province()),
      reason: "turn",
      source: ["signing", 5],
      offices: [committee],
    },
    "a second time": {
      stage: async () => {
        const version = await inRound(province());
        await signedBy(province(), version, council);
        return version;
      },
      code: "conflict",
      message: "alreadySigned",
    },
  },
  stale: { change: { issuedSha256: "0".repeat(64) }, message: "staleText" },
  atOnce: { answer: { code: "conflict" } },
});

describe("the last signature", () => {
  test("completes the round, puts the version in force and says so", async () => {
    const version = await inRound(province());
    for (const office of parties) await signedBy(province(), version, office);
    const [row] = await province().rows(
      `select v.state, v.effective_from::text as "from", v.effective_until as "until", r.state as round,
        (select count(*)::integer from signatures s where s.version_id = v.id) as signatures
        from agreement_versions v join signing_rounds r on r.tenant_id = v.tenant_id and r.version_id = v.id where v.id = $1`,
      [version.versionId],
    );
    expect(row).toEqual({
      state: "signed",
      from: dayAt(new Date()),
      until: null,
      round: "completed",
      signatures: 3,
    });
    const events = await province().rows<{ name: string }>(
      "select name from audit_events where subject_id = $1 order by seq desc limit 2",
      [version.versionId],
    );
    expect(events.map(({ name }) => name)).toEqual(["agreements.signed", "agreements.signedByParty"]);
    await expectLastFileSound(province(), version);
  });

  test("of a revision ends the version before it on that day, which stays as it was signed", async () => {
    const first = await signed(province());
    const second = await executeCommand(reviseVersion, as(province().phuTho, council, "chief"), first);
    for (const office of parties) await consentOf(province(), second, office);
    await executeCommand(openRound, as(province().phuTho, party, "chief"), { ...second, revision: 1 });
    for (const office of parties) await signedBy(province(), second, office);
    const versions = await province().rows(
      `select number, state, effective_from::text as "from", effective_until::text as "until"
        from agreement_versions where agreement_id = $1 order by number`,
      [first.agreementId],
    );
    const today = dayAt(new Date());
    expect(versions).toEqual([
      { number: 1, state: "signed", from: today, until: today },
      { number: 2, state: "signed", from: today, until: null },
    ]);
    await expectLastFileSound(province(), first);
    await expectLastFileSound(province(), second);
  });

  test("a chief named after the round opened does not sign for the one on the paper", async () => {
    const version = await inRound(province());
    const chief = postOf(province().phuTho, committee, "chief");
    const deputy = postOf(province().phuTho, committee, "deputy-chief");
    const input = await signingInput(province(), version, committee);
    // A second post of chief in the same office: the role is right, the named post is not.
    await province().rows("update posts set role = 'chief' where id = $1", [deputy.postId]);
    const attempted = await attempt(signVersion, as(province().phuTho, committee, "deputy-chief"), input);
    await province().rows("update posts set role = 'deputy-chief' where id = $1", [deputy.postId]);
    expect(answerOf(attempted)).toMatchObject({
      code: "forbidden",
      refusal: { reason: "signing-post", articleKey: "signing", clause: 5 },
    });
    expect(chief.postId).not.toBe(deputy.postId);
  });
});

describe("an order", () => {
  const turnRefused = (offices: readonly string[]) => ({
    code: "forbidden",
    refusal: { reason: "turn", offices },
  });

  async function tries(version: VersionStage, office: string) {
    const input = await signingInput(province(), version, office);
    return answerOf(await attempt(signVersion, as(province().phuTho, office, "chief"), input));
  }

  test("in groups: the second group signs in any order once the whole first has", async () => {
    const version = await inGroups(province());
    for (const office of [council, party])
      expect(await tries(version, office)).toMatchObject(turnRefused([committee]));
    for (const office of [committee, council, party]) expect(await tries(version, office)).toBe("done");
    expect(await stateOf(province(), version)).toBe("signed");
    await expectLastFileSound(province(), version);
  });

  test("one after another: each waits for all before", async () => {
    const version = await consented(province());
    await executeCommand(openRound, as(province().phuTho, party, "chief"), {
      ...version,
      revision: 1,
      order: "in-order",
      steps: await stepsOf(province(), version, { [council]: 1, [committee]: 2, [party]: 3 }),
    });
    expect(await tries(version, party)).toMatchObject(turnRefused([council, committee]));
    expect(await tries(version, council)).toBe("done");
    expect(await tries(version, party)).toMatchObject(turnRefused([committee]));
    for (const office of [committee, party]) expect(await tries(version, office)).toBe("done");
    expect(await stateOf(province(), version)).toBe("signed");
  });

  test("does not bind who declines: a party that will not sign stops the round for all", async () => {
    const version = await inGroups(province());
    const input = { versionId: version.versionId, reason: "Điều 5 chưa rõ ai thẩm tra." };
    await executeCommand(declineToSign, as(province().phuTho, party, "chief"), input);
    expect(await stateOf(province(), version)).toBe("declined");
  });

  test("is said on each desk and on the page: who signs now, who before whom", async () => {
    const version = await inGroups(province());
    const seenBy = async (office: string) => {
      const { accountId, postId } = postOf(province().phuTho, office, "chief");
      const session = { sessionId: "", accountId, actingPostId: postId };
      return inTenant({ tenantId: province().phuTho.tenant.id, accountId }, async (tx) => {
        const actor = await resolveActor(tx, province().phuTho.tenant, session);
        if (!actor) throw new Error("the chief holds the post");
        const desk = (await loadWaitingAgreements(tx, actor)).find(
          ({ agreementId }) => agreementId === version.agreementId,
        );
        const input = { agreementId: version.agreementId };
        const page = await getAgreementPage({ tx, actor, input, now: new Date() });
        return [desk?.act, desk?.others, page?.may.sign, page?.may.declineToSign];
      });
    };
    expect(await seenBy(committee)).toEqual(["sign", [party, council], true, true]);
    expect(await seenBy(council)).toEqual(["awaitTurn", [committee], false, true]);
    await signedBy(province(), version, committee);
    expect(await seenBy(council)).toEqual(["sign", [party], true, true]);
  });
});

describe("a wrong passphrase", () => {
  test("is counted and recorded, signs nothing, and the fifth locks the key even for the right one", async () => {
    const version = await inRound(province());
    const right = await signingInput(province(), version, committee);
    const chief = as(province().phuTho, committee, "chief");
    for (const left of [4, 3, 2, 1]) {
      const before = await readWholeDatabase(province().pool("superuser"));
      const attempted = await attempt(signVersion, chief, {
        ...right,
        passphrase: "không phải mật khẩu này",
      });
      expect(answerOf(attempted)).toMatchObject({
        code: "invalid",
        message: "passphraseWrong",
        values: { left },
      });
      expect(changedTables(before, await readWholeDatabase(province().pool("superuser")))).toEqual([
        "audit_events",
        "audit_heads",
        "signing_keys",
      ]);
    }
    for (const passphrase of ["lần thứ năm cũng sai", right.passphrase]) {
      const attempted = await attempt(signVersion, chief, { ...right, passphrase });
      expect(answerOf(attempted)).toMatchObject({ code: "conflict", message: "signingKeyLocked" });
    }
    expect(await stateOf(province(), version)).toBe("awaiting-signatures");
  });

  test("tries at once are all counted", async () => {
    const version = await inRound(province());
    const input = { ...(await signingInput(province(), version, party)), passphrase: "mò mật khẩu" };
    const chief = as(province().phuTho, party, "chief");
    await Promise.all([1, 2, 3].map(() => attempt(signVersion, chief, input)));
    const [key] = await province().rows("select failures from signing_keys where certificate_id = $1", [
      input.certificateId,
    ]);
    expect(key).toEqual({ failures: 3 });
    await executeCommand(signVersion, chief, await signingInput(province(), version, party));
    const [after] = await province().rows("select failures from signing_keys where certificate_id = $1", [
      input.certificateId,
    ]);
    expect(after).toEqual({ failures: 0 });
  });
});

test("a text whose term is over is no longer signed, and it is said why", async () => {
  const version = await inRound(province());
  await termOver(province(), version);
  const input = await signingInput(province(), version, council);
  await expect(
    executeCommand(signVersion, as(province().phuTho, council, "chief"), input),
  ).rejects.toMatchObject({
    code: "conflict",
    messageKey: "termOver",
  });
  expect(await stateOf(province(), version)).toBe("awaiting-signatures");
});
