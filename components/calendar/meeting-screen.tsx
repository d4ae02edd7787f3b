import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { AttendanceSection } from "@/components/calendar/attendance-section";
import { ClashList } from "@/components/calendar/clash-list";
import { MeetingActs, type OpenMeetingAct } from "@/components/calendar/meeting-acts";
import {
  useKindName,
  useMeetingState,
  useMeetingTurn,
  useMeetingWhy,
  useWhen,
} from "@/components/calendar/meeting-words";
import { PresenceSection } from "@/components/calendar/presence-section";
import { useSeriesFact } from "@/components/calendar/series-fact";
import { useClashTexts } from "@/components/calendar/use-clash-texts";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { RefusedNote } from "@/components/refusals/refused-note";
import { NotAllowedList } from "@/components/tasks/not-allowed-list";
import { useRoleWords } from "@/components/tasks/role-words";
import { TaskFacts } from "@/components/tasks/task-facts";
import { TaskLayout } from "@/components/tasks/task-layout";
import { TaskTurn } from "@/components/tasks/task-turn";
import { type Fact, Facts } from "@/components/ui/facts";
import { MenuLink } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { Why } from "@/components/ui/why";
import type { MeetingPageView } from "@/lib/meetings/types";
import { formatDay } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";

type MeetingScreenProps = {
  view: MeetingPageView;
  tenant: string;
  office: { id: string; code: string };
  open: OpenMeetingAct;
  /** For whom an answer is being given, and which body is being counted. */
  attendance?: { answering: string | null; counting: string | null };
};

/** What the sheet prints of it, as rows. */
function useMeetingFacts(view: MeetingPageView): Fact[] {
  const t = useTranslations("calendar");
  const form = useTranslations("calendar.form");
  const when = useWhen();
  const kindName = useKindName();
  const names = (part: string) =>
    view.leaders.filter((leader) => leader.part === part).map((leader) => `${leader.title} ${leader.name}`);
  const rows: (Fact | null)[] = [
    { label: t("columns.time"), value: when(view) },
    { label: form("kind"), value: kindName(view.kindName, view.variant) },
    view.code ? { label: t("facts.code"), value: view.code } : null,
    view.bodies.length > 0
      ? { label: form("bodies"), value: view.bodies.map((body) => body.name).join("; ") }
      : null,
    view.chair ? { label: form("chair"), value: view.chair } : null,
    names("required").length > 0 ? { label: form("leaders"), value: names("required").join("; ") } : null,
    names("optional").length > 0
      ? { label: form("optionalLeaders"), value: names("optional").join("; ") }
      : null,
    view.participants ? { label: t("columns.participants"), value: view.participants } : null,
    view.place ? { label: t("columns.place"), value: view.place } : null,
    view.noticeNumber ? { label: t("number.fact"), value: view.noticeNumber } : null,
    view.kits.length > 0 ? { label: form("kits"), value: view.kits.map((kit) => kit.name).join("; ") } : null,
    view.preparing ? { label: t("columns.preparing"), value: view.preparing } : null,
    view.serving ? { label: t("columns.serving"), value: view.serving } : null,
    { label: form("mode"), value: form(`modes.${view.mode}`) },
    view.points === null ? null : { label: t("facts.points"), value: String(view.points) },
    view.delegates === null ? null : { label: t("facts.delegates"), value: String(view.delegates) },
    view.note ? { label: form("note"), value: view.note } : null,
  ];
  return rows.filter((row) => row !== null);
}

function useBackground(view: MeetingPageView, tenant: string): Fact[] {
  const t = useTranslations("calendar");
  const form = useTranslations("calendar.form");
  const tasks = useTranslations("tasks");
  const why = useMeetingWhy();
  const { duty } = view;
  const series = useSeriesFact(view, tenant);
  const rows: (Fact | null)[] = [
    series,
    duty
      ? {
          label: tasks("facts.by"),
          value: (
            <>
              <a href={`/${tenant}/agreements/${duty.agreementId}`}>
                {tasks("place", { article: duty.article, clause: duty.clause })}
              </a>
              {`, ${duty.shortText}`}
            </>
          ),
        }
      : { label: tasks("facts.by"), value: t("ungoverned") },
    {
      label: tasks("facts.why"),
      value: (
        <>
          {view.lead.code} <Why side="right" {...why(view)} />
        </>
      ),
    },
    {
      label: t("facts.filed"),
      value: view.filedBy ? `${view.filing.code}, ${view.filedBy}` : view.filing.code,
    },
    { label: form("visibility"), value: form(`visibilities.${view.visibility}`) },
    view.state === "filed" || view.state === "approved"
      ? {
          label: t("facts.hold"),
          value: view.holdsNothing ? t("facts.holdsNothing") : formatDay(view.holdUntil),
        }
      : null,
    view.overrideReason && view.part !== "reader"
      ? { label: form("overrideReason"), value: view.overrideReason }
      : null,
    view.reason && view.state === "confirmed" ? { label: t("facts.lastReason"), value: view.reason } : null,
  ];
  return rows.filter((row) => row !== null);
}

