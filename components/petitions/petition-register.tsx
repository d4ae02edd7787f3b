import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { PetitionFilterForm } from "@/components/petitions/petition-filter";
import {
  type PetitionAddress,
  petitionListAddress,
  petitionListQuery,
} from "@/components/petitions/petition-list-address";
import { usePetitionClass, usePetitionState } from "@/components/petitions/petition-words";
import { PetitionerCell } from "@/components/petitions/petitioner-cell";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink } from "@/components/ui/menu";
import { Register } from "@/components/ui/register";
import { Tabs } from "@/components/ui/tabs";
import type { PetitionLine, PetitionListView } from "@/lib/petitions/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";

type RegisterProps = { view: PetitionListView; base: string; address: PetitionAddress };

const columns = ["day", "code", "who", "subject", "class", "body", "state"] as const;

function Row({ line, base }: { line: PetitionLine; base: string }) {
  const t = useTranslations("petitions");
  const state = usePetitionState(line.state);
  const petitionClass = usePetitionClass(line.class);
  return (
    <tr>
      <td className="date">{formatDay(line.receivedOn)}</td>
      <td className="whitespace-nowrap">{line.code}</td>
      <td>
        <PetitionerCell petitioner={line.petitioner} />
      </td>
      <td>
        <a className="ttl" href={`${base}/${line.id}`}>
          {line.subject}
        </a>
        <span className="sub">
          {t(`kind.${line.kind}`)} · {t(`channel.${line.channel}`)}
          {line.caseCode ? ` · ${t("cases.mark", { code: line.caseCode })}` : ""}
        </span>
      </td>
      <td>{petitionClass}</td>
      <td>
        {line.body}
        <span className="sub">
          {line.lead.code}
          {line.handlerName ? ` · ${line.handlerName}` : ""}
        </span>
      </td>
      <td>
        <Badge tone={state.tone}>{state.text}</Badge>
      </td>
    </tr>
  );
}

function Search({ base, words }: { base: string; words: string }) {
  const t = useTranslations("petitions.search");
  return (
    <search>
      <form action={base} className="inrow noprint mb-4">
        <div className="field">
          <label htmlFor="list-q">{t("label")}</label>
          <p className="hint" id="list-q-hint">
            {t("hint")}
          </p>
          <input
            id="list-q"
            name="q"
            type="search"
            className="input"
            defaultValue={words}
            maxLength={200}
            autoComplete="off"
            aria-describedby="list-q-hint"
          />
        </div>
        <div className="field self-end">
          <Button>{t("submit")}</Button>
        </div>
      </form>
    </search>
  );
}

function Period({ view, base, address }: RegisterProps) {
  const t = useTranslations("petitions");
  const at = (change: Partial<PetitionAddress>) =>
    petitionListAddress(base, { ...address, after: undefined, ...change });
  return (
    <>
      <Tabs
        label={t("list.period")}
        tabs={(["month", "quarter", "year", "free"] as const).map((span) => ({
          href: at({ span }),
          label: t(`list.span.${span}`),
          current: span === address.span,
        }))}
      />
      {address.span === "free" ? null : (
        <nav className="acts noprint mb-4" aria-label={t("list.shift")}>
          <a href={at({ from: plusDays(address.from, -1) })}>‹ {t("list.before")}</a>
          <a href={at({ from: view.today })}>{t("list.now")}</a>
          <a href={at({ from: plusDays(address.until, 1) })}>{t("list.after")} ›</a>
        </nav>
      )}
      <PetitionFilterForm view={view} address={address} action={base} />
    </>
  );
}

function Lines({ view, base }: Pick<RegisterProps, "view" | "base">) {
  const t = useTranslations("petitions");
  if (view.lines.length === 0) {
    return view.words ? (
      <EmptyState title={t("search.none")} text={t("search.noneText")} />
    ) : (
      <EmptyState title={t("list.empty")} text={t("list.emptyText")} />
    );
  }
  return (
    <Register
      caption={view.words ? t("search.caption") : t("list.caption")}
      head={columns.map((column) => ({
        label: column === "body" || column === "state" ? t(`list.${column}`) : t(`list.column.${column}`),
      }))}
    >
      <tbody>
        {view.lines.map((line) => (
          <Row key={line.id} line={line} base={base} />
        ))}
      </tbody>
    </Register>
  );
}

/** Visits and letters of a period, newest first, by what stands in the columns; or what was found by words. */
export function PetitionRegister({ view, base, address }: RegisterProps) {
  const t = useTranslations("petitions");
  const at = (change: Partial<PetitionAddress>) =>
    petitionListAddress(base, { ...address, after: undefined, ...change });
  const count = view.count === null ? t("countMany") : t("count", { count: view.count });
  const query = petitionListQuery({ ...address, after: undefined });
  const take = view.mayTake ? (
    <LinkButton look="fill" icon="plus" href={`${base}/new`}>
      {t("take")}
    </LinkButton>
  ) : undefined;
  const menu = (
    <>
      <MenuLink href={`${base}/counts?${query}`}>{t("counts.title")}</MenuLink>
      <MenuLink href={`${base}/cases`}>{t("cases.link")}</MenuLink>
      {view.mayReadHandovers ? <MenuLink href={`${base}/handovers`}>{t("handovers.link")}</MenuLink> : null}
      <MenuLink href={`${base}/print?${query}`}>{t("sheet.print")}</MenuLink>
      <MenuLink href={`${base}/export/so-tiep-cong-dan.xlsx?${query}`}>{t("sheet.xlsx")}</MenuLink>
    </>
  );
  const period = t("list.fromUntil", { from: formatDay(address.from), until: formatDay(address.until) });
  return (
    <>
      <PageHeader
        title={t("title")}
        act={take}
        menu={menu}
        lead={
          view.words
            ? t("search.found", { count: view.lines.length, words: view.words })
            : `${count}, ${period}`
        }
      />
      <Search base={base} words={view.words} />
      {view.words ? (
        <p className="mb-4">
          <a href={base}>{t("search.back")}</a>
        </p>
      ) : (
        <Period view={view} base={base} address={address} />
      )}
      <Lines view={view} base={base} />
      <Pagination
        firstHref={address.after === undefined ? undefined : at({})}
        nextHref={view.next && !view.words ? at({ after: view.next }) : undefined}
      />
    </>
  );
}
