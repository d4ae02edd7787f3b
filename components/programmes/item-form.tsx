import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { OverlapList } from "@/components/programmes/overlap-list";
import { OverlapPanel } from "@/components/programmes/overlap-panel";
import { programmeName } from "@/components/programmes/programme-words";
import { LinkButton } from "@/components/ui/link-button";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";
import {
  addItemAction,
  editItemAction,
  removeItemAction,
  stopItemAction,
} from "@/lib/work-programmes/actions";
import { formatDue } from "@/lib/work-programmes/periods";
import type { ItemFormView, ProgrammeItemView } from "@/lib/work-programmes/types";

type FormProps = { view: ItemFormView; tenant: string };

function DutyFields({ view }: { view: ItemFormView }) {
  const t = useTranslations("programmes.form");
  const { item, options, programme } = view;
  const known = options.duties.some((duty) => duty.id === item?.duty?.id);
  // The duty of an older text stays a choice: its lead was resolved under it.
  const kept = item?.duty && !known ? [item.duty] : [];
  const words = (duty: { article: number; clause: number; shortText: string }) =>
    t("dutyOption", { article: duty.article, clause: duty.clause, text: duty.shortText });
  return (
    <>
      <SelectField
        name="dutyId"
        label={t("duty")}
        hint={t("dutyHint")}
        placeholder={t("noDuty", { office: programme.office.code })}
        optional
        defaultValue={item?.duty?.id}
        options={[
          ...kept.map((duty) => ({ value: duty.id, label: words(duty) })),
          ...options.duties.map((duty) => ({
            value: duty.id,
            label: duty.leadCode ? t("dutyLead", { duty: words(duty), lead: duty.leadCode }) : words(duty),
          })),
        ]}
      />
      {options.subjects.length > 0 ? (
        <SelectField
          name="subjectKey"
          label={t("subject")}
          hint={t("subjectHint")}
          placeholder={t("noSubject")}
          optional
          defaultValue={item?.subjectKey ?? undefined}
          options={options.subjects}
        />
      ) : null}
    </>
  );
}

function DecisionFields({ required }: { required: boolean }) {
  const t = useTranslations("programmes.form");
  return (
    <fieldset className="mb-4">
      <legend className="ttl">{t("decision")}</legend>
      <p className="text-muted mb-4">{t("decisionHint")}</p>
      <div className="inrow">
        <TextField
          name="decisionNumber"
          label={t("number")}
          width="half"
          maxLength={100}
          optional={!required}
        />
        <DateField name="decidedOn" label={t("on")} optional={!required} />
      </div>
      <TextField name="decidedBy" label={t("by")} hint={t("byHint")} maxLength={200} optional={!required} />
    </fieldset>
  );
}

function ApprovalFields({ item }: { item: ProgrammeItemView | null }) {
  const t = useTranslations("programmes.form");
  const approval = item?.approval;
  return (
    <fieldset className="mb-4">
      <legend className="ttl">{t("approval")}</legend>
      <p className="text-muted mb-4">{t("approvalHint")}</p>
      <div className="inrow">
        <TextField
          name="approvalNumber"
          label={t("number")}
          width="half"
          maxLength={100}
          optional
          defaultValue={approval?.number}
        />
        <DateField
          name="approvedOn"
          label={t("on")}
          optional
          defaultValue={approval ? formatDay(approval.on) : undefined}
        />
      </div>
      <TextField
        name="approvedBy"
        label={t("by")}
        hint={t("byHint")}
        maxLength={200}
        optional
        defaultValue={approval?.by}
      />
    </fieldset>
  );
}

function MeetingField({ view }: { view: ItemFormView }) {
  const t = useTranslations("programmes.form");
  const linked = view.item?.meeting;
  const isOffered = view.options.meetings.some((meeting) => meeting.meetingId === linked?.meetingId);
  return (
    <SelectField
      name="meetingId"
      label={t("meeting")}
      hint={t("meetingHint")}
      placeholder={t("noMeeting")}
      optional
      defaultValue={linked?.meetingId}
      options={[
        ...(linked?.title && !isOffered ? [{ value: linked.meetingId, label: linked.title }] : []),
        ...view.options.meetings.map((meeting) => ({
          value: meeting.meetingId,
          label: t("meetingOption", {
            time: formatInstant(new Date(meeting.startsAt)),
            title: meeting.title,
          }),
        })),
      ]}
    />
  );
}

