import { useTranslations } from "next-intl";
import { FilesToSend } from "@/components/files/files-to-send";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { UploadForm } from "@/components/forms/upload-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { usePetitionState } from "@/components/petitions/petition-words";
import { PetitionerCell } from "@/components/petitions/petitioner-cell";
import { SameLetterWatch } from "@/components/petitions/same/same-letter-watch";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import {
  denouncesAnswers,
  forwarderKinds,
  type PetitionFormView,
  type PetitionLine,
  petitionClasses,
  petitionKinds,
  refusalGrounds,
  typedChannels,
  visitOutcomes,
} from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

function WhereFrom({ view }: { view: PetitionFormView }) {
  const t = useTranslations("petitions");
  const bodies = [...view.choices.bodies].sort(
    (one, other) => Number(view.ownBodyIds.includes(other.id)) - Number(view.ownBodyIds.includes(one.id)),
  );
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("form.kind")}
        defaultValue="letter"
        choices={petitionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="inrow">
        <DateField name="receivedOn" label={t("form.receivedOn")} defaultValue={formatDay(view.today)} />
        <SelectField
          name="channel"
          label={t("form.channel")}
          width="half"
          defaultValue="desk"
          options={typedChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <SelectField
          name="bodyId"
          label={t("form.body")}
          width="half"
          defaultValue={view.ownBodyIds[0]}
          options={bodies.map((body) => ({ value: body.id, label: `${body.name} (${body.officeCode})` }))}
        />
      </div>
      <div className="inrow">
        <SelectField
          name="forwarderKind"
          label={t("form.forwarderKind")}
          width="half"
          optional
          placeholder={t("form.forwarderNone")}
          options={forwarderKinds.map((value) => ({ value, label: t(`forwarder.${value}`) }))}
        />
        <TextField
          name="forwarderName"
          label={t("form.forwarderName")}
          width="half"
          optional
          maxLength={200}
        />
      </div>
    </>
  );
}

function Who({ like }: Pick<PetitionFormView, "like">) {
  const t = useTranslations("petitions.form");
  return (
    <>
      <div className="inrow">
        <TextField
          name="fullName"
          defaultValue={like?.fullName}
          label={t("fullName")}
          hint={t("fullNameHint")}
          width="half"
          optional
          maxLength={120}
          autoComplete="off"
        />
        <TextField
          name="phone"
          defaultValue={like?.phone}
          label={t("phone")}
          type="tel"
          width="half"
          optional
          maxLength={30}
          autoComplete="off"
        />
      </div>
      <div className="inrow">
        <TextField
          name="address"
          defaultValue={like?.address}
          label={t("address")}
          width="half"
          optional
          maxLength={300}
          autoComplete="off"
        />
        <TextField
          name="idNumber"
          defaultValue={like?.idNumber}
          label={t("idNumber")}
          width="half"
          optional
          maxLength={30}
          autoComplete="off"
        />
      </div>
    </>
  );
}

