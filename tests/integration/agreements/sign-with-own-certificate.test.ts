import { beforeAll, expect, test } from "vitest";
import { signWithOwnCertificate } from "@/lib/agreements/commands/sign-with-own-certificate";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { getOwnCertificates } from "@/lib/agreements/queries/get-own-certificates";
import { removeRoot } from "@/lib/agreements/signing-roots";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  expectLastFileSound,
  inRound,
  signingInput,
  stateOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { asOperator } from "@/tests/support/builders/operator";
import { listed, rawUpload, registered, tookTurn } from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideAuthority,
  outsideCertificate,
  packedByOpenssl,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();
const passphrase = "mật khẩu tệp khóa";

let authority: OutsideAuthority;
let own: OutsideCertificate;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
  own = await registered(province(), authority, council);
});

const fresh = () => outsideCertificate(authority, "Người ký mới");

async function signing(version: VersionStage, certificate: OutsideCertificate, typed = passphrase) {
  const { issuedSha256 } = await signingInput(province(), version, council);
  const keyFile = rawUpload(packedByOpenssl(certificate, passphrase), "khoa.p12");
  return { versionId: version.versionId, issuedSha256, keyFile, passphrase: typed };
}

describeCommand(signWithOwnCertificate, {
  province,
  ready: () => inRound(province()),
  by: [council, "chief"],
  input: (version) => signing(version, own),
  subjectId: ({ versionId }) => versionId,
  does: {
    "signs with that certificate, and the file is sound": async ({ stage, province }) => {
      const [signature] = await province.rows(
        `select s.method, c.sha256 from signatures s join certificates c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
          where s.version_id = $1`,
        [stage.versionId],
      );
      expect(signature).toEqual({ method: "own-certificate", sha256: own.sha256 });
      await expectLastFileSound(province, stage);
    },
    // Of PKCS#8 with P-256 the 32 bytes of the private number begin at the 37th (RFC 5915).
    "keeps neither the key nor its passphrase anywhere": async ({ province }) => {
      const key = Buffer.from(own.privateKeyPkcs8).subarray(36, 68).toString("hex");
      const tables = await province.rows<{ name: string }>(
        "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public'",
      );
      for (const { name } of tables) {
        const found = await province.rows(
          `select 1 from ${name} t where t::text like $1 or t::text like $2 limit 1`,
          [`%${key}%`, `%${passphrase}%`],
        );
        expect(found, name).toEqual([]);
      }
    },
  },
  events: ["agreements.signedByParty"],
  jobs: 1,
  wrongInput: {
    "no key file": { change: { keyFile: undefined }, field: "keyFile" },
    "a wrong passphrase": { change: { passphrase: "sai" }, field: "passphrase" },
    "a file that is none": { change: { keyFile: rawUpload(Buffer.from("x")) }, field: "passphrase" },
    "a certificate that is not registered": {
      change: async () => ({ keyFile: rawUpload(packedByOpenssl(await fresh(), passphrase)) }),
      field: "keyFile",
    },
  },
  notAllowed: {
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "while another has the turn": {
      stage: async () => {
        await registered(province(), authority, party);
        const version = await inRound(province());
        await tookTurn(province(), version, party);
        return version;
      },
      code: "conflict",
      message: "turnTaken",
    },
  },
  stale: { change: { issuedSha256: "0".repeat(64) }, message: "staleText" },
  atOnce: { answer: { code: "conflict" } },
});

test("the page of certificates shows it with its use; nothing new is signed under a root that was removed", async () => {
  const other = await outsideAuthority("Nơi cấp thứ hai");
  await listed(province(), other);
  const certificate = await registered(province(), other, committee);
  const by = as(province().phuTho, committee, "chief");
  const signedVersion = await inRound(province());
  const input = async (version: VersionStage) => ({
    ...(await signing(version, certificate)),
    issuedSha256: (await signingInput(province(), version, committee)).issuedSha256,
  });
  expect(answerOf(await attempt(signWithOwnCertificate, by, await input(signedVersion)))).toBe("done");
  const root = await province().rows<{ sha256: string }>(
    "select sha256 from signing_roots where subject like 'Chứng thư nội bộ Nơi cấp thứ hai%'",
  );
  const removed = await asOperator(province(), (query, tenantId) =>
    removeRoot(query, tenantId, root[0]?.sha256 ?? ""),
  );
  expect(removed).toBe(true);
  const after = await inRound(province());
  const turn = { versionId: after.versionId, password: province().password };
  expect(answerOf(await attempt(takeTurn, by, turn))).toMatchObject({ message: "noRegisteredCertificate" });
  expect(answerOf(await attempt(signWithOwnCertificate, by, await input(after)))).toMatchObject({
    fields: { keyFile: ["increment.notRegistered"] },
  });
  expect(await stateOf(province(), after)).toBe("awaiting-signatures");
  // What was signed before stays valid.
  await expectLastFileSound(province(), signedVersion);
  const found = await runQuery(getOwnCertificates, by, {});
  expect(found?.view.certificates.find(({ sha256 }) => sha256 === certificate.sha256)).toMatchObject({
    state: "root-removed",
    key: "elsewhere",
    uses: [
      { method: "own-certificate", versionNumber: 1, capacity: [expect.stringContaining("Chánh Văn phòng")] },
    ],
  });
});
