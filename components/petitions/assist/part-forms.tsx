import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilesToSend } from "@/components/files/files-to-send";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/forms/checkbox";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { UploadForm } from "@/components/forms/upload-form";
import {
  acceptPartAction,
  askPartAction,
  declinePartAction,
  takeOverPartAction,
} from "@/lib/petitions/actions";
import type { ContributionView } from "@/lib/petitions/assist/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";
import type { FormAction } from "@/lib/platform/forms/form-state";

type Props = { view: PetitionPageView; tenant: string };

function PartForm({
  id,
  action,
  view,
  tenant,
  draft,
  children,
}: Props & { id: string; action: FormAction; draft?: boolean; children: ReactNode }) {
  return (
    <ActionForm id={id} action={action} draft={draft}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      {children}
    </ActionForm>
  );
}

/** The lead asks an office, for the first time or again; the agreement's own day stands in the field. */
export function AskForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.assist");
  const { askable, dueByRule, duty } = view.assist;
  if (askable.length === 0) return null;
  return (
    <details className="more">
      <summary>{t("ask")}</summary>
      <PartForm id="ask-part" action={askPartAction} view={view} tenant={tenant} draft>
        <SelectField
          name="officeId"
          label={t("office")}
          placeholder={t("choose")}
          options={askable.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          name="request"
          label={t("request")}
          hint={view.identity === "sealed" ? t("requestSealedHint") : undefined}
          rows={3}
        />
        {view.identity === "sealed" ? <Checkbox name="checked" label={t("checked")} /> : null}
        <DateField
          name="dueOn"
          label={t("due")}
          hint={duty ? t("dueHint", { days: duty.opinionDays }) : undefined}
          defaultValue={dueByRule ? formatDay(dueByRule) : ""}
        />
        <SubmitButton>{t("askSubmit")}</SubmitButton>
      </PartForm>
    </details>
  );
}

function GiveForm({ view, tenant, part }: Props & { part: ContributionView }) {
  const t = useTranslations("petitions.assist");
  const files = useTranslations("files");
  const { fileLimits, returned } = view.secrecy;
  const again = part.state === "contributed";
  return (
    <UploadForm
      id="give-part"
      post={`/${tenant}/upload/part`}
      returned={returned?.form === "give-part" ? returned.state : undefined}
      draft
    >
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <TextArea
        name="contribution"
        label={t("contribution")}
        hint={view.identity === "sealed" ? t("contributionSealedHint") : undefined}
        defaultValue={part.contribution ?? ""}
        rows={4}
      />
      {part.files.length > 0 ? (
        <CheckboxGroup
          name="removedFiles"
          label={files("remove")}
          optional
          choices={part.files.map(({ id }, index) => ({
            value: id,
            label: t("file", { number: index + 1 }),
          }))}
        />
      ) : null}
      <FilesToSend limits={fileLimits} />
      <SubmitButton look={again ? "plain" : "fill"}>{again ? t("giveAgain") : t("give")}</SubmitButton>
    </UploadForm>
  );
}

function DeclineForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.assist");
  return (
    <details className="more">
      <summary>{t("decline")}</summary>
      <PartForm id="decline-part" action={declinePartAction} view={view} tenant={tenant}>
        <TextArea name="reason" label={t("reason")} rows={2} />
        <SubmitButton look="plain">{t("declineSubmit")}</SubmitButton>
      </PartForm>
    </details>
  );
}

/** What the acting person may do with one office's part; null when that is nothing. */
export function partForms({ view, tenant, part }: Props & { part: ContributionView }): ReactNode {
  const { may, takeable } = view.assist;
  if (!part.current) return null;
  if (part.mine) {
    if (!may.accept && !may.give && !may.decline) return null;
    return <OwnForms view={view} tenant={tenant} part={part} />;
  }
  return takeable.includes(part.office.id) ? <TakeOver view={view} tenant={tenant} part={part} /> : null;
}

function OwnForms({ view, tenant, part }: Props & { part: ContributionView }) {
  const t = useTranslations("petitions.assist");
  const { may } = view.assist;
  return (
    <>
      {may.accept ? (
        <div className="mb-4">
          <PartForm id="accept-part" action={acceptPartAction} view={view} tenant={tenant}>
            <SubmitButton look="plain">{t("accept")}</SubmitButton>
          </PartForm>
        </div>
      ) : null}
      {may.give ? <GiveForm view={view} tenant={tenant} part={part} /> : null}
      {may.decline ? <DeclineForm view={view} tenant={tenant} /> : null}
    </>
  );
}

function TakeOver({ view, tenant, part }: Props & { part: ContributionView }) {
  const t = useTranslations("petitions.assist");
  const { id, code } = part.office;
  return (
    <PartForm id={`take-over-${id}`} action={takeOverPartAction} view={view} tenant={tenant}>
      <HiddenField name="officeId" value={id} />
      <SubmitButton look="plain" icon="check">
        {t("takeOver")}
        <span className="sr-only"> {code}</span>
      </SubmitButton>
    </PartForm>
  );
}
