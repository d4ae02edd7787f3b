import { beforeAll, expect, test } from "vitest";
import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { postOf } from "@/prisma/seed/caller";
import {
  consentOf,
  consented,
  declined,
  drafted,
  inForce,
  inRound,
  negotiating,
  signedBy,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, type Province, party, useProvince } from "@/tests/support/builders/province";
import { drawActor, type Tries } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { type CodeVerdict, judgeByCode } from "@/tests/support/differential/judge-by-code";
import { judgeByDatabase } from "@/tests/support/differential/judge-by-database";
import {
  partyOf,
  type RawAgreementAct,
  rawAgreementAct,
  rawAgreementActs,
} from "@/tests/support/differential/raw-agreement-acts";
import { type VersionItem, versionItem } from "@/tests/support/differential/version-item";

const drawn = 400;
const province = useProvince();
const items: VersionItem[] = [];

async function oneConsent(province: Province) {
  const version = await negotiating(province);
  await consentOf(province, version, committee);
  return version;
}

async function oneSignature(province: Province) {
  const version = await inRound(province);
  await signedBy(province, version, council);
  return version;
}

async function lastSignatureMissing(province: Province) {
  const version = await oneSignature(province);
  await signedBy(province, version, party);
  return version;
}

beforeAll(async () => {
  const stages = {
    drafted,
    negotiating,
    oneConsent,
    consented,
    inRound,
    oneSignature,
    lastSignatureMissing,
    inForce,
    declined,
    withdrawn,
  };
  for (const [name, build] of Object.entries(stages)) {
    items.push(await versionItem(province(), name, await build(province())));
  }
});

function codeSays(act: RawAgreementAct, item: VersionItem, who: Tries): Promise<CodeVerdict> {
  const { versionId, revision } = item;
  const reason = "Lý do đã nêu";
  switch (act) {
    case "editArticle":
      return judgeByCode(editArticle, who, {
        versionId,
        revision,
        articleKey: "scope",
        heading: "Khác",
        text: "Một.\n\nHai.\n\nBa.\n\nBốn.",
      });
    case "assignDuty":
      return judgeByCode(assignDuty, who, {
        versionId,
        revision,
        dutyId: item.dutyId,
        leadRule: "fixed",
        cells: { [item.contactOfficeId]: "CT" },
      });
    case "setTerm":
      return judgeByCode(setTerm, who, { versionId, revision, plannedFrom: "1/7/2027" });
    case "send":
      return judgeByCode(sendForNegotiation, who, { versionId, revision });
    case "consent":
      return judgeByCode(recordConsent, who, { versionId, contentHash: item.contentHash });
    case "openRound":
      return judgeByCode(openRound, who, { versionId, revision });
    case "sign":
      return judgeByCode(signVersion, who, {
        versionId,
        issuedSha256: item.round?.issuedSha256 ?? "0".repeat(64),
        certificateId: partyOf(item, who).certificateId,
        passphrase: province().password,
      });
    case "declineToSign":
      return judgeByCode(declineToSign, who, { versionId, reason });
    case "withdraw":
      return judgeByCode(withdrawVersion, who, { versionId, reason });
    case "revise":
      return judgeByCode(reviseVersion, who, { versionId });
  }
}

type Cell = { who: Tries; item: VersionItem; act: RawAgreementAct };

/** Every act of each party's chief on every version: the whole of what anybody may do is in here. */
function cellsOfChiefs(): Cell[] {
  const { phuTho } = province();
  return [party, council, committee].flatMap((office) => {
    const post = postOf(phuTho, office, "chief");
    const who: Tries = { kind: "own", tenant: phuTho.tenant, post, ...post };
    return items.flatMap((item) => rawAgreementActs.map((act) => ({ who, item, act })));
  });
}

function drawnCells(): Cell[] {
  const draw = drawFrom(20261123);
  return Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(rawAgreementActs),
  }));
}

test(`300 cells of the chiefs, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const counts = { allowed: 0, refused: 0, role: 0, other: 0 };
  const allowed = new Set<RawAgreementAct>();
  const differences: unknown[] = [];
  for (const { who, item, act } of [...cellsOfChiefs(), ...drawnCells()]) {
    const code = await codeSays(act, item, who);
    const database = await judgeByDatabase(province().pool("app"), who, rawAgreementAct(act, item, who));
    counts[code] += 1;
    if (code === "allowed") allowed.add(act);
    // A refusal by role says nothing about the database: it knows no roles, but it does know the named signing post.
    if (code !== "role" && database.accepted !== (code === "allowed")) {
      const { kind, post } = who;
      differences.push({
        act,
        item: item.name,
        kind,
        office: post.officeCode,
        role: post.role,
        code,
        database,
      });
    }
  }
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawAgreementActs].sort());
  expect(counts.allowed).toBeGreaterThan(60);
  expect(counts.refused).toBeGreaterThan(400);
  expect(counts.other).toBe(0);
}, 180_000);
