import { beforeAll, describe, expect, test } from "vitest";
import { signElsewhere } from "@/lib/agreements/commands/sign-elsewhere";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { placesOf } from "@/lib/agreements/signing/signature-places";
import { as, postOf } from "@/prisma/seed/caller";
import {
  expectLastFileSound,
  inRound,
  inRoundOnBehalf,
  signedBy,
  signingInput,
  stateOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import {
  halfHourLater,
  listed,
  newestFile,
  rawUpload,
  registered,
  tookTurn,
} from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideAuthority,
  outsideCertificate,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import { signWithTool, type ToolOptions } from "@/tests/support/files/signing-tool";
import { stream } from "@/tests/unit/agreements/signing/incremental-update";

const province = useProvince();

let authority: OutsideAuthority;
let own: OutsideCertificate;
let others: OutsideCertificate;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
  own = await registered(province(), authority, council);
  others = await registered(province(), authority, committee);
});

async function withTurn(build: () => Promise<VersionStage> = () => inRound(province())) {
  const version = await build();
  await tookTurn(province(), version, council);
  return version;
}

const inputOf = async (version: VersionStage, bytes?: Uint8Array) => ({
  versionId: version.versionId,
  file: rawUpload(bytes ?? (await signedByTool(await newestFile(province(), version), own))),
});

