import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { TaskLog } from "@/components/tasks/task-log";
import { TaskScreen } from "@/components/tasks/task-screen";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { loadTaskLog } from "@/lib/tasks/loaders";

type Props = { params: Promise<{ tenant: string; taskId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, taskId } = await params;
  const { view } = await loadTaskLog(tenant, idFromAddress(taskId));
  const t = await getTranslations("history");
  return { title: `${t("title")}: ${view.title}` };
}

export default async function TaskLogPage({ params }: Props) {
  const { tenant, taskId } = await params;
  const { actor, view } = await loadTaskLog(tenant, idFromAddress(taskId));
  return (
    <PortalPage actor={actor} current="tasks" sheet={<TaskLog view={view} tenant={tenant} />}>
      <TaskScreen
        view={view}
        tenant={tenant}
        office={{ id: actor.officeId, code: actor.officeCode }}
        open={null}
      />
    </PortalPage>
  );
}
