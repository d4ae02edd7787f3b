import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { PageHeader } from "@/components/layout/page-header";
import { RefusedNote } from "@/components/refusals/refused-note";
import { TaskAside } from "@/components/tasks/task-aside";
import { TaskLayout } from "@/components/tasks/task-layout";
import type { OpenForm } from "@/components/tasks/task-open-form";
import { TaskTurn } from "@/components/tasks/task-turn";
import { useTurnWords } from "@/components/tasks/task-turn-words";
import { TaskWork } from "@/components/tasks/task-work";
import { MenuLink } from "@/components/ui/menu";
import type { TaskPageView } from "@/lib/tasks/types";

type TaskScreenProps = {
  view: TaskPageView;
  tenant: string;
  office: { id: string; code: string };
  open: OpenForm;
};

/** One task: whose move it is, the work in its order, what is known and what is not allowed. */
export function TaskScreen({ view, tenant, office, open }: TaskScreenProps) {
  const t = useTranslations("tasks");
  const turn = useTurnWords(view, office.id);
  const address = `/${tenant}/tasks/${view.taskId}`;
  const { duty } = view;
  const isOpen = view.state === "open";
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/${tenant}/tasks` },
          {
            label: t("articleCrumb", { article: duty.article, heading: duty.heading }),
            href: `/${tenant}/agreements/${duty.agreementId}`,
          },
        ]}
        title={view.title}
        state={isOpen ? { tone: "act", text: t("state.open") } : { tone: "done", text: t("state.closed") }}
        roles={{
          lead: officeMark(view.lead),
          assists: view.assists.map((part) => officeMark(part.office)),
          informed: view.informed.map(officeMark),
        }}
        menu={
          view.may.describe ? (
            <MenuLink href={`${address}?act=describe`}>{t("acts.describe")}</MenuLink>
          ) : undefined
        }
        logHref={`${address}/log`}
      />
      <TaskLayout
        work={
          <>
            <TaskTurn {...turn} />
            <RefusedNote refusal={view.refusedJustNow} />
            <TaskWork view={view} tenant={tenant} officeId={office.id} open={open} />
          </>
        }
        aside={<TaskAside view={view} tenant={tenant} officeCode={office.code} />}
      />
    </>
  );
}
