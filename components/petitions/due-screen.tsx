import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { useWhySentence } from "@/components/petitions/clock-words";
import { useDueWords } from "@/components/tasks/due-words";
import { Due } from "@/components/ui/due";
import { Register } from "@/components/ui/register";
import type { DueView } from "@/lib/petitions/clocks/types";

type DueScreenProps = { view: DueView; tenant: string; officeCode: string; isFirst: boolean };

/** What an office owes by law, the earliest date first. */
export function DueScreen({ view, tenant, officeCode, isFirst }: DueScreenProps) {
  const t = useTranslations("clocks");
  const petitions = useTranslations("petitions");
  const { due } = useDueWords();
  const words = useWhySentence();
  const base = `/${tenant}/petitions`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: petitions("title"), href: base }]}
        title={t("due.title")}
        lead={t("due.lead", { office: officeCode })}
      />
      {view.items.length === 0 ? (
        <EmptyState title={t("due.empty")} text={t("due.emptyText")} />
      ) : (
        <Register
          caption={t("due.title")}
          head={[{ label: t("due.letter") }, { label: t("settings.step") }, { label: t("letter.due") }]}
        >
          <tbody>
            {view.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <a href={`${base}/${item.petitionId}`}>{item.subject}</a>
                  <br />
                  <small>{item.code}</small>
                </td>
                <td>{t(`steps.${item.step}`)}</td>
                <td>
                  <Due
                    {...due(item.dueOn, view.today)}
                    why={{ title: t("letter.why", { step: t(`steps.${item.step}`) }), text: words(item.why) }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Register>
      )}
      <Pagination
        firstHref={isFirst ? undefined : `${base}/due`}
        nextHref={view.next ? `${base}/due?after=${view.next}` : undefined}
      />
    </>
  );
}