describeCommand(signElsewhere, {
  province,
  ready: withTurn,
  by: [council, "chief"],
  input: (version) => inputOf(version),
  subjectId: ({ versionId }) => versionId,
  does: {
    "keeps the very bytes, the certificate and that it was made elsewhere": async ({ stage, province }) => {
      const [signature] = await province.rows(
        `select s.method, s.field_name as field, c.sha256, d.seq from signatures s
          join certificates c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
          join issued_documents d on d.tenant_id = s.tenant_id and d.id = s.document_id where s.version_id = $1`,
        [stage.versionId],
      );
      expect(signature).toEqual({
        method: "signed-elsewhere",
        field: "Signature1",
        sha256: own.sha256,
        seq: 1,
      });
      await expectLastFileSound(province, stage);
    },
    "ends the turn, so that the others sign on with their keys": async ({ stage, province }) => {
      const [turn] = await province.rows("select outcome from signing_turns where version_id = $1", [
        stage.versionId,
      ]);
      expect(turn).toEqual({ outcome: "signed" });
      for (const office of [party, committee]) await signedBy(province, stage, office);
      expect(await stateOf(province, stage)).toBe("signed");
      await expectLastFileSound(province, stage);
    },
  },
  events: ["agreements.signedByParty"],
  jobs: 1,
  wrongInput: {
    "no file": { change: { file: undefined }, field: "file" },
    "the file as it was fetched": {
      change: async (version) => ({ file: rawUpload(await newestFile(province(), version)) }),
      field: "file",
    },
  },
  notAllowed: {
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "without a turn": { stage: () => inRound(province()), code: "conflict", message: "noTurn" },
    "after half an hour": {
      stage: async () => {
        const version = await withTurn();
        await halfHourLater(province(), version);
        return version;
      },
      code: "conflict",
      message: "noTurn",
    },
    "while another has the turn": {
      stage: async () => {
        const version = await inRound(province());
        await tookTurn(province(), version, committee);
        return version;
      },
      code: "conflict",
      message: "turnTaken",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

describe("an upload is one signature more and nothing else", () => {
  let version: VersionStage;
  let before: Uint8Array;
  let block: { page: number; rectangle: readonly [number, number, number, number] };

  beforeAll(async () => {
    version = await inRound(province());
    await signedBy(province(), version, party);
    await tookTurn(province(), version, council);
    before = await newestFile(province(), version);
    const [row] = await province().rows<{ ordinal: number }>(
      "select p.ordinal from agreement_parties p where p.agreement_id = $1 and p.office_id = $2",
      [version.agreementId, province().phuTho.offices.get(council)],
    );
    const place = placesOf(before).find(({ name }) => name === `party_${row?.ordinal ?? 0}`);
    if (!place) throw new Error("the paper keeps a block for each party");
    block = place;
  });

  const inside = (by = 4): ToolOptions["rect"] => {
    const [left, bottom, right, top] = block.rectangle;
    return [left + by, bottom + by, right - by, top - by];
  };
  const tool = (options: ToolOptions = {}, certificate = own) => signWithTool(before, certificate, options);
  const issued = async () => {
    const [row] = await province().rows<{ bytes: Buffer }>(
      "select bytes from issued_documents where version_id = $1 and seq = 0",
      [version.versionId],
    );
    return new Uint8Array(row?.bytes ?? Buffer.alloc(0));
  };
  const paint = "q 1 1 1 rg 60 60 480 700 re f Q";

  const hostile: readonly [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
    ["the file without a signature", "nothingAdded", () => before],
    ["the file before the others signed", "olderFile", async () => signedByTool(await issued(), own)],
    [
      "another text",
      "rewritten",
      () => {
        const changed = Buffer.from(tool());
        changed.writeUInt8(changed.readUInt8(5_000) ^ 1, 5_000);
        return changed;
      },
    ],
    [
      "a widened gap",
      "notWhole",
      () => {
        const source = Buffer.from(tool()).toString("latin1");
        const at = source.lastIndexOf("/ByteRange [0 ") + "/ByteRange [0 ".length;
        const [start = 0, end = 0, length = 0] = source
          .slice(at, at + 32)
          .split(" ")
          .map(Number);
        const ten = (value: number) => String(value).padStart(10, "0");
        const wider = `${ten(start)} ${ten(end + 40)} ${ten(length - 40)}`;
        return Buffer.from(source.slice(0, at) + wider + source.slice(at + wider.length), "latin1");
      },
    ],
    ["bytes after the end", "bytesAfter", () => Buffer.concat([tool(), Buffer.from("% thêm sau\n")])],
    [
      "a second save after the signature",
      "severalSignatures",
      () => signWithTool(tool(), others, { fieldName: "Chu_ky_3" }),
    ],
    ["a second widget", "extraField", () => tool({ second: true })],
    [
      "text painted over a page",
      "contentChanged",
      () =>
        tool({
          also: (file) => {
            const { dictionary } = file.page(0);
            const { number } = file.reference(dictionary.get("Contents"));
            return [{ number, body: stream(paint) }];
          },
        }),
    ],
    ["a mark outside the own block", "outsideBlock", () => tool({ rect: [60, 60, 200, 120] })],
    ["a mark on another page", "outsideBlock", () => tool({ rect: inside(), page: 1 })],
    ["a mark larger than the block", "outsideBlock", () => tool({ rect: inside(-8) })],
    ["the name of another's field", "nameTaken", () => tool({ fieldName: "party_9" })],
    ["an older form of signature", "notPades", () => tool({ subFilter: "adbe.pkcs7.detached" })],
    ["no name of the certificate", "noSigningCertificate", () => tool({ cades: false })],
    ["SHA-1", "weakHash", () => tool({ hash: "sha1", cades: false })],
    ["another's certificate", "notRegistered", () => tool({}, others)],
    [
      "a certificate that nobody registered",
      "notRegistered",
      async () => tool({}, await outsideCertificate(authority, "Không ai đăng ký")),
    ],
    [
      "one of an authority that is not listed",
      "notRegistered",
      async () => tool({}, await outsideCertificate(await outsideAuthority(), "Nơi khác")),
    ],
    [
      "a signature of other bytes",
      "broken",
      () => {
        const source = Buffer.from(tool()).toString("latin1");
        const at = source.lastIndexOf("/M (D:") + 6;
        return Buffer.from(`${source.slice(0, at)}2020${source.slice(at + 4)}`, "latin1");
      },
    ],
  ];

  test.each(hostile)("%s is refused as %s", async (_name, fault, make) => {
    const input = await inputOf(version, await make());
    const answer = answerOf(await attempt(signElsewhere, as(province().phuTho, council, "chief"), input));
    expect(answer).toMatchObject({ code: "invalid", fields: { file: [`increment.${fault}`] } });
  });

  test("a visible mark inside the own block is taken, and the file stays sound for everybody", async () => {
    const input = await inputOf(version, tool({ rect: inside(), page: block.page }));
    const answer = answerOf(await attempt(signElsewhere, as(province().phuTho, council, "chief"), input));
    expect(answer).toBe("done");
    await expectLastFileSound(province(), version);
    await signedBy(province(), version, committee);
    await expectLastFileSound(province(), version);
  });
});

describe("while one has the turn", () => {
  test("nobody else signs, and after half an hour everybody may again", async () => {
    const version = await withTurn();
    const input = await signingInput(province(), version, committee);
    const chief = as(province().phuTho, committee, "chief");
    expect(answerOf(await attempt(signVersion, chief, input))).toMatchObject({
      code: "conflict",
      message: "turnTaken",
      values: { office: council },
    });
    await halfHourLater(province(), version);
    expect(answerOf(await attempt(signVersion, chief, input))).toBe("done");
  });

  test("the own key of the portal signs as well, which ends the turn", async () => {
    const version = await withTurn();
    await signedBy(province(), version, council);
    expect(
      answerOf(await attempt(signElsewhere, as(province().phuTho, council, "chief"), await inputOf(version))),
    ).toMatchObject({ message: "alreadySigned" });
  });

  test("a deputy KT. takes it in the chief's place", async () => {
    const deputy = await registered(province(), authority, council, "deputy-chief");
    const version = await inRoundOnBehalf(province());
    await tookTurn(province(), version, council, "deputy-chief");
    const bytes = await signedByTool(await newestFile(province(), version), deputy);
    const input = await inputOf(version, bytes);
    const by = as(province().phuTho, council, "deputy-chief");
    expect(answerOf(await attempt(signElsewhere, by, input))).toBe("done");
  });

  test("taking it and signing with a key in the same moment: one of them, and the file is sound", async () => {
    for (let index = 0; index < 4; index += 1) {
      const version = await inRound(province());
      const input = await signingInput(province(), version, committee);
      const answers = (
        await Promise.all([
          attempt(takeTurn, as(province().phuTho, council, "chief"), {
            versionId: version.versionId,
            password: province().password,
          }),
          attempt(signVersion, as(province().phuTho, committee, "chief"), input),
        ])
      ).map(answerOf);
      expect(answers[0]).toBe("done");
      const [turn] = await province().rows<{ seq: number }>(
        `select d.seq from signing_turns t join issued_documents d on d.tenant_id = t.tenant_id and d.id = t.document_id
          where t.version_id = $1`,
        [version.versionId],
      );
      // Either the key was first, and its file was handed out; or the turn was, and the key had to wait.
      if (answers[1] === "done") expect(turn?.seq).toBe(1);
      else expect([answers[1], turn?.seq]).toMatchObject([{ message: "turnTaken" }, 0]);
      const bytes = await signedByTool(await newestFile(province(), version), own);
      const upload = await inputOf(version, bytes);
      expect(answerOf(await attempt(signElsewhere, as(province().phuTho, council, "chief"), upload))).toBe(
        "done",
      );
      await expectLastFileSound(province(), version);
    }
  });
});

describe("the database by itself", () => {
  async function inserting(version: VersionStage, office: string, certificateId: string, method: string) {
    const chief = postOf(province().phuTho, office, "chief");
    const client = await province().pool("app").connect();
    try {
      await client.query("begin");
      for (const [name, value] of [
        ["app.tenant_id", province().phuTho.tenant.id],
        ["app.office_id", chief.officeId],
        ["app.account_id", chief.accountId],
      ])
        await client.query("select set_config($1, $2, true)", [name, value]);
      const { rows } = await client.query(
        `select r.id as round, d.bytes, d.seq, p.id as party, gen_random_uuid() as document from signing_rounds r
          join issued_documents d on d.round_id = r.id join agreement_parties p on p.office_id = $2 and p.agreement_id = $3
          where r.version_id = $1 order by d.seq desc limit 1`,
        [version.versionId, chief.officeId, version.agreementId],
      );
      const [at] = rows;
      await client.query(
        `insert into issued_documents (tenant_id, id, version_id, round_id, seq, sha256, bytes, created_at)
          values (current_tenant(), $1, $2, $3, $4, encode(sha256($5), 'hex'), $5, now())`,
        [at.document, version.versionId, at.round, at.seq + 1, Buffer.concat([at.bytes, Buffer.from("x")])],
      );
      await client.query(
        `insert into signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id, account_id,
            certificate_id, field_name, method, signed_at)
          values (current_tenant(), gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, 'x', $9, now())`,
        [
          version.versionId,
          at.round,
          at.party,
          at.document,
          chief.personId,
          chief.postId,
          chief.accountId,
          certificateId,
          method,
        ],
      );
      return "taken";
    } catch (error) {
      return (JSON.parse((error as { detail?: string }).detail ?? "{}") as { reason?: string }).reason;
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  const idOf = async (certificate: OutsideCertificate) => {
    const [row] = await province().rows<{ id: string }>("select id from certificates where sha256 = $1", [
      certificate.sha256,
    ]);
    return row?.id ?? "";
  };

  test("takes no signature while another's turn runs, none made elsewhere without a turn, none with the wrong certificate", async () => {
    const free = await inRound(province());
    const taken = await withTurn();
    const keyOf = (office: string) =>
      province().phuTho.certificates.get(postOf(province().phuTho, office, "chief").personId) ?? "";
    expect(await inserting(taken, committee, keyOf(committee), "portal-key")).toBe("turn-taken");
    expect(await inserting(free, committee, await idOf(others), "signed-elsewhere")).toBe("no-turn");
    expect(await inserting(free, committee, await idOf(others), "portal-key")).toBe("certificate");
    expect(await inserting(taken, council, keyOf(council), "signed-elsewhere")).toBe("certificate");
    expect(await inserting(free, committee, await idOf(own), "own-certificate")).toBe("certificate");
    expect(await inserting(free, committee, await idOf(others), "own-certificate")).toBe("taken");
    expect(await inserting(taken, council, await idOf(own), "signed-elsewhere")).toBe("taken");
  });
});
