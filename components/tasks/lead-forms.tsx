import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { TaskForm } from "@/components/tasks/task-form";
import type { ButtonLook } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { formatDay } from "@/lib/platform/dates/days";
import { askContributionAction, describeTaskAction, takeOverContributionAction } from "@/lib/tasks/actions";
import type { TaskAssist, TaskPageView } from "@/lib/tasks/types";

type LeadFormProps = { view: TaskPageView; tenant: string };
type PartFormProps = LeadFormProps & { part: TaskAssist; look: ButtonLook };

/** Name, request and date of the task. */
export function DescribeForm({ view, tenant }: LeadFormProps) {
  const t = useTranslations("tasks");
  const known = { taskId: view.taskId, revision: String(view.revision) };
  return (
    <TaskForm id="describe" action={describeTaskAction} tenant={tenant} known={known} draft>
      <TextField name="title" label={t("fields.title")} defaultValue={view.title} maxLength={200} />
      <TextArea
        name="description"
        label={t("fields.description")}
        defaultValue={view.description}
        rows={5}
        optional
      />
      <DateField
        name="dueOn"
        label={t("fields.due")}
        hint={t("fields.dueHint")}
        defaultValue={view.dueOn ? formatDay(view.dueOn) : ""}
        optional
      />
      <FormFooter>
        <SubmitButton>{t("acts.save")}</SubmitButton>
        <LinkButton look="quiet" href={`/${tenant}/tasks/${view.taskId}`}>
          {t("acts.cancel")}
        </LinkButton>
      </FormFooter>
    </TaskForm>
  );
}

/** Asks one assisting office, with a day: alone on its address, so that sending it cannot empty another. */
export function AskForm({ view, tenant, part }: Omit<PartFormProps, "look">) {
  const t = useTranslations("tasks");
  const known = { taskId: view.taskId, officeId: part.office.id };
  return (
    <TaskForm id={`ask-${part.office.id}`} action={askContributionAction} tenant={tenant} known={known} draft>
      <TextArea
        name="request"
        label={t("fields.request", { office: part.office.code })}
        defaultValue={part.request ?? ""}
        rows={2}
      />
      <DateField
        name="dueOn"
        label={t("fields.requestDue")}
        hint={t("fields.dueHint")}
        defaultValue={part.dueOn ? formatDay(part.dueOn) : ""}
      />
      <FormFooter>
        <SubmitButton>{t("acts.ask")}</SubmitButton>
        <LinkButton look="quiet" href={`/${tenant}/tasks/${view.taskId}`}>
          {t("acts.cancel")}
        </LinkButton>
      </FormFooter>
    </TaskForm>
  );
}

export function TakeOverForm({ view, tenant, part, look }: PartFormProps) {
  const t = useTranslations("tasks");
  const known = { taskId: view.taskId, officeId: part.office.id };
  return (
    <TaskForm id={`take-${part.office.id}`} action={takeOverContributionAction} tenant={tenant} known={known}>
      <SubmitButton look={look} icon="check">
        {t("acts.takeOver")}
        <span className="sr-only"> {part.office.code}</span>
      </SubmitButton>
    </TaskForm>
  );
}
