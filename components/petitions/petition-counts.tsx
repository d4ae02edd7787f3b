import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DayInput } from "@/components/petitions/petition-filter";
import { type PetitionAddress, petitionListAddress } from "@/components/petitions/petition-list-address";
import { Button } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintedHead } from "@/components/ui/printed-head";
import { Register } from "@/components/ui/register";
import { Tabs } from "@/components/ui/tabs";
import {
  type PetitionCountRow,
  type PetitionCountsView,
  petitionChannels,
  petitionClasses,
  storedPetitionStates,
} from "@/lib/petitions/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";

/** What stands on paper beside the figures: whose it is, where and when it was printed. */
type SheetProps = { office: string; place: string; demo: boolean };
type CountsProps = {
  view: PetitionCountsView;
  base: string;
  address: PetitionAddress;
  sheet: SheetProps;
};
type Group = {
  key: string;
  label: string;
  change: Partial<PetitionAddress>;
  has: (row: PetitionCountRow) => boolean;
};

function sum(rows: readonly PetitionCountRow[]): number {
  return rows.reduce((total, row) => total + row.count, 0);
}

/** One table of figures: letters and visits apart and together, each figure opening its records. */
function Table({
  id,
  title,
  groups,
  view,
  listOf,
}: {
  id: string;
  title: string;
  groups: readonly Group[];
  view: PetitionCountsView;
  listOf: (change: Partial<PetitionAddress>) => string;
}) {
  const t = useTranslations("petitions.counts");
  const number = (rows: readonly PetitionCountRow[], change: Partial<PetitionAddress>, name: string) => {
    const count = sum(rows);
    return count === 0 ? (
      "0"
    ) : (
      <a href={listOf(change)} aria-label={`${name}: ${count.toLocaleString("vi-VN")}`}>
        {count.toLocaleString("vi-VN")}
      </a>
    );
  };
  const shown = groups
    .map((group) => ({ ...group, rows: view.rows.filter(group.has) }))
    .filter(({ rows }) => rows.length > 0);
  const letters = view.rows.filter((row) => row.kind === "letter");
  const visits = view.rows.filter((row) => row.kind === "visit");
  return (
    <Section id={id} title={title}>
      <Register
        caption={title}
        stack={false}
        className="register--figures"
        head={[
          { label: t("what") },
          { label: t("letters"), number: true },
          { label: t("visits"), number: true },
          { label: t("both"), number: true },
        ]}
      >
        <tbody>
          {shown.map(({ key, label, change, rows }) => (
            <tr key={key}>
              <td>{label}</td>
              <td className="num">
                {number(
                  rows.filter((row) => row.kind === "letter"),
                  { ...change, kind: "letter" },
                  `${label}, ${t("letters")}`,
                )}
              </td>
              <td className="num">
                {number(
                  rows.filter((row) => row.kind === "visit"),
                  { ...change, kind: "visit" },
                  `${label}, ${t("visits")}`,
                )}
              </td>
              <td className="num">{number(rows, change, label)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              <b>{t("total")}</b>
            </td>
            {[letters, visits, view.rows].map((rows, index) => (
              <td key={["letters", "visits", "both"][index]} className="num">
                <b>{sum(rows).toLocaleString("vi-VN")}</b>
              </td>
            ))}
          </tr>
        </tfoot>
      </Register>
    </Section>
  );
}

/** Figures of a month, quarter, year or days of one's own choice, by body, office, channel, class and state. */
export function PetitionCounts({ view, base, address, sheet }: CountsProps) {
  const t = useTranslations("petitions");
  const shell = useTranslations("shell");
  const bare: PetitionAddress = {
    ...address,
    kind: null,
    bodyId: null,
    officeId: null,
    channel: null,
    handler: null,
    class: null,
    state: null,
    after: undefined,
    words: "",
  };
  const listOf = (change: Partial<PetitionAddress>) => petitionListAddress(base, { ...bare, ...change });
  const at = (change: Partial<PetitionAddress>) =>
    petitionListAddress(`${base}/counts`, { ...bare, ...change });
  const groups: Record<"body" | "office" | "channel" | "class" | "state", Group[]> = {
    body: view.choices.bodies.map(({ id, name }) => ({
      key: id,
      label: name,
      change: { bodyId: id },
      has: (row) => row.bodyId === id,
    })),
    office: view.choices.offices.map(({ id, name }) => ({
      key: id,
      label: name,
      change: { officeId: id },
      has: (row) => row.officeId === id,
    })),
    channel: petitionChannels.map((channel) => ({
      key: channel,
      label: t(`channel.${channel}`),
      change: { channel },
      has: (row) => row.channel === channel,
    })),
    class: [...petitionClasses, "none" as const].map((petitionClass) => ({
      key: petitionClass,
      label: t(`class.${petitionClass}`),
      change: { class: petitionClass },
      has: (row) => (row.class ?? "none") === petitionClass,
    })),
    state: storedPetitionStates.map((state) => ({
      key: state,
      label: t(`state.${state}`),
      change: { state },
      has: (row) => row.state === state,
    })),
  };
  const total = sum(view.rows);
  const period = t("list.fromUntil", { from: formatDay(address.from), until: formatDay(address.until) });
  return (
    <>
      <PrintedHead
        office={sheet.office}
        place={sheet.place}
        day={view.today}
        title={t("counts.paperTitle")}
        about={t("counts.paperAbout", {
          from: formatDay(address.from),
          until: formatDay(address.until),
          count: t("count", { count: total }),
        })}
      />
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: base }]}
        title={t("counts.title")}
        lead={`${t("count", { count: total })}, ${period}`}
        act={
          total > 0 ? (
            <PrintButton look="plain" label={t("slip.printNow")} hint={t("sheet.printHint")} />
          ) : undefined
        }
      />
      <Tabs
        label={t("list.period")}
        tabs={(["month", "quarter", "year", "free"] as const).map((span) => ({
          href: at({ span }),
          label: t(`list.span.${span}`),
          current: span === address.span,
        }))}
      />
      {address.span === "free" ? (
        <FreePeriod address={address} action={`${base}/counts`} />
      ) : (
        <nav className="acts noprint mb-4" aria-label={t("list.shift")}>
          <a href={at({ from: plusDays(address.from, -1) })}>‹ {t("list.before")}</a>
          <a href={at({ from: view.today })}>{t("list.now")}</a>
          <a href={at({ from: plusDays(address.until, 1) })}>{t("list.after")} ›</a>
        </nav>
      )}
      {total === 0 ? (
        <EmptyState title={t("list.empty")} text={t("list.emptyText")} />
      ) : (
        (["body", "office", "channel", "class", "state"] as const).map((name) => (
          <Table
            key={name}
            id={`by-${name}`}
            title={t(`counts.by.${name}`)}
            groups={groups[name]}
            view={view}
            listOf={listOf}
          />
        ))
      )}
      {sheet.demo ? <p className="onlyprint text-xs">{shell("demonstrationSentence")}</p> : null}
    </>
  );
}

function FreePeriod({ address, action }: { address: PetitionAddress; action: string }) {
  const t = useTranslations("petitions");
  return (
    <form action={action} className="inrow noprint mb-4" aria-label={t("list.filter")}>
      <input type="hidden" name="span" value="free" />
      <DayInput name="from" label={t("list.from")} value={formatDay(address.from)} />
      <DayInput name="until" label={t("list.until")} value={formatDay(address.until)} />
      <div className="field self-end">
        <Button>{t("show")}</Button>
      </div>
    </form>
  );
}
