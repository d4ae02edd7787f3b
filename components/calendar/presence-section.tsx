import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Why } from "@/components/ui/why";
import { recordPresenceAction } from "@/lib/meetings/actions";
import type { BodyCountView, MeetingPageView } from "@/lib/meetings/types";
import { formatInstant } from "@/lib/platform/dates/days";

type PresenceProps = { view: MeetingPageView; tenant: string; counting: string | null };

function CountForm({ body, view, tenant }: { body: BodyCountView; view: MeetingPageView; tenant: string }) {
  const t = useTranslations("calendar.presence");
  const answers = useTranslations("calendar.attendance.answers");
  return (
    <ActionForm id={`presence-${body.bodyId}`} action={recordPresenceAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="meetingId" value={view.meetingId} />
      <HiddenField name="bodyId" value={body.bodyId} />
      {body.members.map((member) => (
        <RadioGroup
          key={member.postId}
          name={`members.${member.postId}`}
          label={member.words}
          hint={member.answer ? t("answered", { answer: answers(member.answer) }) : undefined}
          defaultValue={member.state ?? (member.answer === "attends" ? "present" : "absent")}
          choices={(["present", "excused", "absent"] as const).map((value) => ({
            value,
            label: t(`states.${value}`),
          }))}
        />
      ))}
      <TextField
        name="otherMembers"
        label={t("otherMembers")}
        hint={t("otherHint")}
        inputMode="numeric"
        width="half"
        defaultValue={String(body.otherMembers)}
      />
      <TextField
        name="otherPresent"
        label={t("otherPresent")}
        inputMode="numeric"
        width="half"
        defaultValue={String(body.otherPresent)}
      />
      <FormFooter>
        <SubmitButton>{t("record")}</SubmitButton>
        <LinkButton href={`/${tenant}/calendar/meetings/${view.meetingId}#presence`}>{t("back")}</LinkButton>
      </FormFooter>
    </ActionForm>
  );
}

function Body({
  body,
  view,
  tenant,
  open,
}: {
  body: BodyCountView;
  view: MeetingPageView;
  tenant: string;
  open: boolean;
}) {
  const t = useTranslations("calendar.presence");
  const { present, quorum, total } = body;
  const enough = present !== null && quorum !== null && present >= quorum;
  return (
    <div className="headcount">
      <h3>
        {body.name}{" "}
        {present === null ? (
          <Badge>{t("notCounted")}</Badge>
        ) : (
          <Badge tone={enough ? "done" : "alarm"}>{enough ? t("enough") : t("notEnough")}</Badge>
        )}
      </h3>
      <p>
        {present === null ? t("members", { total }) : t("counted", { present, total })}
        {quorum === null ? null : (
          <>
            {" "}
            {t("needed", { quorum })}{" "}
            <Why
              title={t("why", { body: body.name })}
              text={body.verified ? body.basis : t("unverified", { basis: body.basis ?? "" })}
            />
          </>
        )}
      </p>
      {body.recordedAt ? (
        <p className="sub">
          {t("recorded", { office: body.office ?? "", at: formatInstant(body.recordedAt) })}
        </p>
      ) : null}
      {open ? <CountForm body={body} view={view} tenant={tenant} /> : null}
      {body.mayRecord && !open ? (
        <p>
          <LinkButton href={`?presence=${body.bodyId}#presence`}>
            {body.recordedAt ? t("again") : t("begin")}
            <span className="sr-only"> {body.name}</span>
          </LinkButton>
        </p>
      ) : null}
      {body.recordedAt && !open ? (
        <ul className="headcount__list">
          {body.members.map((member) => (
            <li key={member.postId}>
              {member.words}: {t(`states.${member.state ?? "absent"}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Each body's own count: who was there, how many are enough, and whether they were. */
export function PresenceSection({ view, tenant, counting }: PresenceProps) {
  const t = useTranslations("calendar.presence");
  const bodies = view.attendance?.bodies ?? [];
  if (bodies.length === 0) return null;
  return (
    <Section id="presence" title={t("title")}>
      {bodies.map((body) => (
        <Body
          key={body.bodyId}
          body={body}
          view={view}
          tenant={tenant}
          open={body.mayRecord && body.bodyId === counting}
        />
      ))}
    </Section>
  );
}
