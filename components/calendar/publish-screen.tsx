import { useTranslations } from "next-intl";
import { WeekSheet } from "@/components/calendar/week-sheet";
import { shortDay } from "@/components/calendar/week-words";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { publishSheetAction } from "@/lib/meetings/actions";
import type { SheetLine, WeekView } from "@/lib/meetings/types";

/** What the reader should know before what cannot be taken back: lines that are tentative, and lines that are left out. */
function BeforePublishing({
  view,
  lines,
  base,
}: {
  view: WeekView;
  lines: readonly SheetLine[];
  base: string;
}) {
  const t = useTranslations("calendar.publish");
  const tentative = lines.filter((line) => line.state === "hold").length;
  const waiting = view.lines.filter((line) => !line.restricted && line.state === "filed");
  return (
    <>
      {tentative > 0 ? (
        <div className="line-max mb-4">
          <Note tone="due" title={t("unconfirmed", { count: tentative })} />
        </div>
      ) : null}
      {waiting.length > 0 ? (
        <div className="line-max mb-4">
          <Note tone="due" title={t("waiting", { count: waiting.length })}>
            <ul className="mt-1">
              {waiting.map((line) => (
                <li key={line.meetingId}>
                  {shortDay(line.day)}, {line.hours}:{" "}
                  <a href={`${base}/meetings/${line.meetingId}`}>{line.title}</a>
                </li>
              ))}
            </ul>
            <p>{t("waitingHint")}</p>
          </Note>
        </div>
      ) : null}
    </>
  );
}

/** What will be published, read once more, in one sentence and as it will be printed. It cannot be taken back. */
export function PublishScreen({ view, tenant }: { view: WeekView; tenant: string }) {
  const t = useTranslations("calendar.publish");
  const calendar = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  const back = `${base}?week=${view.monday}`;
  const number = view.versions.length;
  const nothing = number === 0 ? view.lines.length === 0 : view.unpublished === 0;
  const onSheet = view.lines.filter((line) => !line.restricted && line.state !== "filed");
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: calendar("title"), href: base },
          { label: calendar("week", { week: view.week }), href: back },
        ]}
        title={number === 0 ? t("first", { week: view.week }) : t("again", { week: view.week, number })}
      />
      {nothing || !view.mayPublish ? (
        <EmptyState title={nothing ? t("nothing") : t("notYours", { office: view.lead?.code ?? "" })}>
          <LinkButton href={back}>{t("back")}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <ActionForm id="publish" action={publishSheetAction} className="form">
            <HiddenField name="tenant" value={tenant} />
            <HiddenField name="monday" value={view.monday} />
            <HiddenField name="after" value={String(number)} />
            <p className="line-max mb-4">
              {number === 0
                ? t("firstText", { count: onSheet.length })
                : t("againText", { count: view.unpublished, number })}
            </p>
            <BeforePublishing
              view={view}
              lines={number === 0 ? onSheet : onSheet.filter((line) => line.change !== null)}
              base={base}
            />
            <div className="halves mb-4">
              <SubmitButton size="big">
                {number === 0 ? t("submit") : t("submitAgain", { number })}
              </SubmitButton>
              <LinkButton size="big" href={back}>
                {t("back")}
              </LinkButton>
            </div>
          </ActionForm>
          <WeekSheet view={{ ...view, lines: onSheet }} base={base} onlyChanges={number > 0} issuer={null} />
        </>
      )}
    </>
  );
}