function Fields({ view }: { view: ItemFormView }) {
  const t = useTranslations("programmes.form");
  const overlaps = useTranslations("programmes.overlaps");
  const { item, options, programme } = view;
  const issued = programme.state === "issued";
  const isOff = programme.above.length > 0 && (item === null || item.parentItemId === null);
  return (
    <>
      <TextArea name="title" label={t("title")} rows={2} maxLength={500} defaultValue={item?.title} />
      <TextField
        name="due"
        label={t("due")}
        hint={t("dueHint")}
        width="half"
        maxLength={60}
        autoComplete="off"
        defaultValue={item ? formatDue(item) : undefined}
      />
      <SelectField
        name="leaderPostId"
        label={t("leader")}
        placeholder={t("noLeader")}
        optional
        defaultValue={item?.leader?.postId}
        options={options.leaders.map((leader) => ({ value: leader.postId, label: leader.label }))}
      />
      <OverlapPanel
        officeCode={programme.office.code}
        texts={{
          hint: overlaps("formHint"),
          despite: overlaps("despite"),
          busy: overlaps("busy"),
          busyBody: overlaps("busyBody"),
          kinds: {
            leader: overlaps("kinds.leader"),
            title: overlaps("kinds.title"),
            meeting: overlaps("kinds.meeting"),
          },
        }}
      />
      <DutyFields view={view} />
      <TextField name="others" label={t("others")} optional maxLength={500} defaultValue={item?.others} />
      <SelectField
        name="submittedBodyId"
        label={t("submittedTo")}
        placeholder={t("noBody")}
        optional
        defaultValue={item?.submittedTo?.id}
        options={options.bodies.map((body) => ({ value: body.id, label: body.name }))}
      />
      <MeetingField view={view} />
      <TextField name="note" label={t("note")} optional maxLength={1000} defaultValue={item?.note} />
      {isOff && !(issued && item === null) ? <ApprovalFields item={item} /> : null}
      {issued ? <DecisionFields required /> : null}
    </>
  );
}

/** Out of a draft, or stopped by a decision: what cannot be undone stands apart. */
function EndForm({ view, item, tenant }: FormProps & { item: ProgrammeItemView }) {
  const t = useTranslations("programmes");
  const { programme } = view;
  const address = `/${tenant}/programmes/${programme.programmeId}`;
  const issued = programme.state === "issued";
  const hidden = { tenant, itemId: item.itemId, revision: String(item.revision) };
  return (
    <Section id="end" title={issued ? t("form.stopTitle") : t("form.removeTitle")}>
      <ConfirmForm
        id="end-form"
        action={issued ? stopItemAction : removeItemAction}
        hidden={hidden}
        text={issued ? t("form.stopText") : t("form.removeText")}
        submit={issued ? t("acts.stop") : t("acts.remove")}
        back={{ href: address, label: t("form.back") }}
      >
        {issued ? <DecisionFields required /> : null}
      </ConfirmForm>
    </Section>
  );
}

/** An item as the table has it: a new one, one to mend, or one to change by decision. */
export function ItemForm({ view, tenant }: FormProps) {
  const t = useTranslations("programmes");
  const { programme, item } = view;
  const address = `/${tenant}/programmes/${programme.programmeId}`;
  const issued = programme.state === "issued";
  const title = item ? t(issued ? "form.change" : "form.edit") : t(issued ? "form.addLater" : "form.add");
  const may = (issued ? programme.may.amend : programme.may.editItem) && item?.state !== "stopped";
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/${tenant}/programmes` },
          { label: programmeName(t, programme), href: address },
        ]}
        title={title}
        lead={programme.body.name}
      />
      {may ? (
        <>
          {view.overlaps.length > 0 ? <OverlapList overlaps={view.overlaps} tenant={tenant} /> : null}
          <ActionForm id="item" action={item ? editItemAction : addItemAction} className="form" draft>
            <HiddenField name="tenant" value={tenant} />
            {item ? (
              <>
                <HiddenField name="itemId" value={item.itemId} />
                <HiddenField name="revision" value={String(item.revision)} />
              </>
            ) : (
              <HiddenField name="programmeId" value={programme.programmeId} />
            )}
            <Fields view={view} />
            <FormFooter>
              <SubmitButton>{issued ? t("form.submitChange") : t("form.submit")}</SubmitButton>
              <LinkButton href={address}>{t("form.back")}</LinkButton>
            </FormFooter>
          </ActionForm>
          {item ? <EndForm view={view} item={item} tenant={tenant} /> : null}
        </>
      ) : (
        <EmptyState title={t("issue.cannot")} text={t("page.draftLead", { office: programme.office.code })}>
          <LinkButton href={address}>{t("form.back")}</LinkButton>
        </EmptyState>
      )}
    </>
  );
}
