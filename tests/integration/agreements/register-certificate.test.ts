import { beforeAll, describe, expect, test } from "vitest";
import { registerCertificate } from "@/lib/agreements/commands/register-certificate";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { as, postOf } from "@/prisma/seed/caller";
import { listed, rawUpload, registered, registrationOf } from "@/tests/support/builders/own-certificates";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideAuthority,
  outsideCertificate,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;
let own: OutsideCertificate;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
  own = await registered(province(), authority, council);
  // The fourth office's chief has a password as everybody else.
  await province().rows(
    "update accounts set password_hash = (select password_hash from accounts where id = $1) where id = $2",
    [
      postOf(province().phuTho, party, "chief").accountId,
      postOf(province().phuTho, stranger, "chief").accountId,
    ],
  );
});

const fresh = () => outsideCertificate(authority, "Người ký mới");

describeCommand(registerCertificate, {
  province,
  ready: () => Promise.resolve({}),
  by: [committee, "chief"],
  input: async () => registrationOf(province(), await fresh()),
  subjectId: () => null,
  does: {
    "keeps it in the person's name, under its root": async ({ result, province }) => {
      const [row] = await province.rows(
        `select c.person_id as "personId", c.authority_id as "authorityId", c.subject, r.subject as root
          from certificates c join signing_roots r on r.tenant_id = c.tenant_id and r.id = c.root_id where c.id = $1`,
        [result.certificateId],
      );
      expect(row).toMatchObject({
        personId: postOf(province.phuTho, committee, "chief").personId,
        authorityId: null,
        subject: "Người ký mới, Chánh Văn phòng, Văn phòng",
      });
    },
  },
  events: ["agreements.certificateRegistered"],
  wrongInput: {
    "no file": { change: { certificate: undefined }, field: "certificate" },
    "no password": { change: { password: "" }, field: "password" },
    "a certificate of an unlisted authority": {
      change: async () =>
        registrationOf(province(), await outsideCertificate(await outsideAuthority(), "Lạ")),
      field: "certificate",
    },
  },
  notAllowed: {
    "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "invalid" },
  otherOffice: "may",
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("a wrong password registers nothing, and is counted as one at the door", async () => {
  const input = { ...registrationOf(province(), await fresh()), password: "không phải mật khẩu này" };
  const answer = answerOf(await attempt(registerCertificate, as(province().phuTho, party, "chief"), input));
  expect(answer).toMatchObject({ code: "invalid", fields: { password: ["passwordWrong"] } });
  expect(await province().rows("select failures from sign_in_throttle")).toEqual([{ failures: 1 }]);
});

describe("a certificate is refused and said why", () => {
  const tries: readonly [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
    ["no certificate at all", "unreadable", () => Buffer.from("không phải chứng thư")],
    ["an authority's own", "authority", () => authority.certificateDer],
    [
      "one that has ended",
      "ended",
      async () => (await outsideCertificate(authority, "Cũ", { from: -30, until: -1 })).certificateDer,
    ],
    [
      "one that is not valid yet",
      "notYet",
      async () => (await outsideCertificate(authority, "Sau", { from: 5 })).certificateDer,
    ],
    [
      "one of an unlisted authority",
      "unknownRoot",
      async () => (await outsideCertificate(await outsideAuthority(), "Lạ")).certificateDer,
    ],
    ["one that is registered", "known", () => own.certificateDer],
    [
      "one with its private key",
      "privateKey",
      () => Buffer.from(`${certificatePem(own.certificateDer)}-----BEGIN PRIVATE KEY-----\n`),
    ],
  ];
  test.each(tries)("%s", async (_name, fault, make) => {
    const input = { certificate: rawUpload(await make()), password: province().password };
    const answer = answerOf(await attempt(registerCertificate, as(province().phuTho, party, "chief"), input));
    expect(answer).toMatchObject({ code: "invalid", fields: { certificate: [`certificate.${fault}`] } });
  });

  test("as PEM with the authority beside it, it is taken", async () => {
    const certificate = await fresh();
    const pem = [authority.certificateDer, certificate.certificateDer].map(certificatePem).join("");
    const input = { certificate: rawUpload(Buffer.from(pem)), password: province().password };
    expect(answerOf(await attempt(registerCertificate, as(province().phuTho, party, "chief"), input))).toBe(
      "done",
    );
  });
});
