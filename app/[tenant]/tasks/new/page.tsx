import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DutyChooser } from "@/components/tasks/duty-chooser";
import { TaskCreation } from "@/components/tasks/task-creation";
import { loadTaskOptions } from "@/lib/tasks/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ duty?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tasks.new");
  return { title: t("title") };
}

export default async function NewTaskPage({ params, searchParams }: Props) {
  const [{ tenant }, { duty }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadTaskOptions(tenant, duty);
  const base = `/${tenant}/tasks`;
  return (
    <PortalPage actor={actor} current="tasks">
      {view.chosen ? (
        <TaskCreation duty={view.chosen} base={base} tenant={tenant} />
      ) : (
        <DutyChooser agreements={view.agreements} base={base} />
      )}
    </PortalPage>
  );
}
