import { raisePoint } from "@/lib/agreements/commands/raise-point";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { negotiating, type VersionStage } from "./agreement-stages";
import { committee, type Province } from "./province";

export type PointStage = VersionStage & { pointId: string };

export const proposedText = "Quy chế này quy định việc phối hợp giữa ba văn phòng, có báo cáo hằng tháng.";

/** The committee's office says something of the first clause of the first article, or how it should read. */
export async function pointOn(
  province: Province,
  version: VersionStage,
  kind: "remark" | "proposal",
): Promise<PointStage> {
  const { pointId } = await executeCommand(raisePoint, as(province.phuTho, committee, "specialist"), {
    versionId: version.versionId,
    at: "scope.1",
    kind,
    words: "Cần báo cáo hằng tháng.",
    ...(kind === "proposal" ? { proposedText } : {}),
  });
  return { ...version, pointId };
}

export async function withPoint(province: Province, kind: "remark" | "proposal"): Promise<PointStage> {
  return pointOn(province, await negotiating(province), kind);
}

export async function pointRow(province: Province, { pointId }: PointStage) {
  const [row] = await province.rows<{ state: string; answer: string | null; closed: boolean }>(
    "select state, answer, closed_at is not null as closed from clause_points where id = $1",
    [pointId],
  );
  return row;
}

export async function firstClause(province: Province, { versionId }: VersionStage): Promise<string> {
  const [row] = await province.rows<{ text: string }>(
    "select clauses[1] as text from agreement_articles where version_id = $1 and article_key = 'scope'",
    [versionId],
  );
  return row?.text ?? "";
}
