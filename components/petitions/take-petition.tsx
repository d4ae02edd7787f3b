import { useTranslations } from "next-intl";
import { FilesToSend } from "@/components/files/files-to-send";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { UploadForm } from "@/components/forms/upload-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { EarlierVisits } from "@/components/petitions/earlier-visits";
import { earlierAnswers } from "@/components/petitions/earlier-words";
import { SameLetterWatch } from "@/components/petitions/same/same-letter-watch";
import { LinkButton } from "@/components/ui/link-button";
import {
  denouncesAnswers,
  forwarderKinds,
  type PetitionFormView,
  petitionClasses,
  petitionKinds,
  refusalGrounds,
  typedChannels,
  visitOutcomes,
} from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";
import type { FormState } from "@/lib/platform/forms/form-state";

function Who({ like }: Pick<PetitionFormView, "like">) {
  const t = useTranslations("petitions.form");
  const fields = [
    { name: "fullName", maxLength: 120 },
    { name: "phone", maxLength: 30 },
    { name: "address", maxLength: 300 },
    { name: "idNumber", maxLength: 30 },
  ] as const;
  return (
    <div className="intake__pair">
      {fields.map(({ name, maxLength }) => (
        <TextField
          key={name}
          name={name}
          defaultValue={like?.[name]}
          label={t(name)}
          type={name === "phone" ? "tel" : "text"}
          optional="unsaid"
          maxLength={maxLength}
          autoComplete="off"
        />
      ))}
    </div>
  );
}

