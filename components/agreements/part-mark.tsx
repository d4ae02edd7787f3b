import { useTranslations } from "next-intl";
import type { MatrixPart } from "@/components/agreements/matrix-types";
import { type OfficeMark, officeTintClass } from "@/components/ui/office-label";

const looks = { lead: "cell cell--ct", assist: "cell cell--ph", informed: "cell cell--b" };

type PartMarkProps = { part: MatrixPart; office: Pick<OfficeMark, "tint" | "code"> };

/** CT, PH or B: two letters for the eye, the whole word for a screen reader. */
export function PartMark({ part, office }: PartMarkProps) {
  const t = useTranslations("agreementParts.parts");
  const tint = officeTintClass(office.tint);
  if (part === "none") return <span className="sr-only">{t("none")}</span>;
  if (part === "lead-or-assist") {
    return (
      <span className={`cells ${tint}`} title={t("leadOrAssist")}>
        <span className={`${looks.lead} ${tint}`} aria-hidden="true">
          {t("leadShort")}
        </span>
        <span className={`${looks.assist} ${tint}`} aria-hidden="true">
          {t("assistShort")}
        </span>
        <span className="sr-only">{t("leadOrAssist")}</span>
      </span>
    );
  }
  return (
    <span
      className={`${looks[part]} ${tint}`}
      title={t("withOffice", { part: t(part), office: office.code })}
    >
      <span aria-hidden="true">{t(`${part}Short`)}</span>
      <span className="sr-only">{t(part)}</span>
    </span>
  );
}
