import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { taskListFilter } from "@/components/tasks/task-list-address";
import { TaskRegister } from "@/components/tasks/task-register";
import { loadTaskList } from "@/lib/tasks/loaders";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ part?: string; state?: string; after?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tasks");
  return { title: t("title") };
}

export default async function TasksPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const filter = taskListFilter(query);
  const { actor, view } = await loadTaskList(tenant, filter.part, filter.state, filter.after);
  return (
    <PortalPage actor={actor} current="tasks">
      <TaskRegister view={view} base={`/${tenant}/tasks`} filter={filter} officeCode={actor.officeCode} />
    </PortalPage>
  );
}
