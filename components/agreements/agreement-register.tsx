import { useTranslations } from "next-intl";
import { AgreementList } from "@/components/agreements/agreement-list";
import { useAgreementWords } from "@/components/agreements/agreement-words";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementListItem, AgreementListView } from "@/lib/agreements/types";

type AgreementRegisterProps = { view: AgreementListView; base: string; tenant: string; first: boolean };

/** All agreements the acting office may read. */
export function AgreementRegister({ view, base, tenant, first }: AgreementRegisterProps) {
  const t = useTranslations("agreements");
  const words = useAgreementWords();
  const row = (item: AgreementListItem) => {
    const [contact, ...cosigners] = [
      ...item.parties.filter((office) => office.id === item.contactOfficeId),
      ...item.parties.filter((office) => office.id !== item.contactOfficeId),
    ];
    if (!contact) return [];
    return [
      {
        id: item.agreementId,
        href: `${base}/${item.agreementId}`,
        title: item.title,
        number: item.number ? t("number", { number: item.number }) : t("noNumber"),
        contact: officeMark(contact),
        cosigners: cosigners.map(officeMark),
        state: words.state({ ...item, parties: item.parties.length + item.outside }),
        term: words.term(item),
        pdf: item.documentId
          ? { href: `/${tenant}/files/${item.documentId}`, label: t("files.pdf") }
          : undefined,
      },
    ];
  };
  const draft = (
    <LinkButton look="fill" icon="plus" href={`${base}/new`}>
      {t("draftNew")}
    </LinkButton>
  );
  if (view.items.length === 0 && first) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("emptyTitle")} text={t("emptyText")}>
          {draft}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} act={draft} />
      <AgreementList caption={t("listCaption")} rows={view.items.flatMap(row)} />
      <p className="mt-3">
        <a href={`${base}/register`}>{t("register.link")}</a>
      </p>
      <p className="mt-3">
        <a href={`${base}/delegations`}>{t("delegations.link")}</a>
      </p>
      <Pagination
        firstHref={first ? undefined : base}
        nextHref={view.next ? `${base}?after=${encodeURIComponent(view.next)}` : undefined}
      />
    </>
  );
}
