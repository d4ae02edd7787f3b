import { useTranslations } from "next-intl";
import { KeptRegister } from "@/components/layout/kept-register";
import { useRefusalWords } from "@/components/refusals/refusal-words";
import { Why } from "@/components/ui/why";
import type { RefusalItem, RefusalListView } from "@/lib/desk/types";
import { formatInstant } from "@/lib/platform/dates/days";

type RefusalRegisterProps = { view: RefusalListView; tenant: string; officeCode: string; first: boolean };

const pages = {
  task: "tasks",
  meeting: "calendar/meetings",
  petition: "petitions",
  agreement: "agreements",
} as const;

function RefusalRow({ item, tenant }: { item: RefusalItem; tenant: string }) {
  const t = useTranslations("refusals");
  const words = useRefusalWords();
  const { subject, reason } = item;
  const act = words.act(reason);
  return (
    <tr>
      <td>
        <time className="date" dateTime={item.at.toISOString()}>
          {formatInstant(item.at)}
        </time>
      </td>
      <td className="name">{item.personName}</td>
      <td>
        <b>{act}</b>
        <span className="sub">
          {subject ? (
            <a href={`/${tenant}/${pages[subject.kind]}/${subject.id}`}>{subject.title}</a>
          ) : (
            t("gone")
          )}
        </span>
      </td>
      <td>
        {reason.quote?.source ?? t("noRule")}{" "}
        <Why side="right" title={`${act}: ${words.whose(reason)}`} quote={reason.quote} />
      </td>
    </tr>
  );
}

/** What people of the office were refused: act, article, who, when. */
export function RefusalRegister({ view, tenant, officeCode, first }: RefusalRegisterProps) {
  const t = useTranslations("refusals");
  return (
    <KeptRegister
      title={t("title")}
      lead={t("lead", { office: officeCode })}
      note={t("readers")}
      caption={t("caption")}
      head={[{ label: t("at") }, { label: t("who") }, { label: t("what") }, { label: t("rule") }]}
      rows={view.items.map((item) => <RefusalRow key={item.id} item={item} tenant={tenant} />)}
      empty={{ title: t("empty"), text: t("emptyText") }}
      base={`/${tenant}/refusals`}
      first={first}
      next={view.next}
    />
  );
}
