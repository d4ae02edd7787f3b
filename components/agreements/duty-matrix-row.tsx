import { useTranslations } from "next-intl";
import type { MatrixArea, MatrixDuty, MatrixOffice } from "@/components/agreements/matrix-types";
import { PartMark } from "@/components/agreements/part-mark";
import { Why } from "@/components/ui/why";

type DutyMatrixRowProps = {
  /** Given on the first row of an area, which carries the area's head over all its rows. */
  area: MatrixArea | undefined;
  duty: MatrixDuty;
  offices: readonly MatrixOffice[];
};

export function DutyMatrixRow({ area, duty, offices }: DutyMatrixRowProps) {
  return (
    <tr className={area ? "grp" : undefined}>
      {area ? (
        <th scope="rowgroup" rowSpan={area.duties.length}>
          <span className="k">{area.number}</span>
          {area.title}
        </th>
      ) : null}
      <td className="duty">
        {duty.href ? (
          <a className="k" href={duty.href}>
            {duty.clause}
          </a>
        ) : (
          <span className="k">{duty.clause}</span>
        )}
        <span>{duty.text}</span>
      </td>
      {offices.map((office, index) => (
        <DutyMatrixCell key={office.id} office={office} duty={duty} index={index} />
      ))}
      <DutyMatrixRule duty={duty} />
    </tr>
  );
}

function DutyMatrixCell({ office, duty, index }: { office: MatrixOffice; duty: MatrixDuty; index: number }) {
  return (
    <td className={office.mine ? "of of--me" : "of"}>
      <PartMark part={duty.parts[index] ?? "none"} office={office} />
    </td>
  );
}

function DutyMatrixRule({ duty }: { duty: MatrixDuty }) {
  const t = useTranslations("agreementParts.matrix");
  return (
    <td className="how">
      {duty.rule ?? <span className="sr-only">{t("ruleFixed")}</span>}{" "}
      {duty.why ? <Why side="right" {...duty.why} /> : null}
    </td>
  );
}
