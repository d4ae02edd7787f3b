import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openRound } from "@/lib/agreements/commands/open-round";
import { setForm } from "@/lib/agreements/commands/set-form";
import { getWordCopy } from "@/lib/agreements/queries/get-word-copy";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  consentCount,
  consented,
  consentOf,
  drafted,
  inForce,
  inRound,
  negotiating,
  parties,
  revisionOf,
  signedBy,
  textHash,
  type VersionStage,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { amendmentOf } from "@/tests/support/builders/amendments";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";
import { extractPages } from "@/tests/unit/agreements/signing/extract-text";

const province = useProvince();
const dense = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

async function chosen(
  version: VersionStage,
  form: string,
  recipients = "- Như trên;\n- Lưu: VT.",
): Promise<void> {
  await executeCommand(setForm, as(province().phuTho, party, "specialist"), {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    form,
    recipients,
  });
}

async function kept({ versionId }: VersionStage) {
  const [row] = await province().rows("select form, recipients from agreement_versions where id = $1", [
    versionId,
  ]);
  return row;
}

/** The file of the newest round as its first signer sees it. */
async function issuedText({ versionId }: VersionStage): Promise<string> {
  const [row] = await province().rows<{ bytes: Buffer }>(
    "select bytes from issued_documents where version_id = $1 and seq = 0",
    [versionId],
  );
  return dense(extractPages(new Uint8Array(row?.bytes ?? [])).join(""));
}

describeCommand(setForm, {
  province,
  ready: () => consented(province()),
  by: [committee, "department-head"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    form: "state",
    recipients: "- Thường trực Tỉnh ủy;\n\n  - Lưu: VT.  ",
  }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the form and to whom copies go, a line each": async ({ stage }) => {
      expect(await kept(stage)).toEqual({
        form: "state",
        recipients: ["- Thường trực Tỉnh ủy;", "- Lưu: VT."],
      });
    },
    "clears every consent": async ({ stage, province }) => {
      expect(await consentCount(province, stage)).toBe(0);
    },
  },
  events: ["agreements.formSet"],
  wrongInput: {
    "a form that is none": { change: { form: "letter" }, field: "form" },
    "an official form that goes to nobody": { change: { recipients: " \n " }, field: "recipients" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "a draft is the contact office's own": {
      stage: () => drafted(province()),
      reason: "state",
      source: ["signing", 2],
    },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 2] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 2] },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: {
    second: {
      by: [council, "specialist"],
      input: async (version) => ({
        versionId: version.versionId,
        revision: await revisionOf(province(), version),
        form: "party",
        recipients: "- Lưu: VT.",
      }),
    },
    answer: { code: "stale" },
  },
});

/** The hash as it was computed before there were forms. */
async function hashBefore({ versionId }: VersionStage): Promise<string | undefined> {
  const migration = readFileSync("prisma/migrations/20261122000004_agreement_promises/migration.sql", "utf8");
  const body = /create function version_content_hash.*?\$\$(.*?)\$\$/s.exec(migration)?.[1] ?? "";
  const sql = body
    .replaceAll("p_tenant", "$1")
    .replaceAll("p_version", "$2")
    .replace(/\)\), 'hex'\)\s*$/, ")), 'hex') as hash");
  const [row] = await province().rows<{ hash: string }>(sql, [province().phuTho.tenant.id, versionId]);
  return row?.hash;
}

test("the joint form leaves every hash as it was before there were others, and names nobody", async () => {
  const version = await negotiating(province());
  const first = await textHash(province(), version);
  expect(first).toBe(await hashBefore(version));
  await chosen(version, "party");
  const asParty = await textHash(province(), version);
  await chosen(version, "party", "- Lưu: VT.");
  const asOther = await textHash(province(), version);
  await chosen(version, "state", "- Lưu: VT.");
  expect(new Set([first, asParty, asOther, await textHash(province(), version)]).size).toBe(4);
  await chosen(version, "joint");
  expect(await kept(version)).toEqual({ form: "joint", recipients: [] });
  expect(await textHash(province(), version)).toBe(first);
});

test.each([
  [
    "state",
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    /Số:\d+\/QC-VPTU-/,
    /^\d+\/QC-/,
  ],
  ["party", ["ĐẢNG CỘNG SẢN VIỆT NAM", "*"], /Số\d+-QC\/VPTU-/, /^\d+-QC\/VPTU-/],
] as const)(
  "in the form of the %s it is drawn, numbered and signed, and amended in it",
  async (form, heads, number, word) => {
    const version = await negotiating(province());
    await chosen(version, form);
    for (const office of parties) await consentOf(province(), version, office);
    await executeCommand(openRound, as(province().phuTho, party, "chief"), {
      versionId: version.versionId,
      revision: await revisionOf(province(), version),
    });
    const text = await issuedText(version);
    for (const said of [...heads, "Nơi nhận:", "- Như trên;", "- Lưu: VT."])
      expect(text).toContain(dense(said));
    expect(text).toMatch(number);
    for (const office of parties) await signedBy(province(), version, office);
    const copy = await runQuery(getWordCopy, as(province().phuTho, council, "chief"), {
      agreementId: version.agreementId,
    });
    expect(copy?.view.numberLine.replace(/^Số:? /, "")).toMatch(word);
    expect(copy?.view).toMatchObject({ form, recipients: ["- Như trên;", "- Lưu: VT."] });
    expect(await kept(await amendmentOf(province(), version))).toEqual({
      form,
      recipients: ["- Như trên;", "- Lưu: VT."],
    });
  },
);