function What() {
  const t = useTranslations("petitions");
  return (
    <>
      <TextField name="subject" label={t("form.subject")} hint={t("form.subjectHint")} maxLength={300} />
      <TextArea name="content" label={t("form.content")} rows={3} optional="unsaid" />
      <div className="intake__pair">
        <RadioGroup
          name="denounces"
          label={t("form.denounces")}
          hint={t("form.denouncesHint")}
          inline
          choices={denouncesAnswers.map((value) => ({ value, label: t(`form.answers.${value}`) }))}
        />
        <SelectField
          name="class"
          label={t("form.class")}
          optional="unsaid"
          placeholder={t("form.classLater")}
          options={petitionClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
      </div>
    </>
  );
}

/** How it came: for a person at the desk all of it is there already. */
function WhereFrom({ view }: { view: PetitionFormView }) {
  const t = useTranslations("petitions");
  const bodies = [...view.choices.bodies].sort(
    (one, other) => Number(view.ownBodyIds.includes(other.id)) - Number(view.ownBodyIds.includes(one.id)),
  );
  return (
    <>
      <div className="intake__three">
        <DateField
          name="receivedOn"
          label={t("form.receivedOn")}
          hint=""
          defaultValue={formatDay(view.today)}
        />
        <SelectField
          name="channel"
          label={t("form.channel")}
          defaultValue="desk"
          options={typedChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <SelectField
          name="bodyId"
          label={t("form.body")}
          defaultValue={view.ownBodyIds[0]}
          options={bodies.map((body) => ({ value: body.id, label: `${body.name} (${body.officeCode})` }))}
        />
      </div>
      <div className="intake__pair intake__forwarded">
        <SelectField
          name="forwarderKind"
          label={t("form.forwarderKind")}
          optional="unsaid"
          placeholder={t("form.forwarderNone")}
          options={forwarderKinds.map((value) => ({ value, label: t(`forwarder.${value}`) }))}
        />
        <TextField name="forwarderName" label={t("form.forwarderName")} optional="unsaid" maxLength={200} />
      </div>
      <div className="intake__few">
        <TextField
          name="peopleCount"
          label={t("form.peopleCount")}
          width="date"
          inputMode="numeric"
          defaultValue="1"
        />
        <TextField name="settledBefore" label={t("form.settledBefore")} optional="unsaid" maxLength={500} />
      </div>
    </>
  );
}

/** Pages scanned at the desk, folded away where there are none. */
function Scans({ limits, left }: { limits: PetitionFormView["fileLimits"]; left: boolean }) {
  const t = useTranslations("petitions.form");
  return (
    <details className="more" open={left || undefined}>
      <summary>{t("scans")}</summary>
      {left ? <p className="error">{t("scansAgain")}</p> : null}
      <p className="hint">{t("scansHint")}</p>
      <FilesToSend limits={limits} />
    </details>
  );
}

function Note() {
  const t = useTranslations("petitions.form");
  return (
    <details className="more">
      <summary>{t("noteSummary")}</summary>
      <TextField name="note" label={t("note")} optional="unsaid" maxLength={500} />
    </details>
  );
}

/** What a visit without a letter came to at the desk; hidden for letters. */
function VisitOutcome() {
  const t = useTranslations("petitions");
  return (
    <div className="intake__visit">
      <div className="intake__pair">
        <SelectField
          name="visitOutcome"
          label={t("form.outcome")}
          hint={t("form.visitOutcomeHint")}
          optional="unsaid"
          placeholder={t("form.outcomeLater")}
          options={visitOutcomes.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <TextField name="outcomeBody" label={t("form.outcomeBody")} optional="unsaid" maxLength={300} />
        <SelectField
          name="refusalGround"
          label={t("form.refusalGround")}
          optional="unsaid"
          placeholder={t("form.refusalNone")}
          options={refusalGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
        <TextField name="refusalWords" label={t("form.refusalWords")} optional="unsaid" maxLength={1000} />
      </div>
    </div>
  );
}

function Find({ view, tenant }: { view: PetitionFormView; tenant: string }) {
  const t = useTranslations("petitions");
  const base = `/${tenant}/petitions`;
  return (
    <EarlierVisits
      ask={`${base}/earlier`}
      post={`/${tenant}/upload/petition/earlier`}
      words={view.words}
      found={view.words === "" || view.like ? null : earlierAnswers(t, view.earlier, base)}
      texts={{
        title: t("earlier.title"),
        label: t("earlier.label"),
        submit: t("earlier.submit"),
        none: t("earlier.none"),
        like: t("earlier.like"),
        writeName: t("earlier.useName", { words: "{words}" }),
        taken: t("earlier.taken"),
        failed: t("earlier.failed"),
        sealed: t("earlier.sealed"),
      }}
    />
  );
}

function Same({ address }: { address: string }) {
  const t = useTranslations("petitions.same");
  return (
    <SameLetterWatch
      address={address}
      texts={{
        title: t("watchTitle"),
        empty: t("watchEmpty"),
        none: t("watchNone"),
        join: t("watchJoin"),
        joinText: t("watchJoinText"),
        apart: t("watchApart"),
        reason: t("watchReason"),
      }}
    />
  );
}

function leftFiles(returned: FormState | undefined): boolean {
  return returned?.status === "error" && returned.values["filesLeft"] === "on";
}

/**
 * A new entry of the register: what the same person brought before is asked first, then who, what and how it came; what looks
 * the same stands beside it. All of it is one form, so that none of its buttons loses what was typed.
 */
export function TakePetition({ view, tenant }: { view: PetitionFormView; tenant: string }) {
  const t = useTranslations("petitions");
  const base = `/${tenant}/petitions`;
  const breadcrumbs = [{ label: t("title"), href: base }];
  if (!view.mayTake) {
    return (
      <>
        <PageHeader breadcrumbs={breadcrumbs} title={t("form.title")} />
        <EmptyState title={t("form.notAllowed")} text={t("form.notAllowedText")} />
      </>
    );
  }
  const returned = view.returned?.form === "take" ? view.returned.state : undefined;
  return (
    <>
      <PageHeader breadcrumbs={breadcrumbs} title={t("form.title")} />
      <UploadForm id="take" post={`/${tenant}/upload/petition`} returned={returned} className="intake">
        <HiddenField name="tenant" value={tenant} />
        <LeaveGuard />
        <Find view={view} tenant={tenant} />
        <div className="intake__main">
          <RadioGroup
            name="kind"
            label={t("form.kind")}
            defaultValue="letter"
            inline
            choices={petitionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <Who like={view.like} />
          <What />
          <WhereFrom view={view} />
          <VisitOutcome />
          <div className="intake__more">
            <Scans limits={view.fileLimits} left={leftFiles(returned)} />
            <Note />
          </div>
        </div>
        <Same address={`${base}/same`} />
        <div className="intake__foot">
          <FormFooter>
            <SubmitButton look="fill" name="then" value="receipt">
              {t("form.submitAndReceipt")}
            </SubmitButton>
            <SubmitButton look="plain" name="then" value="letter">
              {t("form.submit")}
            </SubmitButton>
            <LinkButton look="quiet" href={base}>
              {t("form.cancel")}
            </LinkButton>
          </FormFooter>
          <p className="hint">{t("form.needed")}</p>
          <p className="hint">{t("form.notKept")}</p>
        </div>
      </UploadForm>
    </>
  );
}
