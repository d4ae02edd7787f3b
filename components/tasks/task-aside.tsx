import { useTranslations } from "next-intl";
import { useDueWords } from "@/components/tasks/due-words";
import { useLeadWhy } from "@/components/tasks/lead-why";
import { NotAllowedList } from "@/components/tasks/not-allowed-list";
import { useRoleWords } from "@/components/tasks/role-words";
import { TaskFacts } from "@/components/tasks/task-facts";
import type { Fact } from "@/components/ui/facts";
import { Why } from "@/components/ui/why";
import type { Holder } from "@/lib/offices/types";
import { formatDay } from "@/lib/platform/dates/days";
import type { TaskPageView } from "@/lib/tasks/types";

function useFacts(view: TaskPageView, tenant: string): Fact[] {
  const t = useTranslations("tasks");
  const leadWhy = useLeadWhy();
  const { left } = useDueWords();
  const { duty } = view;
  const due = view.dueOn ? formatDay(view.dueOn) : t("facts.noDue");
  const holder = ({ title, name }: Holder) =>
    name ? t("facts.responsible", { title, name }) : t("facts.vacant", { title });
  const responsible = [
    view.lead,
    ...view.assists.map((part) => ({ ...part.office, responsible: part.responsible })),
  ];
  const readers = [
    view.lead,
    ...view.assists.map((part) => part.office),
    ...view.informed,
    ...(view.assists.some((part) => part.office.id === view.creatorOffice.id) ? [] : [view.creatorOffice]),
  ];
  const readerCodes = [...new Set(readers.map((office) => office.code))].join(", ");
  return [
    {
      label: t("facts.by"),
      value: (
        <>
          <a href={`/${tenant}/agreements/${duty.agreementId}`}>
            {t("place", { article: duty.article, clause: duty.clause })}
          </a>
          {`, ${duty.shortText}`}
        </>
      ),
    },
    {
      label: t("facts.why"),
      value: (
        <>
          {view.lead.code} <Why side="right" {...leadWhy(view.lead.code, view.why, duty)} />
        </>
      ),
    },
    {
      label: t("facts.due"),
      value: view.dueOn && view.state === "open" ? `${due}, ${left(view.dueOn, view.today)}` : due,
    },
    ...responsible.flatMap((office) =>
      office.responsible ? [{ label: office.code, value: holder(office.responsible) }] : [],
    ),
    { label: t("facts.readers"), value: t("facts.readersText", { offices: readerCodes }) },
  ];
}

/** What is known of the task, and what the acting office may not do here, each with its clause. */
export function TaskAside({
  view,
  tenant,
  officeCode,
}: {
  view: TaskPageView;
  tenant: string;
  officeCode: string;
}) {
  const t = useTranslations("tasks.notAllowed");
  const roleWords = useRoleWords();
  const facts = useFacts(view, tenant);
  const acts = view.notAllowed.map(({ act, reason, offices, roles, quote }) => ({
    key: act,
    label: t(act),
    why: {
      title:
        reason === "role"
          ? t("byRole", { roles: roleWords(roles) })
          : t("byPart", { offices: offices.join(", ") }),
      quote,
    },
  }));
  return (
    <>
      <TaskFacts facts={facts} />
      <NotAllowedList officeCode={officeCode} acts={acts} />
    </>
  );
}
