import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { setWorkingRules } from "@/lib/agreements/commands/set-working-rules";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import type { Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase } from "./judge-by-database";
import { partyOf, type RawAgreementAct, rawAgreementAct } from "./raw-agreement-acts";
import type { VersionItem } from "./version-item";

export type AgreementCell = { who: Tries; item: VersionItem; act: RawAgreementAct };

function codeSays(province: Province, { act, item, who }: AgreementCell): Promise<CodeVerdict> {
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
    case "setWorkingRules":
      return judgeByCode(setWorkingRules, who, {
        versionId,
        revision,
        dutyId: item.dutyId,
        opinionDays: "9",
        silence: "block",
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
        passphrase: province.password,
      });
    case "takeTurn":
      return judgeByCode(takeTurn, who, { versionId, password: province.password });
    case "declineToSign":
      return judgeByCode(declineToSign, who, { versionId, reason });
    case "withdraw":
      return judgeByCode(withdrawVersion, who, { versionId, reason });
    case "revise":
      return judgeByCode(reviseVersion, who, { versionId });
  }
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareAgreementCells(
  province: Province,
  cells: readonly AgreementCell[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act } = cell;
    const code = await codeSays(province, cell);
    const database = await judgeByDatabase(province.pool("app"), who, rawAgreementAct(act, item, who));
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}
