import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Note } from "@/components/ui/note";
import { Register } from "@/components/ui/register";
import { formatDay } from "@/lib/platform/dates/days";
import type { HandoverItem, HandoverView } from "@/lib/tasks/types";

function Items({ items, tenant, title }: { items: readonly HandoverItem[]; tenant: string; title: string }) {
  const t = useTranslations("tasks.handover");
  return (
    <Register
      caption={title}
      head={[{ label: t("task") }, { label: t("due") }, { label: t("duty") }, { label: t("leads") }]}
    >
      <tbody>
        {items.map((item) => (
          <tr key={item.taskId}>
            <td>
              {item.readable ? <a href={`/${tenant}/tasks/${item.taskId}`}>{item.title}</a> : item.title}
            </td>
            <td>{item.dueOn ? formatDay(item.dueOn) : t("noDue")}</td>
            <td>{t("place", { article: item.article, clause: item.clause, text: item.shortText })}</td>
            <td>{t("fromTo", { from: item.lead.code, to: item.next.code })}</td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}

/** Open tasks whose duty another office leads by the text in force: what both chiefs agree on. */
export function HandoverPage({ view, tenant }: { view: HandoverView; tenant: string }) {
  const t = useTranslations("tasks.handover");
  const agreements = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const lists = [
    { id: "giving", items: view.giving, title: t("giving") },
    { id: "taking", items: view.taking, title: t("taking") },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: agreements("title"), href: base },
          { label: view.title, href: `${base}/${view.agreementId}` },
          { label: t("title") },
        ]}
        title={t("title")}
        lead={t("lead")}
      />
      <Note tone="info" title={t("rule")}>
        “{view.rule.text}”{view.rule.source ? ` (${view.rule.source})` : ""}
      </Note>
      {lists.length === 0 ? <EmptyState title={t("empty")} text={t("emptyText")} /> : null}
      {lists.map(({ id, items, title }) => (
        <Section key={id} id={id} title={title} count={t("count", { count: items.length })}>
          <Items items={items} tenant={tenant} title={title} />
        </Section>
      ))}
    </>
  );
}
