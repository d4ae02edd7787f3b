import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { useDueWords } from "@/components/tasks/due-words";
import { TaskList, type TaskRow } from "@/components/tasks/task-list";
import { type TaskListFilter, taskListAddress } from "@/components/tasks/task-list-address";
import { LinkButton } from "@/components/ui/link-button";
import { Tabs } from "@/components/ui/tabs";
import type { TaskListItem, TaskListView } from "@/lib/tasks/types";

type TaskRegisterProps = { view: TaskListView; base: string; filter: TaskListFilter; officeCode: string };

const parts = ["all", "lead", "assist", "informed"] as const;

function useRow(base: string, view: TaskListView) {
  const t = useTranslations("tasks");
  const { due } = useDueWords();
  return (item: TaskListItem): TaskRow => {
    const asked = item.assists.filter(({ state }) => state !== "named" && state !== "declined");
    const given = asked.filter(({ state }) => state === "contributed" || state === "taken-over");
    const waits = asked.length > given.length;
    const open = waits
      ? ({ tone: "due", text: t("state.waiting", { given: given.length, asked: asked.length }) } as const)
      : ({ tone: "act", text: t("state.open") } as const);
    return {
      id: item.id,
      href: `${base}/${item.id}`,
      title: item.title,
      duty: t("place", { article: item.article, clause: item.clause }),
      lead: officeMark(item.lead),
      assists: item.assists.map(officeMark),
      state: item.state === "closed" ? { tone: "done", text: t("state.closed") } : open,
      due: item.dueOn && item.state === "open" ? due(item.dueOn, view.today) : undefined,
    };
  };
}

function useCount({ count }: TaskListView, state: TaskListFilter["state"]): string {
  const t = useTranslations("tasks.count");
  return count === null ? t(`${state}Many`) : t(state, { count });
}

/** The tasks the acting office may read, by its part in them. */
export function TaskRegister({ view, base, filter, officeCode }: TaskRegisterProps) {
  const t = useTranslations("tasks");
  const row = useRow(base, view);
  const { state } = filter;
  const other = state === "open" ? "closed" : "open";
  const count = useCount(view, state);
  const create = view.mayCreate ? (
    <LinkButton look="fill" icon="plus" href={`${base}/new`}>
      {t("create")}
    </LinkButton>
  ) : undefined;
  const tabs = parts.map((part) => ({
    href: taskListAddress(base, { part, state }),
    label: t(`filter.${part}`),
    current: part === filter.part,
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        act={create}
        lead={
          <>
            {count}{" "}
            <a href={taskListAddress(base, { part: filter.part, state: other })}>
              {state === "open" ? t("seeClosed") : t("seeOpen")}
            </a>
          </>
        }
      />
      <Tabs label={t("filter.label")} tabs={tabs} />
      {view.items.length > 0 ? (
        <TaskList caption={t("listCaption", { office: officeCode })} rows={view.items.map(row)} />
      ) : (
        <EmptyState title={t("empty.title")} text={t("empty.text")} />
      )}
      <Pagination
        firstHref={
          filter.after === undefined ? undefined : taskListAddress(base, { part: filter.part, state })
        }
        nextHref={view.next ? taskListAddress(base, { ...filter, after: view.next }) : undefined}
      />
    </>
  );
}
