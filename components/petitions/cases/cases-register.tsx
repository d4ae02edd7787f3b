import { useTranslations } from "next-intl";
import { KeptRegister } from "@/components/layout/kept-register";
import { Badge } from "@/components/ui/badge";
import { FigureCell } from "@/components/ui/figure-cell";
import type { CaseLine, CaseListView } from "@/lib/petitions/cases/types";
import { dayAt, formatDay } from "@/lib/platform/dates/days";

type Props = { view: CaseListView; tenant: string; first: boolean };

function CaseRow({ line, tenant }: { line: CaseLine; tenant: string }) {
  const t = useTranslations("petitions.cases");
  return (
    <tr>
      <td className="date">{formatDay(dayAt(line.openedAt))}</td>
      <td>
        <a className="ttl" href={`/${tenant}/petitions/cases/${line.id}`}>
          {line.title}
        </a>
        <span className="sub">{line.code}</span>
      </td>
      <td>{line.lead}</td>
      <FigureCell label={t("column.letters")} value={line.letters} />
      <FigureCell label={t("column.people")} value={line.people} />
      <td>
        <Badge tone={line.state === "open" ? "act" : "done"}>{t(`state.${line.state}`)}</Badge>
        {line.toTell > 0 ? <span className="sub">{t("toTell", { count: line.toTell })}</span> : null}
        {line.persistent ? <span className="sub">{t("persistent")}</span> : null}
      </td>
    </tr>
  );
}

/** Cases the office leads or has a letter in. */
export function CasesRegister({ view, tenant, first }: Props) {
  const t = useTranslations("petitions.cases");
  const petitions = useTranslations("petitions");
  const head = (["openedAt", "title", "lead", "letters", "people", "now"] as const).map((key) => ({
    label: t(`column.${key}`),
    number: key === "letters" || key === "people",
  }));
  return (
    <KeptRegister
      breadcrumbs={[{ label: petitions("title"), href: `/${tenant}/petitions` }]}
      title={t("list")}
      lead={t("listLead")}
      caption={t("list")}
      head={head}
      rows={view.lines.map((line) => <CaseRow key={line.id} line={line} tenant={tenant} />)}
      empty={{ title: t("none"), text: t("noneText") }}
      base={`/${tenant}/petitions/cases`}
      first={first}
      next={view.next}
    />
  );
}
