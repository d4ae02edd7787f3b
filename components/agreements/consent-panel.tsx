import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { DueLabel } from "@/components/ui/date-label";
import { Fingerprint } from "@/components/ui/fingerprint";
import { OfficeLabel, type OfficeMark } from "@/components/ui/office-label";

/** `cleared`: it had consented, and the text changed after that. */
export type ConsentState = "given" | "waiting" | "cleared";

export type ConsentParty = { key: string; office: OfficeMark; state: ConsentState; detail?: ReactNode };

type ConsentPanelProps = {
  parties: readonly ConsentParty[];
  /** SHA-256 of the text consented to, 64 hexadecimal digits. */
  textHash: string;
  /** The form of the acting office: consent, or take it back. */
  children?: ReactNode;
};

/** Each party says yes to one and the same text; any change of it clears what was said. */
export function ConsentPanel({ parties, textHash, children }: ConsentPanelProps) {
  const t = useTranslations("agreementParts.consent");
  const given = parties.filter((party) => party.state === "given").length;
  return (
    <Section id="consent" title={t("title")} count={t("count", { given, all: parties.length })}>
      <ul className="consents">
        {parties.map((party) => (
          <li key={party.key}>
            <OfficeLabel office={party.office} part={party.state === "given" ? "lead" : "assist"} />
            <span>
              <ConsentStateLabel state={party.state} />
              {party.detail ? <span className="sub">{party.detail}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-muted">
        {t("hash")} <Fingerprint hex={textHash} />
      </p>
      {children ? <div className="mt-4">{children}</div> : null}
    </Section>
  );
}

function ConsentStateLabel({ state }: { state: ConsentState }) {
  const t = useTranslations("agreementParts.consent");
  if (state === "given") return <DueLabel tone="done" text={t("given")} />;
  if (state === "cleared") return <DueLabel tone="due" text={t("cleared")} />;
  return <span className="text-muted">{t("waiting")}</span>;
}
