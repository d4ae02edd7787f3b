import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LeadOutcomes } from "@/components/tasks/lead-outcomes";
import { useRoleWords } from "@/components/tasks/role-words";
import { TaskForm } from "@/components/tasks/task-form";
import { TaskLayout } from "@/components/tasks/task-layout";
import { Note } from "@/components/ui/note";
import { Quote } from "@/components/ui/quote";
import { createTaskAction } from "@/lib/tasks/actions";
import type { ChosenDuty } from "@/lib/tasks/types";

const questions = {
  "office-serving": { name: "bodyId", label: "body" },
  "host-of": { name: "hostPostId", label: "leader" },
  "by-table": { name: "subjectKey", label: "subject" },
} as const;

function CreationForm({ duty, tenant }: { duty: ChosenDuty; tenant: string }) {
  const t = useTranslations("tasks");
  const question = duty.rule === "fixed" ? null : questions[duty.rule];
  return (
    <TaskForm id="create" action={createTaskAction} tenant={tenant} known={{ dutyId: duty.id }} draft>
      {question ? (
        <SelectField
          name={question.name}
          label={t(`new.${question.label}`)}
          placeholder={t("new.choosePlaceholder")}
          options={duty.outcomes.map(({ value, label, lead }) => ({
            value,
            label: t("new.option", { label, office: lead.code }),
          }))}
        />
      ) : null}
      <TextField name="title" label={t("fields.title")} maxLength={200} />
      <TextArea name="description" label={t("fields.description")} rows={5} optional />
      <DateField name="dueOn" label={t("fields.due")} hint={t("fields.dueHint")} optional />
      <FormFooter>
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </FormFooter>
    </TaskForm>
  );
}

/** The form of a task from the chosen clause; beside it who will lead, before anything is sent. */
export function TaskCreation({ duty, base, tenant }: { duty: ChosenDuty; base: string; tenant: string }) {
  const t = useTranslations("tasks");
  const roleWords = useRoleWords();
  const { refusal, outcomes } = duty;
  const [only] = outcomes;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: t("new.title"), href: `${base}/new` },
        ]}
        title={t("new.title")}
        roles={
          duty.rule === "fixed" && only
            ? {
                lead: officeMark(only.lead),
                assists: only.assists.map(officeMark),
                informed: only.informed.map(officeMark),
              }
            : undefined
        }
      />
      <TaskLayout
        work={
          <>
            <div>
              <Quote
                text={duty.text}
                source={t("source", { article: duty.article, clause: duty.clause, paper: duty.paper })}
              />
              <p className="mt-2">
                <a href={`${base}/new`}>{t("new.otherDuty")}</a>
              </p>
            </div>
            {refusal ? (
              <Note
                tone="rule"
                title={refusal.reason === "role" ? t("new.refusedRole") : t("new.refusedPart")}
                quote={refusal.quote}
              >
                <p>{t("notAllowed.byRole", { roles: roleWords(refusal.roles) })}</p>
              </Note>
            ) : (
              <CreationForm duty={duty} tenant={tenant} />
            )}
          </>
        }
        aside={<LeadOutcomes duty={duty} />}
      />
    </>
  );
}