function What({ askSame }: { askSame: string }) {
  const t = useTranslations("petitions");
  return (
    <>
      <TextField name="subject" label={t("form.subject")} hint={t("form.subjectHint")} maxLength={300} />
      <TextArea name="content" label={t("form.content")} rows={4} optional />
      <SameLetterWatch address={askSame} title={t("same.title")} />
      <RadioGroup
        name="denounces"
        label={t("form.denounces")}
        hint={t("form.denouncesHint")}
        choices={denouncesAnswers.map((value) => ({ value, label: t(`form.answers.${value}`) }))}
      />
      <SelectField
        name="class"
        label={t("form.class")}
        width="half"
        optional
        placeholder={t("form.classLater")}
        options={petitionClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
      />
      <div className="inrow">
        <TextField
          name="peopleCount"
          label={t("form.peopleCount")}
          width="date"
          inputMode="numeric"
          defaultValue="1"
        />
        <TextField
          name="settledBefore"
          label={t("form.settledBefore")}
          width="half"
          optional
          maxLength={500}
        />
      </div>
      <TextField name="note" label={t("form.note")} optional maxLength={500} />
      <VisitOutcome />
    </>
  );
}

/** Pages scanned at the desk, folded away where there are none. */
function Scans({ limits }: { limits: PetitionFormView["fileLimits"] }) {
  const t = useTranslations("petitions.form");
  return (
    <details className="more mb-4">
      <summary>{t("scans")}</summary>
      <p className="hint">{t("scansHint")}</p>
      <FilesToSend limits={limits} />
    </details>
  );
}

/** What a visit without a letter came to at the desk, folded away for letters. */
function VisitOutcome() {
  const t = useTranslations("petitions");
  return (
    <details className="more mb-4">
      <summary>{t("form.visitOutcome")}</summary>
      <SelectField
        name="visitOutcome"
        label={t("form.outcome")}
        hint={t("form.visitOutcomeHint")}
        optional
        width="half"
        placeholder={t("form.outcomeLater")}
        options={visitOutcomes.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <TextField name="outcomeBody" label={t("form.outcomeBody")} optional maxLength={300} />
      <SelectField
        name="refusalGround"
        label={t("form.refusalGround")}
        optional
        placeholder={t("form.refusalNone")}
        options={refusalGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
      />
      <TextField name="refusalWords" label={t("form.refusalWords")} optional maxLength={1000} />
    </details>
  );
}

/** What somebody brought before: asked by name, telephone or identity number, and taken over into the form. */
function Earlier({ view, base }: { view: PetitionFormView; base: string }) {
  const t = useTranslations("petitions.earlier");
  const words = new URLSearchParams({ q: view.words }).toString();
  return (
    <Section id="earlier" title={t("title")} count={view.words ? view.earlier.length : undefined}>
      <search>
        <form action={`${base}/new`}>
          <div className="field">
            <label htmlFor="earlier-q">{t("label")}</label>
            <input
              id="earlier-q"
              name="q"
              type="search"
              className="input"
              defaultValue={view.words}
              maxLength={200}
              autoComplete="off"
            />
          </div>
          <Button>{t("submit")}</Button>
        </form>
      </search>
      {view.words && view.earlier.length === 0 ? <p className="mt-3">{t("none")}</p> : null}
      <ul className="mt-3">
        {view.earlier.map((line) => (
          <EarlierLine key={line.id} line={line} base={base} words={words} />
        ))}
      </ul>
      <p className="hint mt-3">{t("sealed")}</p>
    </Section>
  );
}

function EarlierLine({ line, base, words }: { line: PetitionLine; base: string; words: string }) {
  const t = useTranslations("petitions");
  const state = usePetitionState(line.state);
  return (
    <li className="given mb-2">
      <p>
        <a href={`${base}/${line.id}`}>{line.subject}</a>
      </p>
      <p className="sub">
        {formatDay(line.receivedOn)} · {t(`kind.${line.kind}`)} · {line.lead.code} · {state.text}
      </p>
      <p className="sub">
        <PetitionerCell petitioner={line.petitioner} />
      </p>
      {line.petitioner.kind === "plain" ? (
        <p>
          <a href={`${base}/new?${words}&like=${line.id}`}>
            {t("earlier.like")}
            <span className="sr-only"> {line.code}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

/** A new entry of the register, in the order of the paper; beside it what the same person brought before. */
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
  return (
    <>
      <PageHeader breadcrumbs={breadcrumbs} title={t("form.title")} />
      <div className="two">
        <div>
          <UploadForm
            id="take"
            post={`/${tenant}/upload/petition`}
            returned={view.returned?.form === "take" ? view.returned.state : undefined}
          >
            <HiddenField name="tenant" value={tenant} />
            <WhereFrom view={view} />
            <Who like={view.like} />
            <What askSame={`${base}/same`} />
            <Scans limits={view.fileLimits} />
            <FormFooter>
              <SubmitButton look="fill">{t("form.submit")}</SubmitButton>
              <LinkButton look="quiet" href={base}>
                {t("form.cancel")}
              </LinkButton>
            </FormFooter>
          </UploadForm>
        </div>
        <aside>
          <Earlier view={view} base={base} />
        </aside>
      </div>
    </>
  );
}
