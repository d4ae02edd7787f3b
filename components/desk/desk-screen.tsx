import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeskList } from "@/components/desk/desk-list";
import { useDeskRows, useLongDay } from "@/components/desk/desk-words";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import type { DeskView } from "@/lib/desk/types";

type DeskScreenProps = { view: DeskView; tenant: string; officeCode: string };

function useSentence(view: DeskView): ReactNode {
  const t = useTranslations("desk.sentence");
  const waiting =
    view.agreements.length +
    view.meetings.length +
    view.petitions.length +
    view.tasks.length +
    view.invitations.length;
  const late = view.late.length;
  const own = view.tasks.filter(({ dueOn }) => dueOn !== null && dueOn < view.today).length;
  if (waiting + late === 0) return null;
  const key = waiting === 0 ? "late" : late === 0 ? "waiting" : "waitingLate";
  return t.rich(key, {
    waiting,
    late,
    own,
    w: (text) => (
      <a href={waiting > view.invitations.length ? "#waiting" : "#invitations"}>
        <b>{text}</b>
      </a>
    ),
    l: (text) => (
      <a href="#late">
        <b>{text}</b>
      </a>
    ),
  });
}

function EmptyDesk({ view, tenant, officeCode }: DeskScreenProps) {
  const t = useTranslations("desk");
  const longDay = useLongDay();
  const { next } = view;
  return (
    <EmptyState
      title={t("empty")}
      text={next ? t("emptyNext", { day: longDay(next.dueOn), title: next.title }) : t("emptyNothing")}
    >
      <a href={`/${tenant}/tasks`}>{t("allTasks", { office: officeCode })}</a>
    </EmptyState>
  );
}

/** The diaries the person keeps, today's and the week's. */
function Diaries({ view, tenant }: Pick<DeskScreenProps, "view" | "tenant">) {
  const t = useTranslations("desk.diary");
  if (view.diaries.length === 0) return null;
  return (
    <Section id="diaries" title={t("title")}>
      <ul className="diaries">
        {view.diaries.map(({ postId, whom }) => (
          <li key={postId}>
            <span>{whom}</span>
            {(["day", "week"] as const).map((span) => (
              <a key={span} href={`/${tenant}/calendar/list?span=${span}&leader=${postId}`}>
                {t(span)}
                <span className="sr-only">: {whom}</span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What waits for the person, said first in a sentence, then in three short lists. */
export function DeskScreen(props: DeskScreenProps) {
  const { view, tenant, officeCode } = props;
  const t = useTranslations("desk");
  const longDay = useLongDay();
  const sentence = useSentence(view);
  const { agreementRow, invitationRow, letterRow, meetingRow, petitionRow, taskRow } = useDeskRows(
    view,
    tenant,
  );
  const waiting = [
    ...view.agreements.map(agreementRow),
    ...view.meetings.map(meetingRow),
    ...view.petitions.map(petitionRow),
    ...view.tasks.map((task) => taskRow(task, task.act)),
  ].map((row, index) => (row.act && index === 0 ? { ...row, act: { ...row.act, first: true } } : row));
  const late = view.late.map((task) => taskRow(task));
  const letters = view.letters.map(letterRow);
  const soon = view.soon.map((task) => taskRow(task));
  const more = { href: `/${tenant}/tasks`, label: t("allTasks", { office: officeCode }) };
  return (
    <>
      <PageHeader breadcrumbs={[{ label: longDay(view.today) }]} title={t("title")} lead={sentence} />
      {view.meetings.filter(({ act }) => act === "approve").length > 1 ? (
        <p className="mb-4">
          <LinkButton href={`/${tenant}/calendar/approve`}>
            {t("approveMany", { count: view.meetings.filter(({ act }) => act === "approve").length })}
          </LinkButton>
        </p>
      ) : null}
      {waiting.length > 0 ? <DeskList id="waiting" title={t("waiting")} rows={waiting} more={more} /> : null}
      {waiting.length + late.length + letters.length + view.invitations.length === 0 ? (
        <EmptyDesk {...props} />
      ) : null}
      {view.invitations.length > 0 ? (
        <DeskList id="invitations" title={t("invitations")} rows={view.invitations.map(invitationRow)} />
      ) : null}
      <Diaries view={view} tenant={tenant} />
      {late.length > 0 ? (
        <DeskList id="late" title={t("late")} rows={late} more={waiting.length > 0 ? undefined : more} />
      ) : null}
      {letters.length > 0 ? (
        <DeskList
          id="letters"
          title={t("letters")}
          rows={letters}
          more={{ href: `/${tenant}/petitions/due`, label: t("allDue") }}
        />
      ) : null}
      {soon.length > 0 ? <DeskList id="soon" title={t("soon")} rows={soon} /> : null}
    </>
  );
}
