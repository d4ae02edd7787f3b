import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAgreementWords } from "@/components/agreements/agreement-words";
import { officeMark } from "@/components/agreements/office-mark";
import { signatureCount, signerCount } from "@/components/agreements/signature-count";
import { PageHeader } from "@/components/layout/page-header";
import type { AgreementPageView } from "@/lib/agreements/types";

type AgreementHeaderProps = {
  view: AgreementPageView;
  tenant: string;
  title?: string | undefined;
  /** Last step of the way here, on a page below the agreement's own. */
  crumb?: string | undefined;
  act?: ReactNode;
  menu?: ReactNode;
  log?: boolean | undefined;
};

/** The head of every page about one agreement. */
export function AgreementHeader({
  view,
  tenant,
  title,
  crumb,
  act,
  menu,
  log = false,
}: AgreementHeaderProps) {
  const t = useTranslations("agreements");
  const words = useAgreementWords();
  const base = `/${tenant}/agreements`;
  const here = `${base}/${view.agreementId}`;
  const contact = view.parties.find((party) => party.office.id === view.contactOfficeId);
  const name = view.round ? t("number", { number: view.round.number }) : t("draftCrumb");
  const state = words.state({
    ...view.version,
    signatures: signatureCount(view),
    parties: signerCount(view),
  });
  return (
    <PageHeader
      breadcrumbs={[
        { label: t("title"), href: base },
        ...(crumb ? [{ label: view.title, href: here }, { label: crumb }] : [{ label: name }]),
      ]}
      title={title ?? view.title}
      state={state}
      roles={{
        wording: "agreement",
        lead: contact ? officeMark(contact.office) : undefined,
        assists: view.parties.filter((party) => party !== contact).map((party) => officeMark(party.office)),
      }}
      act={act}
      menu={menu}
      logHref={log ? `${here}/log` : undefined}
    />
  );
}
