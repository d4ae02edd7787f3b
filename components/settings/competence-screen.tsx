import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { EndCompetence, KeepCompetence } from "@/components/settings/competence-forms";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Register } from "@/components/ui/register";
import type { CompetenceView, KeptRow, SubjectLine } from "@/lib/petitions/competence/types";
import { formatDay } from "@/lib/platform/dates/days";

const tones: Readonly<Record<KeptRow["standing"], BadgeTone>> = {
  holds: "act",
  "to-come": "due",
  over: "done",
  withdrawn: "done",
};

function Subject({ line, paper }: { line: SubjectLine; paper: string | null }) {
  const t = useTranslations("petitions.competence");
  const { label, signed, today } = line;
  return (
    <tr>
      <td>{label}</td>
      <td>
        {today?.officeCode ?? t("nobody")}
        {today?.by === "kept" && signed && signed.officeCode !== today.officeCode ? (
          <>
            <br />
            <small>{t("signedOffice", { office: signed.officeCode })}</small>
          </>
        ) : null}
      </td>
      <td>
        {today?.basis ?? ""}
        <br />
        <small>{today?.by === "agreement" && paper ? paper : today ? t("byRow") : ""}</small>
      </td>
    </tr>
  );
}

function Row({ row, view, tenant }: { row: KeptRow; view: CompetenceView; tenant: string }) {
  const t = useTranslations("petitions.competence");
  const open = row.standing === "holds" || row.standing === "to-come";
  return (
    <tr>
      <td>{row.label}</td>
      <td>{row.officeCode}</td>
      <td>
        {row.basis}
        <br />
        <small>{t("keptBy", { name: row.keptBy ?? "" })}</small>
      </td>
      <td>
        {row.validUntil
          ? t("fromUntil", { from: formatDay(row.validFrom), until: formatDay(row.validUntil) })
          : t("from", { from: formatDay(row.validFrom) })}
        <br />
        <Badge tone={tones[row.standing]}>{t(`standing.${row.standing}`)}</Badge>
      </td>
      {view.mayKeep ? (
        <td>{open ? <EndCompetence row={row} today={view.today} tenant={tenant} /> : null}</td>
      ) : null}
    </tr>
  );
}

/** Which subject leads to which office: today, and the rows kept beside the signed table. */
export function CompetenceScreen({ view, tenant }: { view: CompetenceView; tenant: string }) {
  const t = useTranslations("petitions.competence");
  const { subjects, paper, mayKeep } = view;
  const rows = subjects.flatMap((line) => line.rows);
  const heads = [t("subject"), t("office"), t("basis")].map((label) => ({ label }));
  const acts = mayKeep ? [{ label: t("act") }] : [];
  return (
    <>
      <PageHeader title={t("title")} lead={paper ? t("lead", { paper }) : t("leadNoPaper")} />
      <Section id="today" title={t("todayTitle")} count={subjects.length}>
        {subjects.length === 0 ? (
          <p className="hint">{t("none")}</p>
        ) : (
          <Register caption={t("todayTitle")} head={heads}>
            <tbody>
              {subjects.map((line) => (
                <Subject key={line.key} line={line} paper={paper} />
              ))}
            </tbody>
          </Register>
        )}
      </Section>
      <Section id="rows" title={t("rowsTitle")} count={rows.length}>
        {rows.length === 0 ? (
          <p className="hint">{t("noRows")}</p>
        ) : (
          <Register caption={t("rowsTitle")} head={[...heads, { label: t("days") }, ...acts]}>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} view={view} tenant={tenant} />
              ))}
            </tbody>
          </Register>
        )}
      </Section>
      {mayKeep ? (
        <Section id="keep" title={t("keepTitle")}>
          <KeepCompetence view={view} tenant={tenant} />
        </Section>
      ) : null}
    </>
  );
}
