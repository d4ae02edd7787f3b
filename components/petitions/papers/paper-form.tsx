import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { NumberField } from "@/components/petitions/number-field";
import { PaperStages, type StageTexts } from "@/components/petitions/papers/paper-stages";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { issuePaperAction } from "@/lib/petitions/actions";
import { isToldToSender } from "@/lib/petitions/paper/forms";
import type { PaperFormView } from "@/lib/petitions/types";

type Props = { view: PaperFormView; tenant: string };

/** Which paper: each leads to its form by an address of its own. */
function Kinds({ view, tenant }: Props) {
  const t = useTranslations("petitions.papers");
  if (view.kinds.length === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  return (
    <ul>
      {view.kinds.map((kind) => (
        <li key={kind} className="mb-2">
          <a href={`/${tenant}/petitions/${view.petitionId}/papers/new?kind=${kind}`}>{t(`kinds.${kind}`)}</a>
        </li>
      ))}
    </ul>
  );
}

function Fields({ view, tenant, form }: Props & { form: NonNullable<PaperFormView["form"]> }) {
  const t = useTranslations("petitions.papers");
  const stages: StageTexts = {
    previewTitle: t("stages.previewTitle"),
    previewText: t("stages.previewText"),
    confirmTitle: t("stages.confirmTitle"),
    signed: t("stages.signed", { signer: "{signer}" }),
    kindly: t("stages.written"),
    read: view.identity === "plain" && isToldToSender(form.kind) ? t("stages.read") : t("stages.notRead"),
    signedOn: t("stages.signedOn"),
    signedOnHint: t("stages.signedOnHint"),
    back: t("stages.back"),
    go: t("stages.go"),
    issue: t("stages.issue"),
  };
  const way = useTranslations("petitions.way");
  const next = form.nextNumber;
  const replaces = form.of !== null && form.kind !== "correction";
  return (
    <>
      {view.identity === "sealed" ? (
        <Note tone="info" icon="lock" title={t("sealed")} level={2}>
          <p>{t("sealedText")}</p>
        </Note>
      ) : null}
      <ActionForm id="paper" action={issuePaperAction} draft>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <HiddenField name="kind" value={form.kind} />
        <HiddenField name="ofId" value={form.of?.id ?? ""} />
        <PaperStages texts={stages}>
          {replaces ? <TextField name="reason" label={t("replaceReason")} maxLength={500} /> : null}
          <TextField name="abstract" label={t("abstract")} defaultValue={form.abstract} maxLength={300} />
          <TextField name="to" label={t("to")} defaultValue={form.to} maxLength={300} optional />
          <TextArea name="body" label={t("body")} hint={t("bodyHint")} rows={14} defaultValue={form.body} />
          <TextArea
            name="recipients"
            label={t("recipients")}
            hint={t("recipientsHint")}
            rows={4}
            defaultValue={form.recipients}
          />
          <SelectField
            name="signerPostId"
            label={t("signer")}
            options={view.signers.map(({ postId, label }) => ({ value: postId, label }))}
          />
          <RadioGroup
            name="numbering"
            label={t("numbering")}
            defaultValue="own"
            choices={(["own", "typed"] as const).map((value) => ({ value, label: t(`numberings.${value}`) }))}
          />
          <NumberField
            name="typedNumber"
            maxLength={60}
            optional
            suggestions={next === null ? [] : [{ value: next, label: "" }]}
            texts={{
              label: t("typedNumber"),
              hint:
                next === null
                  ? t("typedNumberHint")
                  : `${t("typedNumberHint")}. ${t("numberNext", { number: next })}`,
              free: way("numberFree", { number: "{number}" }),
              write: way("numberWrite", { number: "{number}" }),
            }}
          />
          {form.kind === "extension" && view.class === "denunciation" ? (
            <TextField
              name="days"
              label={t("days")}
              hint={t("daysHint")}
              defaultValue="30"
              inputMode="numeric"
              width="date"
            />
          ) : null}
          <FormFooter>
            <SubmitButton look="fill" name="step" value="preview">
              {t("stages.preview")}
            </SubmitButton>
            <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
              {t("cancel")}
            </LinkButton>
          </FormFooter>
        </PaperStages>
      </ActionForm>
    </>
  );
}

/** A paper about a letter: its kind, then its text as the portal begins it, who signs, and where its number comes from. */
export function PaperForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.papers");
  const states = useTranslations("petitions.state");
  const { form } = view;
  if (!view.may.issuePaper) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("new")}
        text={t("notNowText", { office: view.lead.name, state: states(view.state) })}
      />
    );
  }
  const title = form
    ? form.of && form.kind !== "correction"
      ? t("replaceTitle", { number: form.of.number })
      : t(`kinds.${form.kind}`)
    : t("new");
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={title} lead={t("lead")} />
      {form ? <Fields view={view} tenant={tenant} form={form} /> : <Kinds view={view} tenant={tenant} />}
    </>
  );
}
