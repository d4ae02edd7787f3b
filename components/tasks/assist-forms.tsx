import { useTranslations } from "next-intl";
import { FilesToSend } from "@/components/files/files-to-send";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { UploadForm } from "@/components/forms/upload-form";
import { TaskForm } from "@/components/tasks/task-form";
import { LinkButton } from "@/components/ui/link-button";
import { acceptRequestAction, declineRequestAction } from "@/lib/tasks/actions";
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
  const files = useTranslations("files");
  const again = part.state === "contributed";
  return (
    <UploadForm
      id="contribute"
      post={`/${tenant}/upload/contribution`}
      returned={view.returned?.form === "contribute" ? view.returned.state : undefined}
      draft
    >
      <HiddenField name="taskId" value={view.taskId} />
      <TextArea
        name="contribution"
        label={t("fields.contribution")}
        defaultValue={part.contribution ?? ""}
        rows={4}
      />
      {part.files.length > 0 ? (
        <CheckboxGroup
          name="removedFiles"
          label={files("remove")}
          optional
          choices={part.files.map((file) => ({ value: file.id, label: file.name }))}
        />
      ) : null}
      <FilesToSend limits={view.fileLimits} />
      <SubmitButton look={again ? "plain" : "fill"}>
        {again ? t("acts.contributeAgain") : t("acts.contribute")}
      </SubmitButton>
    </UploadForm>
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
