import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { amendPetitionAction } from "@/lib/petitions/actions";
import { forwarderKinds, type PetitionPageView, typedChannels } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

function How({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions");
  const channels = view.channel === "online" ? (["online"] as const) : typedChannels;
  return (
    <>
      <div className="inrow">
        <DateField name="receivedOn" label={t("form.receivedOn")} defaultValue={formatDay(view.receivedOn)} />
        <SelectField
          name="channel"
          label={t("form.channel")}
          width="half"
          defaultValue={view.channel}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </div>
      <div className="inrow">
        <SelectField
          name="forwarderKind"
          label={t("form.forwarderKind")}
          width="half"
          optional
          defaultValue={view.forwarderKind ?? ""}
          placeholder={t("form.forwarderNone")}
          options={forwarderKinds.map((value) => ({ value, label: t(`forwarder.${value}`) }))}
        />
        <TextField
          name="forwarderName"
          label={t("form.forwarderName")}
          width="half"
          optional
          defaultValue={view.forwarderName}
          maxLength={200}
        />
      </div>
    </>
  );
}

function Who({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions.form");
  const plain = view.petitioners.find((person) => person.kind === "plain");
  const field = (name: "fullName" | "phone" | "address" | "idNumber", maxLength: number) => (
    <TextField
      name={name}
      label={t(name)}
      width="half"
      optional
      defaultValue={plain?.[name]}
      maxLength={maxLength}
      autoComplete="off"
    />
  );
  return (
    <>
      <div className="inrow">
        {field("fullName", 120)}
        {field("phone", 30)}
      </div>
      <div className="inrow">
        {field("address", 300)}
        {field("idNumber", 30)}
      </div>
    </>
  );
}

/** What was typed when a letter came, to be corrected with the reason. */
export function AmendForm({ view, tenant }: Props) {
  const t = useTranslations("petitions");
  const words = useTranslations("petitions.changes");
  if (!view.may.amend) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={words("amendTitle")}
        text={t("way.notNowText", { office: view.lead.name, state: t(`state.${view.state}`) })}
      />
    );
  }
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={words("amendTitle")} lead={words("amendLead")} />
      {view.identity === "sealed" ? (
        <Note tone="info" icon="lock" title={words("sealedTitle")} level={2}>
          <p>{words("sealedText")}</p>
        </Note>
      ) : null}
      <ActionForm id="amend" action={amendPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <How view={view} />
        <Who view={view} />
        <TextField name="subject" label={t("form.subject")} defaultValue={view.subject} maxLength={300} />
        <TextArea
          name="content"
          label={t("form.content")}
          rows={4}
          optional
          defaultValue={view.content ?? ""}
        />
        <div className="inrow">
          <TextField
            name="peopleCount"
            label={t("form.peopleCount")}
            width="date"
            inputMode="numeric"
            defaultValue={String(view.peopleCount)}
          />
          <TextField
            name="settledBefore"
            label={t("form.settledBefore")}
            width="half"
            optional
            defaultValue={view.settledBefore}
            maxLength={500}
          />
        </div>
        <TextField name="note" label={t("form.note")} optional defaultValue={view.note} maxLength={500} />
        <TextArea name="reason" label={words("amendReason")} rows={2} />
        <FormFooter>
          <SubmitButton look="fill">{words("amend")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {t("way.cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
