import { useTranslations } from "next-intl";
import { partOfCell } from "@/components/agreements/matrix-types";
import { officeMark } from "@/components/agreements/office-mark";
import { PartMark } from "@/components/agreements/part-mark";
import { useWorkingChange } from "@/components/agreements/working-change";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { Register } from "@/components/ui/register";
import type { AgreementChanges, LeadRule, MatrixCell, OfficeRef } from "@/lib/agreements/types";

/** How a lead is found, in the words the matrix uses. */
export function useRuleWords() {
  const t = useTranslations("agreements");
  return (kind: LeadRule["kind"]) => (kind === "fixed" ? t("editMatrix.fixed") : t(`rule.${kind}`));
}

function Part({ cell, office }: { cell: MatrixCell; office: OfficeRef }) {
  const t = useTranslations("agreements.compare");
  return cell === "" ? (
    <span>{t("noPart")}</span>
  ) : (
    <PartMark part={partOfCell[cell]} office={officeMark(office)} />
  );
}

type Props = { duties: AgreementChanges["duties"]; offices: readonly OfficeRef[] };

/** Cell by cell what an office was in a duty and what it is now, and how it was and is worked by. */
export function MatrixChanges({ duties, offices }: Props) {
  const t = useTranslations("agreements.compare");
  const place = useTranslations("agreements.changes");
  const ruleWords = useRuleWords();
  const workingWords = useWorkingChange();
  return (
    <Register
      caption={t("matrix")}
      head={[{ label: t("duty") }, { label: t("office") }, { label: t("before") }, { label: t("after") }]}
    >
      {duties.map(({ dutyKey, article, clause, shortText, cells, rule, working }) => {
        const changes = cells.flatMap((cell) => {
          const office = offices.find(({ id }) => id === cell.officeId);
          return office ? [{ ...cell, office }] : [];
        });
        return (
          <tbody key={dutyKey}>
            {changes.map(({ office, from, to }) => (
              <tr key={office.id}>
                <td>
                  {place("place", { article, clause })}: {shortText}
                </td>
                <td>{office.code}</td>
                <td>
                  <NarrowLabel label={t("before")} />
                  <Part cell={from} office={office} />
                </td>
                <td>
                  <NarrowLabel label={t("after")} />
                  <Part cell={to} office={office} />
                </td>
              </tr>
            ))}
            {rule ? (
              <tr>
                <td>
                  {place("place", { article, clause })}: {shortText}
                </td>
                <td>{t("rule")}</td>
                <td>
                  <NarrowLabel label={t("before")} />
                  {ruleWords(rule.from)}
                </td>
                <td>
                  <NarrowLabel label={t("after")} />
                  {ruleWords(rule.to)}
                </td>
              </tr>
            ) : null}
            {working.map((change) => {
              const { name, from, to } = workingWords(change);
              return (
                <tr key={change.rule}>
                  <td>
                    {place("place", { article, clause })}: {shortText}
                  </td>
                  <td>{name}</td>
                  <td>
                    <NarrowLabel label={t("before")} />
                    {from}
                  </td>
                  <td>
                    <NarrowLabel label={t("after")} />
                    {to}
                  </td>
                </tr>
              );
            })}
          </tbody>
        );
      })}
    </Register>
  );
}
