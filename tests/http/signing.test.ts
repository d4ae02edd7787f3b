import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { inRound } from "@/tests/support/builders/agreement-stages";
import { listed, newestFile } from "@/tests/support/builders/own-certificates";
import { council, type Province } from "@/tests/support/builders/province";
import {
  outsideAuthority,
  outsideCertificate,
  packedByOpenssl,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";
import { keptBytes, keptRows } from "./support/uploads";

// A chief registers a certificate and signs with it, over HTTP as a browser without script does.

let scene: Scene;
let province: Province;
let chief: Person;

beforeAll(async () => {
  scene = await openScene();
  const { database, strangers } = scene;
  province = {
    ...database,
    rows: async <Row>(sql: string, values: unknown[] = []) =>
      (await database.pool("superuser").query(sql, values)).rows as Row[],
  };
  chief = await scene.portal.signedIn(postOf(strangers.phuTho, council, "chief"));
});

afterAll(() => scene.close());

function send(path: string, fields: Readonly<Record<string, string>>, field: string, bytes: Uint8Array) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(field, new File([new Uint8Array(bytes)], "tep", { type: "application/octet-stream" }));
  return scene.portal.post(`/${scene.real.slug}/upload/${path}`, form, chief);
}

test("a certificate is registered, a wrong upload comes back with its reason, the right one leads to the receipt", async () => {
  const { slug } = scene.real;
  const authority = await outsideAuthority();
  await listed(province, authority);
  const own = await outsideCertificate(authority, "Người ký qua trình duyệt");
  const certificates = `/${slug}/account/certificates`;
  const before = [keptBytes(), await keptRows(scene.database)];
  const refused = await send("certificate", { password: "sai" }, "certificate", own.certificateDer);
  expect([refused.status, refused.headers.get("location")]).toEqual([
    303,
    `${certificates}#register-certificate`,
  ]);
  const taken = await send("certificate", { password: province.password }, "certificate", own.certificateDer);
  expect([taken.status, taken.headers.get("location")]).toEqual([303, certificates]);

  const version = await inRound(province);
  await executeCommand(takeTurn, as(province.phuTho, council, "chief"), {
    versionId: version.versionId,
    password: province.password,
  });
  const page = `/${slug}/agreements/${version.agreementId}/sign/other`;
  const html = await (await scene.portal.get(page, chief)).text();
  expect(html).toContain("Anh/chị đang giữ lượt ký đến");
  const file = await newestFile(province, version);
  const fields = { versionId: version.versionId, agreementId: version.agreementId };
  const back = await send("signed-elsewhere", fields, "file", file);
  expect([back.status, back.headers.get("location")]).toEqual([303, `${page}#signed-elsewhere`]);
  const signed = await signedByTool(file, own);
  const done = await send("signed-elsewhere", fields, "file", signed);
  expect(done.status).toBe(303);
  expect(done.headers.get("location")).toMatch(
    new RegExp(`^/${slug}/agreements/${version.agreementId}/receipts/`),
  );

  const second = await inRound(province);
  const [issued] = await province.rows<{ sha256: string }>(
    "select sha256 from issued_documents where version_id = $1 and seq = 0",
    [second.versionId],
  );
  const withKey = await send(
    "own-certificate",
    {
      versionId: second.versionId,
      agreementId: second.agreementId,
      issuedSha256: issued?.sha256 ?? "",
      passphrase: "mật khẩu tệp khóa",
    },
    "keyFile",
    packedByOpenssl(own, "mật khẩu tệp khóa"),
  );
  expect(withKey.headers.get("location")).toMatch(/\/receipts\//);
  const { process, database } = scene.portal.written();
  expect(process + database).not.toContain("mật khẩu tệp khóa");
  // No byte of what was sent is kept as a file.
  expect([keptBytes(), await keptRows(scene.database)]).toEqual(before);
});