function Displaced({ view }: { view: MeetingPageView }) {
  const t = useTranslations("calendar.displaced");
  const when = useWhen();
  const { displacement } = view;
  if (!displacement) return null;
  return (
    <Note tone="alarm" title={t("title", { when: when(displacement) })} level={2}>
      <p>
        {displacement.by
          ? t("by", { title: displacement.by.title, office: displacement.by.office })
          : t("byOther")}{" "}
        {t("reason", { reason: displacement.reason })}
      </p>
    </Note>
  );
}

/** One meeting: whose move it is, what it says, what stands in its way, and what may be done. */
export function MeetingScreen({ view, tenant, office, open, attendance }: MeetingScreenProps) {
  const t = useTranslations("calendar");
  const roleWords = useRoleWords();
  const notAllowed = useTranslations("tasks.notAllowed");
  const texts = useClashTexts();
  const turn = useMeetingTurn(view);
  const facts = useMeetingFacts(view);
  const background = useBackground(view, tenant);
  const base = `/${tenant}/calendar`;
  const address = `${base}/meetings/${view.meetingId}`;
  const monday = mondayOf(view.day);
  const { may } = view;
  const menu = [
    may.edit ? (
      <MenuLink key="edit" href={`${address}/edit`}>
        {t("acts.edit")}
      </MenuLink>
    ) : null,
    may.change ? (
      <MenuLink key="change" href={`${address}/edit`}>
        {t("acts.change")}
      </MenuLink>
    ) : null,
    may.number ? (
      <MenuLink key="number" href={`${address}?act=number`}>
        {t("acts.number")}
      </MenuLink>
    ) : null,
    may.postpone ? (
      <MenuLink key="postpone" href={`${address}?act=postpone`}>
        {t("acts.postpone")}
      </MenuLink>
    ) : null,
    may.cancel ? (
      <MenuLink key="cancel" href={`${address}?act=cancel`}>
        {t("acts.cancel")}
      </MenuLink>
    ) : null,
    <MenuLink key="again" href={`${base}/new?from=${view.meetingId}`}>
      {t("acts.again")}
    </MenuLink>,
  ].filter((item) => item !== null);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: t("week", { week: weekOf(view.day).week }), href: `${base}?week=${monday}` },
        ]}
        title={view.title}
        state={useMeetingState(view.state)}
        roles={{
          lead: officeMark(view.lead),
          assists: view.assists.map(officeMark),
          informed: view.informed.map(officeMark),
        }}
        menu={menu}
        logHref={`${address}/log`}
      />
      <TaskLayout
        work={
          <>
            <TaskTurn {...turn} />
            <RefusedNote refusal={view.refusedJustNow} />
            <Displaced view={view} />
            <Facts facts={facts} />
            {view.advice.clashes.length > 0 ? (
              <Section id="clash" title={t("clashTitle")}>
                <ClashList clashes={view.advice.clashes} texts={texts} />
              </Section>
            ) : null}
            <MeetingActs view={view} tenant={tenant} open={open} />
            <AttendanceSection view={view} tenant={tenant} answering={attendance?.answering ?? null} />
            <PresenceSection view={view} tenant={tenant} counting={attendance?.counting ?? null} />
          </>
        }
        aside={
          <>
            <TaskFacts facts={background} />
            <NotAllowedList
              officeCode={office.code}
              acts={view.notAllowed.map(({ act, reason, offices, roles, quote }) => ({
                key: act,
                label: t(`notAllowed.${act}` as never),
                why: {
                  title:
                    reason === "role"
                      ? notAllowed("byRole", { roles: roleWords(roles) })
                      : notAllowed("byPart", { offices: offices.join(", ") }),
                  quote,
                },
              }))}
            />
          </>
        }
      />
    </>
  );
}
