import { useTranslations } from "next-intl";
import { OfficeLabel, type OfficeMark, officeTintClass } from "@/components/ui/office-label";

export type RoleLabelsProps = {
  lead?: OfficeMark | undefined;
  assists?: readonly OfficeMark[] | undefined;
  /** Offices and outside bodies that only read. */
  informed?: readonly OfficeMark[] | undefined;
  /** An agreement has a contact office and co-signers instead of a lead and assistants. */
  wording?: "work" | "agreement" | undefined;
};

/** Who leads, who assists, who is informed: the same three labels on every page. */
export function RoleLabels({ lead, assists = [], informed = [], wording = "work" }: RoleLabelsProps) {
  const t = useTranslations("ui.roles");
  return (
    <ul className="roles" aria-label={t("label")}>
      {lead ? (
        <li className={`role role--lead ${officeTintClass(lead.tint)}`}>
          {wording === "work" ? t("lead") : t("contact")} <b title={lead.name}>{lead.code}</b>
        </li>
      ) : null}
      {assists.length > 0 ? (
        <li className="role">
          {wording === "work" ? t("assists") : t("cosigners")}{" "}
          {assists.map((office) => (
            <OfficeLabel key={office.code} office={office} />
          ))}
        </li>
      ) : null}
      {informed.length > 0 ? (
        <li className="role role--informed">
          {t("informed")} <span>{informed.map((office) => office.code).join(", ")}</span>
        </li>
      ) : null}
    </ul>
  );
}
