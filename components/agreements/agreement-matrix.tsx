import { useTranslations } from "next-intl";
import { DutyMatrix } from "@/components/agreements/duty-matrix";
import { type MatrixArea, type MatrixDuty, partOfCell } from "@/components/agreements/matrix-types";
import { officeMark } from "@/components/agreements/office-mark";
import type { WhyContent } from "@/components/ui/why";
import type { MatrixArea as AreaView, Party } from "@/lib/agreements/types";

type DutyView = AreaView["duties"][number];

function useDutyWhy(parties: readonly Party[]) {
  const t = useTranslations("agreements.why");
  return (duty: DutyView): WhyContent | undefined => {
    const { leadRule } = duty;
    if (duty.fixedByLaw && leadRule.kind !== "by-table") {
      return { title: t("law"), text: t("lawText", { basis: duty.basis ?? "" }) };
    }
    if (leadRule.kind === "fixed") return undefined;
    if (leadRule.kind !== "by-table") {
      return { title: t(leadRule.kind), text: t(`${leadRule.kind}Text`) };
    }
    const code = (officeId: string) =>
      parties.find((party) => party.office.id === officeId)?.office.code ?? "";
    return {
      title: t("by-table"),
      steps: leadRule.rows.map((row) => ({ label: row.label, text: code(row.officeId) })),
      text: duty.basis ?? undefined,
    };
  };
}

/** The matrix of one version, read only: the first thing one sees of an agreement. */
export function AgreementMatrix({
  view,
  officeId,
}: {
  view: { parties: readonly Party[]; matrix: readonly AreaView[] };
  officeId: string;
}) {
  const t = useTranslations("agreements");
  const whyOf = useDutyWhy(view.parties);
  const ruleWords = (row: DutyView): string | undefined => {
    if (row.fixedByLaw) return t("rule.law");
    return row.leadRule.kind === "fixed" ? undefined : t(`rule.${row.leadRule.kind}`);
  };
  const duty = (row: DutyView): MatrixDuty => ({
    key: row.dutyKey,
    clause: `${row.article}.${row.clause}`,
    href: `#article-${row.article}-${row.clause}`,
    text: row.shortText,
    parts: row.cells.map((cell) => partOfCell[cell]),
    rule: ruleWords(row),
    why: whyOf(row),
  });
  const areas: MatrixArea[] = view.matrix.map((area) => ({
    key: area.areaKey,
    number: String(area.article),
    title: area.title,
    duties: area.duties.map(duty),
  }));
  const offices = view.parties.map((party) => ({
    ...officeMark(party.office),
    id: party.office.id,
    mine: party.office.id === officeId,
  }));
  return <DutyMatrix id="matrix" title={t("matrixTitle")} offices={offices} areas={areas} />;
}
