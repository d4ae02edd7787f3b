import { getTranslations } from "next-intl/server";
import { petitionAddress } from "@/components/petitions/petition-list-address";
import { sheetCells, sheetColumns } from "@/components/petitions/register-columns";
import { writeRegisterXlsx } from "@/lib/petitions/paper/write-register-xlsx";
import { getRegisterSheet } from "@/lib/petitions/queries/get-register-sheet";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; file: string }> };

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** The register of a choice as .xlsx, in Vietnamese whatever language the screen is in: nobody is 401, a stranger 404. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { tenant, file } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || file !== "so-tiep-cong-dan.xlsx") return plain(404);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { span: _span, after: _after, words: _words, ...filter } = petitionAddress(query, dayAt(new Date()));
  const found = await runQuery(getRegisterSheet, caller, filter);
  if (!found) return plain(404);
  const { view } = found;
  const t = await getTranslations({ locale: "vi", namespace: "petitions" });
  const words = {
    class: (value: string) => t(`class.${value}` as never),
    kind: (value: string) => t(`kind.${value}` as never),
    sealed: t("petitioner.sealed"),
    anonymous: t("petitioner.anonymous"),
    yes: t("list.competentYes"),
  };
  const period = t("list.fromUntil", { from: formatDay(filter.from), until: formatDay(filter.until) });
  const bytes = await writeRegisterXlsx({
    title: t("sheet.title"),
    lead: `${t("sheet.lead", { office: view.office, period })}${view.isWhole ? "" : ` ${t("sheet.cut")}`}`,
    columns: sheetColumns.map((column) => t(`sheet.column.${column}`)),
    rows: view.lines.map((line, index) => sheetCells(line, index + 1, words)),
  });
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({
      name: `so-tiep-cong-dan-${filter.from}-${filter.until}.xlsx`,
      type,
      size: bytes.length,
    }),
  });
}
