import { getTranslations } from "next-intl/server";
import { renderSheetDocx } from "@/lib/meetings/paper/render-sheet-docx";
import { renderSheetPdf } from "@/lib/meetings/paper/render-sheet-pdf";
import { type SheetWords, sheetPaper } from "@/lib/meetings/paper/sheet-paper";
import { getWeek } from "@/lib/meetings/queries/get-week";
import type { WeekView } from "@/lib/meetings/types";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; monday: string; file: string }> };

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** "lich-tuan-2.pdf" is version 2, "lich-tuan.pdf" the newest. */
function wanted(monday: string, file: string) {
  const match = /^lich-tuan(?:-(\d{1,4}))?\.(pdf|docx)$/.exec(file);
  if (!match || !/^\d{4}-\d{2}-\d{2}$/.test(monday) || Number.isNaN(Date.parse(monday))) return null;
  return {
    day: monday,
    version: match[1] === undefined ? undefined : Number(match[1]),
    kind: match[2] === "docx" ? ("docx" as const) : ("pdf" as const),
  };
}

/** The paper is Vietnamese whatever language the screen is in. */
async function wordsOf(view: WeekView): Promise<SheetWords> {
  const t = await getTranslations({ locale: "vi", namespace: "calendar" });
  const { shows } = view;
  const values =
    shows.kind === "version"
      ? { time: timeAt(shows.version.publishedAt), day: formatDay(dayAt(shows.version.publishedAt)) }
      : null;
  const number = shows.kind === "version" ? shows.version.number : 0;
  const version = values
    ? number === 0
      ? t("sheet.first", values)
      : t("sheet.adjusted", { ...values, number })
    : t("sheet.working");
  return {
    title: t("sheet.title", { week: view.week }),
    subject: t("sheet.subject", { from: formatDay(view.monday), until: formatDay(plusDays(view.monday, 6)) }),
    version,
    issuer: view.lead ? view.lead.name.toLocaleUpperCase("vi") : null,
    columns: Object.fromEntries(view.columns.map((name) => [name, t(`columns.${name}` as never)])),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => t(`weekday.${day}` as never)),
    sessions: {
      morning: t("session.morning"),
      afternoon: t("session.afternoon"),
      evening: t("session.evening"),
    },
    marks: {
      new: t("mark.new"),
      changed: t("mark.changed"),
      confirmed: t("mark.confirmed"),
      filed: t("mark.filed"),
      hold: t("mark.hold"),
      postponed: t("mark.postponed"),
      cancelled: t("mark.cancelled"),
      moved: t("mark.moved"),
    },
    none: t("sheet.none"),
    notice: (number) => t("sheet.notice", { number }),
    movedTo: (to) => t("sheet.movedTo", { time: to.from, day: formatDay(to.day) }),
    recipients: [
      t("sheet.recipients"),
      t("sheet.recipientsBodies"),
      t("sheet.recipientsOffices"),
      t("sheet.recipientsFile"),
    ],
    foot: view.auditHead ? t("sheet.foot", { version, head: view.auditHead.slice(0, 16) }) : "",
  };
}

/** The week sheet as a file: nobody is 401, a stranger to the tenant gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, monday, file } = await params;
  const asked = wanted(monday, file);
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || !asked) return plain(404);
  const found = await runQuery(getWeek, caller, { day: asked.day, version: asked.version });
  if (!found || (asked.version !== undefined && asked.version >= found.view.versions.length))
    return plain(404);
  const { view } = found;
  const paper = sheetPaper(view, await wordsOf(view));
  const at = view.shows.kind === "version" ? view.shows.version.publishedAt : new Date();
  const bytes = asked.kind === "pdf" ? await renderSheetPdf(paper, at) : await renderSheetDocx(paper);
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({
      name: `lich-tuan-${view.week}-${view.year}.${asked.kind}`,
      type: types[asked.kind],
      size: bytes.length,
    }),
  });
}
