import { describe, expect, test } from "vitest";
import { nameExternalSigner } from "@/lib/agreements/commands/name-external-signer";
import { openRound } from "@/lib/agreements/commands/open-round";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { partyPage } from "@/lib/agreements/external/functions";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getWordCopy } from "@/lib/agreements/queries/get-word-copy";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { consentOf, parties, revisionOf, textHash } from "@/tests/support/builders/agreement-stages";
import {
  consentsByLink,
  draftedWithOutside,
  inRoundWithOutside,
  linkOf,
  negotiatingWithOutside,
  type OutsideStage,
  slug,
} from "@/tests/support/builders/outside-parties";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const title = "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh";
const before = "Phùng Khánh Ngân";
const reason = "Nghỉ hưu từ ngày 01/12/2026.";

const chief = () => as(province().phuTho, party, "chief");
const input = ({ versionId, partyId }: OutsideStage) => ({
  versionId,
  partyId,
  before,
  signerName: "Lục Thế Vinh",
  signingTitle: title,
  reason,
});

async function outsideOf({ agreementId, versionNumber }: OutsideStage & { versionNumber?: number }) {
  const page = await runQuery(getAgreementPage, chief(), { agreementId, versionNumber });
  return page?.view.outside[0];
}

async function consentsOf({ versionId }: OutsideStage): Promise<number> {
  return (await province().rows("select 1 from consents where version_id = $1", [versionId])).length;
}

describeCommand(nameExternalSigner, {
  province,
  ready: () => negotiatingWithOutside(province()),
  by: [party, "specialist"],
  input: (stage) => Promise.resolve(input(stage)),
  subjectId: ({ versionId }) => versionId,
  does: {
    "is who signs from now on, with who was to sign before and why": async ({ stage }) => {
      expect(await outsideOf(stage)).toMatchObject({
        signerName: "Lục Thế Vinh",
        signingTitle: title,
        renamed: { before, reason },
      });
    },
    "and the page of its link says so": async ({ stage, province }) => {
      const page = await partyPage(slug, await linkOf(province, stage));
      expect(page?.link).toMatchObject({ signerName: "Lục Thế Vinh", signingTitle: title });
    },
  },
  events: ["agreements.externalSignerNamed"],
  wrongInput: {
    "nobody who signs": { change: { signerName: " " }, field: "signerName" },
    "no post to sign from": { change: { signingTitle: "" }, field: "signingTitle" },
    "no reason": { change: { reason: "" }, field: "reason" },
    "who signs already": { change: { signerName: before }, field: "signerName" },
  },
  notAllowed: {
    "a records clerk": { by: [party, "records-clerk"], reason: "role", source: ["heads", 4] },
    "the office that represents it, which is not the contact office": {
      by: [council, "specialist"],
      reason: "part",
      source: "portal",
    },
  },
  wrongState: {
    "once the round's paper names who signs": {
      stage: () => inRoundWithOutside(province()),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { before: "Người đã thay" }, message: "staleText" },
  atOnce: {
    second: { by: [party, "chief"], input: (stage) => Promise.resolve(input(stage)) },
    answer: { code: "stale" },
  },
});

describe("another signer", () => {
  test("in the same post leaves every consent as it was, and the round opens with the new name on its paper", async () => {
    const stage = await negotiatingWithOutside(province());
    const hash = await textHash(province(), stage);
    for (const office of parties) await consentOf(province(), stage, office);
    await consentsByLink(province(), stage);
    await executeCommand(nameExternalSigner, chief(), input(stage));
    expect(await textHash(province(), stage)).toBe(hash);
    expect(await consentsOf(stage)).toBe(3);
    const revision = await revisionOf(province(), stage);
    await executeCommand(openRound, chief(), { versionId: stage.versionId, revision });
    const copy = await runQuery(getWordCopy, chief(), stage);
    expect(copy?.view.offices.at(-1)).toMatchObject({ signerName: "Lục Thế Vinh" });
  });

  test("in another post is another text: every party consents anew, that outside too", async () => {
    const stage = await negotiatingWithOutside(province());
    for (const office of parties) await consentOf(province(), stage, office);
    await consentsByLink(province(), stage);
    const other = { ...input(stage), signingTitle: "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh" };
    await executeCommand(nameExternalSigner, chief(), other);
    expect(await consentsOf(stage)).toBe(0);
    expect((await outsideOf(stage))?.answer?.current).toBe(false);
  });

  test("after a round was withdrawn is named in the next version; the version before names whom its paper names", async () => {
    const stage = await inRoundWithOutside(province());
    await executeCommand(withdrawVersion, chief(), { versionId: stage.versionId, reason: "Đổi người ký." });
    const { versionId } = await executeCommand(reviseVersion, chief(), { versionId: stage.versionId });
    await executeCommand(nameExternalSigner, chief(), input({ ...stage, versionId }));
    expect((await outsideOf(stage))?.signerName).toBe("Lục Thế Vinh");
    expect(await outsideOf({ ...stage, versionNumber: 1 })).toMatchObject({
      signerName: before,
      renamed: null,
    });
    const old = await runQuery(getWordCopy, chief(), { agreementId: stage.agreementId, versionNumber: 1 });
    expect(old?.view.offices.at(-1)).toMatchObject({ signerName: before });
    // And the one after that goes on with whom this one names.
    await executeCommand(withdrawVersion, chief(), { versionId, reason: "Soạn lại." });
    await executeCommand(reviseVersion, chief(), { versionId });
    expect((await outsideOf(stage))?.signerName).toBe("Lục Thế Vinh");
  });

  test("while it is the first draft is named too", async () => {
    const stage = await draftedWithOutside(province());
    await executeCommand(nameExternalSigner, chief(), input(stage));
    expect((await outsideOf(stage))?.signerName).toBe("Lục Thế Vinh");
  });

  test("is named past the code by nobody but the contact office, and by it in no round", async () => {
    const stage = await negotiatingWithOutside(province());
    const names = (office: string, { versionId, partyId }: OutsideStage) => {
      const { officeId, accountId } = postOf(province().phuTho, office, "chief");
      const tenantId = province().phuTho.tenant.id;
      return outcomeOf(
        province().pool("app"),
        { tenantId, officeId, accountId },
        `insert into external_signers (tenant_id, id, version_id, party_id, signing_title, signer_name, reason, account_id, named_at)
          values ($1, gen_random_uuid(), $2, $3, 'Chủ tịch', 'Người khác', 'Vì thế.', $4, now())`,
        [tenantId, versionId, partyId, accountId],
      );
    };
    expect(await names(council, stage)).toBe("PH001 part");
    expect(await names(party, stage)).not.toMatch(/PH|42/);
    expect(await names(party, await inRoundWithOutside(province()))).toBe("PH002 frozen");
  });
});
