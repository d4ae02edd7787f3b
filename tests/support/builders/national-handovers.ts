import ExcelJS from "exceljs";
import { keepHandoverReceipt } from "@/lib/petitions/commands/keep-handover-receipt";
import { prepareHandover } from "@/lib/petitions/commands/prepare-handover";
import { type HandoverFile, handoverFileSchema } from "@/lib/petitions/handovers/file-schema";
import { getHandoverFile } from "@/lib/petitions/handovers/queries/get-handover-file";
import { listHandovers } from "@/lib/petitions/handovers/queries/list-handovers";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { taken } from "./petition-stages";
import { committee, type Province } from "./province";

const clerk = (province: Province, office: string) => as(province.phuTho, office, "records-clerk");

export async function handoversOf(province: Province, office: string = committee, before?: string) {
  const found = await runQuery(listHandovers, clerk(province, office), { before });
  if (!found) throw new Error("the clerk may not read what goes up");
  return found.view;
}

/** Everything that waits, as one hand-over. */
export async function prepared(province: Province, office: string = committee): Promise<string> {
  const { waiting } = await handoversOf(province, office);
  const { handoverId } = await executeCommand(prepareHandover, clerk(province, office), {
    until: waiting.until,
  });
  return handoverId;
}

export function takenIn(province: Province, handoverId: string, office: string = committee) {
  return executeCommand(keepHandoverReceipt, clerk(province, office), {
    handoverId,
    outcome: "accepted",
    receiptNumber: "BN-01/2026",
    receiptOn: formatDay(dayAt(new Date())),
  });
}

export function refused(province: Province, handoverId: string, office: string = committee) {
  return executeCommand(keepHandoverReceipt, clerk(province, office), {
    handoverId,
    outcome: "refused",
    reason: "Thiếu mã cơ quan.",
  });
}

/** Nothing awaits a receipt, and the office has at least one step that waits. */
export async function ready(province: Province): Promise<{ until: number }> {
  const { awaiting } = await handoversOf(province);
  if (awaiting) await takenIn(province, awaiting.id);
  if ((await handoversOf(province)).waiting.until === null) await taken(province, { class: "feedback" });
  const { until } = (await handoversOf(province)).waiting;
  if (until === null) throw new Error("a letter that was taken in is a step");
  return { until };
}

async function bytesOf(province: Province, handoverId: string, kind: "json" | "xlsx", office: string) {
  const found = await runQuery(getHandoverFile, clerk(province, office), { handoverId, kind });
  if (!found) throw new Error("the office reads what it handed over");
  return Buffer.from(found.view.bytes);
}

/** The file of data as it went: read by its own schema. */
export async function fileOf(
  province: Province,
  handoverId: string,
  office: string = committee,
): Promise<HandoverFile> {
  const bytes = await bytesOf(province, handoverId, "json", office);
  return handoverFileSchema.parse(JSON.parse(bytes.toString("utf8")));
}

/** The cells of the sheet, row by row. */
export async function sheetOf(
  province: Province,
  handoverId: string,
  office: string = committee,
): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(province, handoverId, "xlsx", office)) as never);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map(String));
  });
  return rows;
}
