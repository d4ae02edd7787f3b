import { getTranslations } from "next-intl/server";
import { programmeName } from "@/components/programmes/programme-words";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { placeOf } from "@/lib/platform/tenancy/place";
import {
  type ProgrammeWords,
  programmeColumns,
  programmePaper,
} from "@/lib/work-programmes/paper/programme-paper";
import { renderProgrammeDocx } from "@/lib/work-programmes/paper/render-programme-docx";
import { getProgramme } from "@/lib/work-programmes/queries/get-programme";
import type { ProgrammeView } from "@/lib/work-programmes/types";

type Context = { params: Promise<{ tenant: string; programmeId: string; file: string }> };

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** The paper is Vietnamese whatever language the screen is in. */
async function wordsOf(view: ProgrammeView, tenantName: string): Promise<ProgrammeWords> {
  const t = await getTranslations({ locale: "vi", namespace: "programmes" });
  const head = await getTranslations({ locale: "vi", namespace: "ui.officialHead" });
  const [day = "", month = "", year = ""] = formatDay(view.issuedOn ?? dayAt(new Date())).split("/");
  return {
    nation: head("nation"),
    motto: head("motto"),
    placeAndDay: head("day", { place: placeOf(tenantName), day, month, year }),
    title: programmeName(t, view),
    about: view.state === "draft" ? t("state.draft") : (view.paperNumber ?? ""),
    columns: Object.fromEntries(
      programmeColumns.map((column) => [column, t(`table.${column}`)]),
    ) as ProgrammeWords["columns"],
    stopped: t("table.stopped"),
    none: t("table.none"),
    meeting: t("table.meeting"),
    meetingBusy: t("table.meetingBusy"),
    off: t("table.off"),
    approved: (paper) => t("table.approved", paper),
    unapproved: t("table.unapproved"),
  };
}

/** A programme as a Word file: nobody is 401, who may not read it gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, programmeId, file } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || file !== "chuong-trinh.docx") return plain(404);
  const found = await runQuery(getProgramme, caller, { programmeId: idFromAddress(programmeId) });
  if (!found) return plain(404);
  const { actor, view } = found;
  const bytes = await renderProgrammeDocx(programmePaper(view, await wordsOf(view, actor.tenantName)));
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({
      name: `chuong-trinh-${view.startsOn}-${view.endsOn}.docx`,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      size: bytes.length,
    }),
  });
}
