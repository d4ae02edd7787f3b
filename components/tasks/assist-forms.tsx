import { useTranslations } from "next-intl";
import { FormFooter } from "@/components/forms/form-footer";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TaskForm } from "@/components/tasks/task-form";
import { LinkButton } from "@/components/ui/link-button";
import { acceptRequestAction, declineRequestAction, giveContributionAction } from "@/lib/tasks/actions";
import type { TaskAssist, TaskPageView } from "@/lib/tasks/types";

type AssistFormProps = { view: TaskPageView; tenant: string };

export function AcceptForm({ view, tenant }: AssistFormProps) {
  const t = useTranslations("tasks");
  return (
    <TaskForm id="accept" action={acceptRequestAction} tenant={tenant} known={{ taskId: view.taskId }}>
      <SubmitButton look={view.may.contribute ? "plain" : "fill"}>{t("acts.accept")}</SubmitButton>
    </TaskForm>
  );
}

/** The office's own part; what was sent comes back to be revised until it is taken over. */
export function ContributeForm({ view, tenant, part }: AssistFormProps & { part: TaskAssist }) {
  const t = useTranslations("tasks");
  const again = part.state === "contributed";
  return (
    <TaskForm
      id="contribute"
      action={giveContributionAction}
      tenant={tenant}
      known={{ taskId: view.taskId }}
      draft
    >
      <TextArea
        name="contribution"
        label={t("fields.contribution")}
        defaultValue={part.contribution ?? ""}
        rows={4}
      />
      <SubmitButton look={again ? "plain" : "fill"}>
        {again ? t("acts.contributeAgain") : t("acts.contribute")}
      </SubmitButton>
    </TaskForm>
  );
}

export function DeclineForm({ view, tenant }: AssistFormProps) {
  const t = useTranslations("tasks");
  return (
    <TaskForm id="decline" action={declineRequestAction} tenant={tenant} known={{ taskId: view.taskId }}>
      <TextArea name="reason" label={t("fields.reason")} rows={3} />
      <FormFooter>
        <SubmitButton>{t("acts.declineSubmit")}</SubmitButton>
        <LinkButton look="quiet" href={`/${tenant}/tasks/${view.taskId}`}>
          {t("acts.cancel")}
        </LinkButton>
      </FormFooter>
    </TaskForm>
  );
}
