import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { DutyMatrixLegend } from "@/components/agreements/duty-matrix-legend";
import { DutyMatrixRow } from "@/components/agreements/duty-matrix-row";
import type { MatrixArea, MatrixOffice } from "@/components/agreements/matrix-types";
import { officeTintClass } from "@/components/ui/office-label";

type DutyMatrixProps = {
  id?: string | undefined;
  title: string;
  offices: readonly MatrixOffice[];
  areas: readonly MatrixArea[];
};

/** A long code may break before its ampersand. */
function OfficeCode({ code }: { code: string }) {
  const [first, ...rest] = code.split("&");
  return (
    <>
      {first}
      {rest.map((part) => (
        <Fragment key={part}>
          <wbr />&{part}
        </Fragment>
      ))}
    </>
  );
}

/** Who leads and who assists in every duty, whole on one screen. */
export function DutyMatrix({ id = "matrix", title, offices, areas }: DutyMatrixProps) {
  const t = useTranslations("agreementParts.matrix");
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div className="matrix__h">
        <h2 id={`${id}-title`}>{title}</h2>
        <DutyMatrixLegend />
      </div>
      <table className={`register matrix matrix--${offices.length}`}>
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("area")}</th>
            <th scope="col">{t("duty")}</th>
            {offices.map((office) => (
              <th
                key={office.id}
                scope="col"
                className={
                  office.mine
                    ? `of of--me ${officeTintClass(office.tint)}`
                    : `of ${officeTintClass(office.tint)}`
                }
                title={office.name}
              >
                <OfficeCode code={office.code} />
              </th>
            ))}
            <th scope="col" className="how">
              {t("rule")}
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.flatMap((area) =>
            area.duties.map((duty, index) => (
              <DutyMatrixRow
                key={duty.key}
                area={index === 0 ? area : undefined}
                duty={duty}
                offices={offices}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
