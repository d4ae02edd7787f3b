import { describe, expect, test } from "vitest";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { checkOffline } from "@/lib/agreements/signing/check-offline";
import { placesOf } from "@/lib/agreements/signing/signature-places";
import { loadWaitingAgreements } from "@/lib/desk/queries/load-waiting-agreements";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import { as, postOf } from "@/prisma/seed/caller";
import {
  consented,
  declined,
  expectLastFileSound,
  inRound,
  officeSigningInput,
  parties,
  signed,
  signedForOffice,
  signingInput,
  stateOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { newestFile } from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

async function issuedAt({ versionId }: VersionStage): Promise<Date | null> {
  const [row] = await province().rows<{ at: Date | null }>(
    "select issued_at as at from signing_rounds where version_id = $1 order by opened_at desc limit 1",
    [versionId],
  );
  return row?.at ?? null;
}

describeCommand(signForOffice, {
  province,
  ready: () => signed(province()),
  by: [council, "records-clerk"],
  input: (version) => officeSigningInput(province(), version, council),
  subjectId: ({ versionId }) => versionId,
  does: {
    "adds the organisation's signature to the file the persons signed, which stays sound": async ({
      stage,
      province,
    }) => {
      const [signature] = await province.rows(
        `select o.field_name as field, c.office_id as "officeId", d.seq, o.post_id as "postId"
          from organisation_signatures o join certificates c on c.tenant_id = o.tenant_id and c.id = o.certificate_id
          join issued_documents d on d.tenant_id = o.tenant_id and d.id = o.document_id where o.version_id = $1`,
        [stage.versionId],
      );
      const { officeId, postId } = postOf(province.phuTho, council, "records-clerk");
      expect(signature).toMatchObject({ officeId, postId, seq: 4 });
      await expectLastFileSound(province, stage);
    },
    "leaves it signed and in force, not issued while an organisation is missing": async ({
      stage,
      province,
    }) => {
      expect(await stateOf(province, stage)).toBe("signed");
      expect(await issuedAt(stage)).toBeNull();
    },
  },
  events: ["agreements.signedForOffice"],
  jobs: 1,
  wrongInput: {
    "no passphrase": { change: { passphrase: "" }, field: "passphrase" },
    "no certificate": { change: { certificateId: "ours" }, field: "certificateId" },
    "a wrong passphrase": {
      change: { passphrase: "không phải mật khẩu này" },
      field: "passphrase",
      trace: ["audit_events", "audit_heads", "signing_keys"],
    },
  },
  notAllowed: {
    "a chief": { by: [council, "chief"], reason: "role", source: "portal" },
    "a specialist": { by: [council, "specialist"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal" },
  conflicts: {
    "with another office's key": {
      change: async (version) => ({
        certificateId: (await officeSigningInput(province(), version, committee)).certificateId,
      }),
      answer: { code: "conflict", message: "noSigningKey" },
    },
    "with a chief's key": {
      change: async (version) => ({
        certificateId: (await signingInput(province(), version, council)).certificateId,
      }),
      answer: { code: "conflict", message: "noSigningKey" },
    },
  },
  wrongState: {
    "before the round opens": { stage: () => consented(province()), reason: "state", source: "portal" },
    "before the last person signed": { stage: () => inRound(province()), reason: "state", source: "portal" },
    "after a party declined": { stage: () => declined(province()), reason: "state", source: "portal" },
    "a second time": {
      stage: async () => {
        const version = await signed(province());
        await signedForOffice(province(), version, council);
        return version;
      },
      code: "conflict",
      message: "alreadySigned",
    },
    "on a paper without blocks for organisations": {
      stage: async () => {
        const version = await signed(province());
        const client = await province().pool("superuser").connect();
        await client.query("begin; set local session_replication_role = replica");
        await client.query("update signing_rounds set organisations = false where version_id = $1", [
          version.versionId,
        ]);
        await client.query("commit");
        client.release();
        return version;
      },
      code: "conflict",
      message: "noOfficeBlock",
    },
  },
  stale: { change: { issuedSha256: "0".repeat(64) }, message: "staleText" },
  atOnce: { answer: { code: "conflict" } },
});

describe("the last organisation's signature", () => {
  test("issues the agreement, says so, and whoever has the file reads who signed in which capacity", async () => {
    const version = await signed(province());
    const before = await newestFile(province(), version);
    for (const office of parties) {
      expect(await issuedAt(version)).toBeNull();
      await signedForOffice(province(), version, office);
    }
    expect(await issuedAt(version)).toBeInstanceOf(Date);
    const events = await province().rows<{ name: string }>(
      "select name from audit_events where subject_id = $1 order by seq desc limit 2",
      [version.versionId],
    );
    expect(events.map(({ name }) => name)).toEqual(["agreements.issued", "agreements.signedForOffice"]);
    await expectLastFileSound(province(), version);
    const file = await newestFile(province(), version);
    expect(Buffer.from(file).subarray(0, before.length).equals(before)).toBe(true);
    const { ok, signatures } = checkOffline(file, { roots: [], now: new Date() });
    expect(ok).toBe(true);
    expect(
      signatures
        .slice(3)
        .map(({ fieldName }) => fieldName)
        .toSorted(),
    ).toEqual(["office_1", "office_2", "office_3"]);
    expect(placesOf(file)).toHaveLength(6);
    for (const { signerName } of signatures.slice(3)) expect(signerName).toMatch(/^Văn phòng /);
    expect(new Set(signatures.map(({ signerName }) => signerName)).size).toBe(6);
  });

  test("three at once: all valid, issued once", async () => {
    const version = await signed(province());
    const inputs = await Promise.all(
      parties.map((office) => officeSigningInput(province(), version, office)),
    );
    const answers = (
      await Promise.all(
        parties.map((office, index) =>
          attempt(signForOffice, as(province().phuTho, office, "records-clerk"), inputs[index]),
        ),
      )
    ).map(answerOf);
    for (const [index, office] of parties.entries()) {
      if (answers[index] !== "done") await signedForOffice(province(), version, office);
    }
    expect(await issuedAt(version)).toBeInstanceOf(Date);
    await expectLastFileSound(province(), version);
  });

  test("may come after a new version was begun", async () => {
    const version = await signed(province());
    await executeCommand(reviseVersion, as(province().phuTho, party, "chief"), version);
    for (const office of parties) await signedForOffice(province(), version, office);
    expect(await issuedAt(version)).toBeInstanceOf(Date);
  });
});

test("the desk tells the clerk of each party until the own organisation has signed, and nobody else", async () => {
  const version = await signed(province());
  await signedForOffice(province(), version, committee);
  const waits = async (office: string, role: "chief" | "records-clerk") => {
    const { accountId, postId } = postOf(province().phuTho, office, role);
    return inTenant({ tenantId: province().phuTho.tenant.id, accountId }, async (tx) => {
      const session = { sessionId: "", accountId, actingPostId: postId };
      const actor = await resolveActor(tx, province().phuTho.tenant, session);
      if (!actor) throw new Error("the post is held");
      const desk = await loadWaitingAgreements(tx, actor);
      return desk.find(({ agreementId }) => agreementId === version.agreementId);
    });
  };
  expect(await waits(council, "records-clerk")).toMatchObject({ act: "issue", others: [party] });
  expect(await waits(committee, "records-clerk")).toBeUndefined();
  expect(await waits(council, "chief")).toBeUndefined();
});

test("the database takes it from the records clerk of that office alone, with the office's certificate, after the last person", async () => {
  const ready = await signed(province());
  const early = await inRound(province());
  const trying = async (
    version: VersionStage,
    office: string,
    role: "chief" | "records-clerk",
    certificateOf: string,
  ) => {
    const post = postOf(province().phuTho, office, role);
    const client = await province().pool("app").connect();
    try {
      await client.query("begin");
      for (const [name, value] of [
        ["app.tenant_id", province().phuTho.tenant.id],
        ["app.office_id", post.officeId],
        ["app.account_id", post.accountId],
      ])
        await client.query("select set_config($1, $2, true)", [name, value]);
      await client.query(
        `insert into organisation_signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id, account_id,
            certificate_id, field_name, signed_at)
          select current_tenant(), gen_random_uuid(), $1, r.id, p.id, d.id, $2, $3, $4, $5, 'x', now()
          from signing_rounds r join issued_documents d on d.round_id = r.id
          join agreement_parties p on p.agreement_id = $6 and p.office_id = $7
          where r.version_id = $1 order by d.seq desc limit 1`,
        [
          version.versionId,
          post.personId,
          post.postId,
          post.accountId,
          certificateOf,
          version.agreementId,
          post.officeId,
        ],
      );
      return "taken";
    } catch (error) {
      return (JSON.parse((error as { detail?: string }).detail ?? "{}") as { reason?: string }).reason;
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const keyOf = (office: string) =>
    province().phuTho.certificates.get(province().phuTho.offices.get(office) ?? "") ?? "";
  expect(await trying(ready, council, "chief", keyOf(council))).toBe("records-clerk");
  expect(await trying(ready, council, "records-clerk", keyOf(committee))).toBe("certificate");
  expect(await trying(early, council, "records-clerk", keyOf(council))).toBe("state");
  // The file of the last person is not one made for this signature.
  expect(await trying(ready, council, "records-clerk", keyOf(council))).toBe("stale");
});
