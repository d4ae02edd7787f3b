import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { CloseScreen } from "@/components/tasks/close-screen";
import { openFormOf } from "@/components/tasks/task-open-form";
import { TaskScreen } from "@/components/tasks/task-screen";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { loadTaskPage } from "@/lib/tasks/loaders";

type Props = {
  params: Promise<{ tenant: string; taskId: string }>;
  searchParams: Promise<{ act?: string; office?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, taskId } = await params;
  const { view } = await loadTaskPage(tenant, idFromAddress(taskId));
  return { title: view.title };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const [{ tenant, taskId }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadTaskPage(tenant, idFromAddress(taskId));
  const open = openFormOf(query);
  return (
    <PortalPage actor={actor} current="tasks">
      {open?.act === "close" && view.may.close ? (
        <CloseScreen view={view} tenant={tenant} />
      ) : (
        <TaskScreen
          view={view}
          tenant={tenant}
          office={{ id: actor.officeId, code: actor.officeCode }}
          open={open}
        />
      )}
    </PortalPage>
  );
}
