import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import { answerMeetingAction } from "@/lib/meetings/actions";
import type { AnswerView, InvitedView, MeetingPageView } from "@/lib/meetings/types";
import { formatInstant } from "@/lib/platform/dates/days";

type AttendanceProps = { view: MeetingPageView; tenant: string; answering: string | null };

const tones: Record<AnswerView["answer"], BadgeTone> = {
  attends: "done",
  substitute: "act",
  absent: "alarm",
};

/** "Dự 3 · Cử người thay 1 · Không dự 0 · Chưa trả lời 2"; what was said of another time counts as not said. */
function useCount(invited: readonly InvitedView[]): string {
  const t = useTranslations("calendar.attendance");
  const said = (answer: AnswerView["answer"]) =>
    invited.filter((each) => each.answer?.answer === answer && !each.answer.outdated).length;
  const [attends, substitute, absent] = [said("attends"), said("substitute"), said("absent")];
  return t("count", { attends, substitute, absent, open: invited.length - attends - substitute - absent });
}

function Answer({ answer }: { answer: AnswerView | null }) {
  const t = useTranslations("calendar.attendance");
  if (!answer) return <Badge>{t("open")}</Badge>;
  const at = formatInstant(answer.at);
  return (
    <>
      <Badge tone={answer.outdated ? "neutral" : tones[answer.answer]}>{t(`answers.${answer.answer}`)}</Badge>
      {answer.outdated ? <span className="sub">{t("outdated")}</span> : null}
      {answer.substitute ? <span className="sub">{t("instead", { who: answer.substitute })}</span> : null}
      {answer.note ? <span className="sub">{answer.note}</span> : null}
      <span className="sub">{answer.by ? t("by", { name: answer.by, at }) : at}</span>
    </>
  );
}

function AnswerForm({
  view,
  tenant,
  invited,
}: {
  view: MeetingPageView;
  tenant: string;
  invited: InvitedView;
}) {
  const t = useTranslations("calendar.attendance");
  return (
    <ActionForm id="answer" action={answerMeetingAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="meetingId" value={view.meetingId} />
      <HiddenField name="revision" value={String(view.revision)} />
      <HiddenField name="whom" value={invited.kind === "office" ? "office" : invited.key} />
      <RadioGroup
        name="answer"
        label={t("answerFor", { whom: invited.whom })}
        defaultValue={invited.answer?.answer}
        choices={(["attends", "substitute", "absent"] as const).map((value) => ({
          value,
          label: t(`choices.${value}`),
        }))}
      />
      <TextField
        name="substitute"
        label={t("substitute")}
        hint={t("substituteHint")}
        maxLength={200}
        defaultValue={invited.answer?.substitute ?? ""}
        optional
      />
      <TextField
        name="note"
        label={t("note")}
        maxLength={500}
        defaultValue={invited.answer?.note ?? ""}
        optional
      />
      <FormFooter>
        <SubmitButton>{t("send")}</SubmitButton>
        <LinkButton href={`/${tenant}/calendar/meetings/${view.meetingId}#attendance`}>
          {t("back")}
        </LinkButton>
      </FormFooter>
    </ActionForm>
  );
}

/** Who is invited, what each said, and the form for those one may answer for. */
export function AttendanceSection({ view, tenant, answering }: AttendanceProps) {
  const t = useTranslations("calendar.attendance");
  const invited = view.attendance?.invited ?? [];
  const count = useCount(invited);
  const open = invited.find((each) => each.mayAnswer && each.key === answering);
  if (!view.attendance) return null;
  return (
    <Section id="attendance" title={t("title")}>
      <p className="line-max mb-4">{count}</p>
      {open ? <AnswerForm view={view} tenant={tenant} invited={open} /> : null}
      <Register
        caption={t("title")}
        head={[{ label: t("whom") }, { label: t("answer") }, { label: t("act") }]}
      >
        <tbody>
          {invited.map((each) => (
            <tr key={each.key}>
              <td>
                {each.kind === "office" ? t("ofOffice", { office: each.whom }) : each.whom}
                {each.mailedAt ? (
                  <span className="sub">{t("mailed", { at: formatInstant(each.mailedAt) })}</span>
                ) : null}
              </td>
              <td>
                <Answer answer={each.answer} />
              </td>
              <td>
                {each.mayAnswer ? (
                  <a href={`?answer=${each.key}#attendance`}>
                    {each.answer ? t("again") : t("give")}
                    <span className="sr-only"> {each.whom}</span>
                  </a>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Register>
      <p className="sub">{t("mailNote")}</p>
    </Section>
  );
}
