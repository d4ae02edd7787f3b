import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { HandoverItemView } from "@/components/tasks/handover-item";
import { useHandoverWords } from "@/components/tasks/handover-words";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { Note } from "@/components/ui/note";
import { Register } from "@/components/ui/register";
import { formatDay } from "@/lib/platform/dates/days";
import type { HandoverItem, HandoverView } from "@/lib/tasks/types";

type ListProps = { items: readonly HandoverItem[]; tenant: string; listHref: string; title: string };

function actOf({ may }: HandoverItem): "decide" | "answer" | "see" {
  if (may.offerHandover || may.keepTask) return "decide";
  return may.acceptHandover ? "answer" : "see";
}

function Items({ items, tenant, listHref, title }: ListProps) {
  const t = useTranslations("tasks.handover");
  const { said } = useHandoverWords();
  return (
    <Register
      caption={title}
      head={[
        { label: t("task") },
        { label: t("due") },
        { label: t("duty") },
        { label: t("leads") },
        { label: t("said") },
        { label: t("next") },
      ]}
    >
      <tbody>
        {items.map((item) => (
          <tr key={item.taskId}>
            <td>
              {item.readable ? (
                <a className="ttl" href={`/${tenant}/tasks/${item.taskId}`}>
                  {item.title}
                </a>
              ) : (
                item.title
              )}
            </td>
            <td>
              <NarrowLabel label={t("due")} />
              {item.dueOn ? formatDay(item.dueOn) : t("noDue")}
            </td>
            <td>{t("place", { article: item.article, clause: item.clause, text: item.shortText })}</td>
            <td>
              <NarrowLabel label={t("leads")} />
              {t("fromTo", { from: item.lead.code, to: item.next.code })}
            </td>
            <td>{said(item)}</td>
            <td>
              <LinkButton look="plain" href={`${listHref}?task=${item.taskId}`}>
                {t(`acts.${actOf(item)}`)}
                <span className="sr-only">: {item.title}</span>
              </LinkButton>
            </td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}

type PageProps = { view: HandoverView; tenant: string; taskId?: string | undefined };

/** Open tasks whose duty another office leads by the text in force: handed over or kept, one by one. */
export function HandoverPage({ view, tenant, taskId }: PageProps) {
  const t = useTranslations("tasks.handover");
  const agreements = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const listHref = `${base}/${view.agreementId}/handover`;
  const open = [...view.giving, ...view.taking].find((item) => item.taskId === taskId);
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
          open ? { label: t("title"), href: listHref } : { label: t("title") },
          ...(open ? [{ label: open.title }] : []),
        ]}
        title={open ? open.title : t("title")}
        lead={open ? undefined : t("lead")}
      />
      <Note tone="info" title={t("rule")}>
        “{view.rule.text}”{view.rule.source ? ` (${view.rule.source})` : ""}
      </Note>
      {open ? <HandoverItemView item={open} tenant={tenant} listHref={listHref} /> : null}
      {!open && lists.length === 0 ? <EmptyState title={t("empty")} text={t("emptyText")} /> : null}
      {open
        ? null
        : lists.map(({ id, items, title }) => (
            <Section key={id} id={id} title={title} count={t("count", { count: items.length })}>
              <Items items={items} tenant={tenant} listHref={listHref} title={title} />
            </Section>
          ))}
    </>
  );
}
