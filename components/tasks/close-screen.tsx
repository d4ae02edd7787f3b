import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { TextArea } from "@/components/forms/text-area";
import { PageHeader } from "@/components/layout/page-header";
import { Note } from "@/components/ui/note";
import { closeTaskAction } from "@/lib/tasks/actions";
import type { TaskPageView } from "@/lib/tasks/types";

/** Closing has a screen of its own, since nothing of the task can be changed after it. */
export function CloseScreen({ view, tenant }: { view: TaskPageView; tenant: string }) {
  const t = useTranslations("tasks");
  const address = `/${tenant}/tasks/${view.taskId}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/${tenant}/tasks` },
          { label: view.title, href: address },
          { label: t("acts.close") },
        ]}
        title={t("acts.close")}
        state={{ tone: "act", text: t("state.open") }}
        lead={view.title}
      />
      {view.stillOut.length > 0 ? (
        <div className="mb-4">
          <Note tone="due" title={t("result.stillOut", { offices: view.stillOut.join(", ") })} />
        </div>
      ) : null}
      <ConfirmForm
        id="close"
        action={closeTaskAction}
        hidden={{ tenant, taskId: view.taskId, revision: String(view.revision) }}
        text={t("closing.text")}
        submit={t("closing.submit")}
        back={{ href: address, label: t("closing.back") }}
        draft
      >
        <TextArea
          name="result"
          label={t("fields.result")}
          hint={t("fields.resultHint")}
          rows={6}
          maxLength={10_000}
        />
      </ConfirmForm>
    </>
  );
}
