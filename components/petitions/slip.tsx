import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { OfficialHead } from "@/components/ui/official-head";
import { PrintButton } from "@/components/ui/print-button";
import type { PetitionPageView } from "@/lib/petitions/types";

/** Left open to be written by hand. */
export function Dots() {
  return <span className="dots" aria-hidden="true" />;
}

/** Under the place for a signature, where it is known who signs. */
function SlipName({ name }: { name: string }) {
  return name === "" ? null : <b className="slip__name">{name}</b>;
}

type SlipProps = {
  view: PetitionPageView;
  tenant: string;
  /** "Phú Thọ", before the day. */
  place: string;
  /** A demonstration says so on every paper. */
  demo: boolean;
  name: "receipt" | "refusal";
  children: ReactNode;
};

/** An official slip about one letter, in the form of Nghị định 30/2020/NĐ-CP: whose, which nation, what, when, signed by whom. */
export function Slip({ view, tenant, place, demo, name, children }: SlipProps) {
  const t = useTranslations("petitions");
  const shell = useTranslations("shell");
  const base = `/${tenant}/petitions`;
  const giver = view.petitioners.find((person) => person.kind === "plain")?.fullName ?? "";
  return (
    <>
      <div className="noprint">
        <PageHeader
          breadcrumbs={[
            { label: t("title"), href: base },
            { label: view.code, href: `${base}/${view.petitionId}` },
          ]}
          title={t(`slip.${name}.page`)}
          act={
            <>
              <PrintButton label={t("slip.printNow")} hint={t("slip.print")} />
              <LinkButton href={`${base}/${view.petitionId}`}>{t("slip.back")}</LinkButton>
            </>
          }
          lead={t("slip.byHand")}
        />
      </div>
      <article className="paper slip">
        <OfficialHead
          office={view.filingOffice.name}
          place={place}
          day={view.receivedOn}
          number={
            <>
              {t(`slip.${name}.number`)} {name === "receipt" ? view.code : <Dots />}
            </>
          }
        />
        <h2>{t(`slip.${name}.title`)}</h2>
        <p className="slip__sub">{t(`slip.${name}.subject`)}</p>
        {children}
        <div className="slip__sign">
          <p>
            {name === "receipt" ? (
              <>
                <b>{t("slip.receipt.giver")}</b>
                <i>{t("slip.signHere")}</i>
                <SlipName name={giver} />
              </>
            ) : null}
          </p>
          <p>
            <b>{t(`slip.${name}.signer`)}</b>
            <i>{t("slip.signHere")}</i>
            <SlipName name={view.createdBy ?? ""} />
          </p>
        </div>
        <p className="paper__foot">
          {t(`slip.${name}.form`)} {demo ? shell("demonstrationSentence") : ""}
        </p>
      </article>
    </>
  );
}

/** A name as a slip has it: in the clear, or left open where it is sealed, to be written by hand before the giver. */
export function SlipPerson({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions.slip");
  const plain = view.petitioners.find((person) => person.kind === "plain");
  return (
    <>
      <p>
        {t("who")} {plain?.fullName || <Dots />}
      </p>
      <p>
        {t("idNumber")} {plain?.idNumber || <Dots />}
      </p>
      <p>
        {t("address")} {plain?.address || <Dots />}
      </p>
    </>
  );
}
