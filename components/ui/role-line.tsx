import { useTranslations } from "next-intl";
import { OfficeLabel, type OfficeMark } from "@/components/ui/office-label";

type RoleLineProps = { lead: OfficeMark; assists: readonly OfficeMark[] };

/** Who leads and who assists, in one small line under the title of a row. */
export function RoleLine({ lead, assists }: RoleLineProps) {
  const t = useTranslations("ui.roleLine");
  return (
    <span className="duo">
      <span>
        {t("lead")} <OfficeLabel office={lead} part="lead" />
      </span>
      {assists.length > 0 ? (
        <span>
          {t("assists")}{" "}
          {assists.map((office) => (
            <OfficeLabel key={office.code} office={office} />
          ))}
        </span>
      ) : null}
    </span>
  );
}
