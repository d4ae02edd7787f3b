import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DueLabel } from "@/components/ui/date-label";
import { Icon } from "@/components/ui/icon";
import { type OfficeMark, officeTintClass } from "@/components/ui/office-label";

/** `mine`: the person looking is asked. `later`: others sign before. `waiting`: the round is not open. */
export type SignatureState = "signed" | "mine" | "asked" | "later" | "waiting" | "declined";

export type SigningParty = {
  key: string;
  office: OfficeMark;
  state: SignatureState;
  /** "Trần Thị Minh Hà, Chánh Văn phòng" */
  signer: string;
  /** Since when asked, until when, or the instant of the signature. */
  detail: ReactNode;
};

type SignatureStripProps = { parties: readonly SigningParty[]; column?: boolean | undefined };

/** Who has signed (solid bar) and who is asked (hatched bar), since when. */
export function SignatureStrip({ parties, column = false }: SignatureStripProps) {
  const t = useTranslations("agreementParts.signatures");
  return (
    <ul className={column ? "signs signs--col" : "signs"} aria-label={t("label")}>
      {parties.map((party) => (
        <li key={party.key} className={partyClass(party)}>
          <p className="nm">
            <b title={party.office.name}>{party.office.code}</b>
            <SignatureStateLabel state={party.state} />
          </p>
          <p>{party.signer}</p>
          <p className="text-muted">{party.detail}</p>
        </li>
      ))}
    </ul>
  );
}

function partyClass(party: SigningParty): string {
  const tint = officeTintClass(party.office.tint);
  return party.state === "signed" ? tint : `${tint} is-open`;
}

function SignatureStateLabel({ state }: { state: SignatureState }) {
  const t = useTranslations("agreementParts.signatures");
  if (state === "signed") return <DueLabel tone="done" text={t("signed")} />;
  if (state === "asked") return <DueLabel tone="due" text={t("asked")} />;
  if (state === "declined") {
    return (
      <span className="date date--stopped">
        <Icon name="x" small />
        {t("declined")}
      </span>
    );
  }
  if (state === "waiting" || state === "later") return <span className="text-muted">{t(state)}</span>;
  return (
    <span className="date date--due">
      <Icon name="pen" small />
      {t("mine")}
    </span>
  );
}
