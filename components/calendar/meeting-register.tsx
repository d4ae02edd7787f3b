import { useTranslations } from "next-intl";
import { type MeetingFilter, meetingListAddress } from "@/components/calendar/meeting-list-address";
import { useKindName, useMeetingState, useWhen } from "@/components/calendar/meeting-words";
import { MonthGrid } from "@/components/calendar/month-grid";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Register } from "@/components/ui/register";
import { Tabs } from "@/components/ui/tabs";
import type { MeetingListItem, MeetingListView } from "@/lib/meetings/types";
import { kindChoices } from "@/lib/meetings/variants";
import { type Day, formatDay } from "@/lib/platform/dates/days";

type RegisterProps = { view: MeetingListView; tenant: string; filter: MeetingFilter };

const spans = ["day", "week", "month", "quarter", "year"] as const;

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
}) {
  const t = useTranslations("calendar.list");
  return (
    <div className="field">
      <label htmlFor={`list-${name}`}>{label}</label>
      <select id={`list-${name}`} name={name} className="select" defaultValue={value ?? ""}>
        <option value="">{t("any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Filter({
  view,
  filter,
  address,
}: {
  view: MeetingListView;
  filter: MeetingFilter;
  address: string;
}) {
  const t = useTranslations("calendar.list");
  const kindName = useKindName();
  const { options } = view;
  const isSet = [
    filter.leaderPostId,
    filter.roomId,
    filter.officeId,
    filter.bodyId,
    filter.kindKey,
    filter.assistId,
  ].some(Boolean);
  return (
    <details className="more foldnarrow noprint mb-4">
      <summary>{isSet ? t("filtering") : t("filter")}</summary>
      <form action={address} className="inrow">
        <input type="hidden" name="span" value={view.period.span} />
        <input type="hidden" name="at" value={filter.at ?? view.period.from} />
        {filter.grid ? <input type="hidden" name="as" value="grid" /> : null}
        <Choice
          name="leader"
          label={t("leader")}
          value={filter.leaderPostId}
          options={options.leaders.map((leader) => ({
            value: leader.postId,
            label: `${leader.title} ${leader.name}`,
          }))}
        />
        <Choice
          name="room"
          label={t("room")}
          value={filter.roomId}
          options={options.rooms.map((room) => ({
            value: room.id,
            label: room.site ? `${room.name}, ${room.site}` : room.name,
          }))}
        />
        <Choice
          name="office"
          label={t("office")}
          value={filter.officeId}
          options={view.offices.map((office) => ({ value: office.id, label: office.code }))}
        />
        <Choice
          name="assist"
          label={t("assist")}
          value={filter.assistId ?? null}
          options={view.offices.map((office) => ({ value: office.id, label: office.code }))}
        />
        <Choice
          name="body"
          label={t("body")}
          value={filter.bodyId}
          options={options.bodies.map((body) => ({ value: body.id, label: body.name }))}
        />
        <Choice
          name="kind"
          label={t("kind")}
          value={filter.kindKey}
          options={kindChoices(options.kinds, { bare: true }).map((kind) => ({
            value: kind.key,
            label: kindName(kind.name, kind.variant),
          }))}
        />
        <div className="field self-end">
          <Button>{t("show")}</Button>
        </div>
      </form>
    </details>
  );
}

function Row({ item, base, today }: { item: MeetingListItem; base: string; today: Day }) {
  const t = useTranslations("calendar.list");
  const when = useWhen();
  const kindName = useKindName();
  const state = useMeetingState(item.state);
  return (
    <tr>
      <td className="date">{when(item)}</td>
      <td>
        <a href={`${base}/meetings/${item.id}`}>{item.title}</a>
        <span className="sub">{kindName(item.kind, item.variant)}</span>
      </td>
      <td>{item.chair}</td>
      <td>{item.place}</td>
      <td>{item.lead}</td>
      <td>
        <Badge tone={state.tone}>{state.text}</Badge>
        {item.holdUntil ? (
          <span className="sub">
            {t(item.holdUntil < today ? "holdEnded" : "held", { day: formatDay(item.holdUntil) })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

/** What each office had of the meetings that are counted; a joint one is led once, whoever assisted. */
function Shares({
  shares,
  at,
}: {
  shares: MeetingListView["shares"];
  at: (change: Partial<MeetingFilter>) => string;
}) {
  const t = useTranslations("calendar.list");
  if (shares.length === 0) return null;
  return (
    <Section id="shares" title={t("shares")}>
      <Register
        caption={t("shares")}
        stack={false}
        head={[
          { label: t("shareOffice") },
          { label: t("led"), number: true },
          { label: t("assisted"), number: true },
        ]}
      >
        <tbody>
          {shares.map(({ id, code, led, assisted }) => (
            <tr key={id}>
              <td>{code}</td>
              <td className="num">{led > 0 ? <a href={at({ officeId: id })}>{led}</a> : led}</td>
              <td className="num">
                {assisted > 0 ? <a href={at({ assistId: id })}>{assisted}</a> : assisted}
              </td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}

/** A day, month, quarter or year of meetings, by leader, room, office, body or kind; each number opens its records. */
export function MeetingRegister({ view, tenant, filter }: RegisterProps) {
  const t = useTranslations("calendar.list");
  const calendar = useTranslations("calendar");
  const kindName = useKindName();
  const base = `/${tenant}/calendar`;
  const { period } = view;
  const at = (change: Partial<MeetingFilter>) =>
    meetingListAddress(base, { ...filter, after: undefined, ...change });
  const name =
    period.span === "day"
      ? formatDay(period.from)
      : t("fromUntil", { from: formatDay(period.from), until: formatDay(period.until) });
  // From a longer stretch one comes to today where that lies in it, else to its beginning.
  const shownDay = period.from <= view.today && view.today <= period.until ? view.today : period.from;
  const total = view.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader breadcrumbs={[{ label: calendar("title"), href: base }]} title={t("title")} lead={name} />
      <Tabs
        label={t("spans")}
        tabs={spans.map((span) => ({
          href: at({ span, at: shownDay }),
          label: t(`span.${span}`),
          current: span === period.span,
        }))}
      />
      <nav className="acts noprint mb-4" aria-label={t("periods")}>
        <a href={at({ at: period.before })}>‹ {t("before")}</a>
        <a href={at({ at: view.today })}>{t("now")}</a>
        <a href={at({ at: period.after })}>{t("after")} ›</a>
      </nav>
      <Filter view={view} filter={filter} address={`${base}/list`} />
      {period.span === "month" ? (
        <nav className="chips noprint mb-4" aria-label={t("shapes")}>
          {([true, false] as const).map((grid) => (
            <a
              key={String(grid)}
              className="chip"
              href={at({ grid })}
              aria-current={grid === (view.month !== null) ? "true" : undefined}
            >
              {t(grid ? "shape.grid" : "shape.list")}
            </a>
          ))}
        </nav>
      ) : null}
      {view.month ? (
        <MonthGrid
          days={view.month}
          today={view.today}
          base={base}
          caption={t("gridCaption", { month: period.from.slice(5, 7), year: period.from.slice(0, 4) })}
          dayAddress={(day) => at({ span: "day", at: day })}
        />
      ) : view.items.length > 0 ? (
        <Register
          caption={t("caption")}
          head={(["when", "what", "chair", "place", "lead", "state"] as const).map((column) => ({
            label: t(`column.${column}`),
          }))}
        >
          <tbody>
            {view.items.map((item) => (
              <Row key={item.id} item={item} base={base} today={view.today} />
            ))}
          </tbody>
        </Register>
      ) : (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      )}
      {view.month ? null : (
        <Pagination
          firstHref={filter.after === undefined ? undefined : at({})}
          nextHref={view.next ? at({ after: view.next }) : undefined}
        />
      )}
      {total > 0 ? (
        <Section id="counts" title={t("counts")} count={total}>
          <Register
            caption={t("countsCaption")}
            head={[{ label: t("kind") }, { label: t("count"), number: true }]}
          >
            <tbody>
              {view.counts.map(({ key, name: kind, variant, count }) => (
                <tr key={key}>
                  <td>
                    <a href={at({ kindKey: key })}>{kindName(kind, variant)}</a>
                  </td>
                  <td className="num">{count}</td>
                </tr>
              ))}
            </tbody>
          </Register>
        </Section>
      ) : null}
      <Shares shares={view.shares} at={at} />
    </>
  );
}
