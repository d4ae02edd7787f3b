import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import type { AgreementInForce, DutyArticle } from "@/lib/tasks/types";

function ArticleRows({ article, base }: { article: DutyArticle; base: string }) {
  const t = useTranslations("tasks");
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {t("articleCrumb", { article: article.article, heading: article.heading })}
        </th>
      </tr>
      {article.duties.map((duty) => (
        <tr key={duty.id}>
          <td>
            <a className="ttl" href={`${base}/new?duty=${duty.id}`}>
              {duty.shortText}
            </a>
            <span className="sub">{t("place", { article: duty.article, clause: duty.clause })}</span>
          </td>
          <td>
            {duty.lead ? (
              <OfficeLabel office={officeMark(duty.lead)} part="lead" />
            ) : (
              <span className="text-muted">{t("new.depends")}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The duties in force, article by article: the clause is chosen first, since it decides who leads. */
export function DutyChooser({ agreements, base }: { agreements: readonly AgreementInForce[]; base: string }) {
  const t = useTranslations("tasks");
  const head = [{ label: t("title") }, { label: t("new.lead") }];
  const breadcrumbs = [{ label: t("title"), href: base }, { label: t("new.title") }];
  if (agreements.length === 0) {
    return (
      <>
        <PageHeader breadcrumbs={breadcrumbs} title={t("new.title")} />
        <EmptyState title={t("new.none")} text={t("new.noneText")}>
          <a href={base.replace(/tasks$/, "agreements")}>{t("new.seeAgreements")}</a>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader breadcrumbs={breadcrumbs} title={t("new.title")} lead={t("new.choose")} />
      {agreements.map(({ agreementId, title, paper, articles }) => (
        <Section key={agreementId} id={`agreement-${agreementId}`} title={title} count={paper}>
          <Register caption={title} head={head} headHidden airy stack={false}>
            {articles.map((article) => (
              <ArticleRows key={article.article} article={article} base={base} />
            ))}
          </Register>
        </Section>
      ))}
    </>
  );
}
