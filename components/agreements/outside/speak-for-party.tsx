import { useTranslations } from "next-intl";
import { GiveLink } from "@/components/external/give-link";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { UploadForm } from "@/components/forms/upload-form";
import {
  enterExternalAnswerAction,
  giveBackExternalTurnAction,
  issueExternalLinkAction,
  revokeExternalLinkAction,
  takeExternalTurnAction,
} from "@/lib/agreements/actions";
import { type ExternalStanding, externalAnswers, linkDays } from "@/lib/agreements/external/types";
import type { OutsidePageView } from "@/lib/agreements/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { party: ExternalStanding; view: OutsidePageView; tenant: string };

function Link({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  const purpose = view.version.storedState === "negotiating" ? "consent" : "sign";
  const open = party.link?.open && party.link.purpose === purpose ? party.link : null;
  const versionId = view.version.id;
  return (
    <GiveLink
      shown={{
        texts: {
          label: t("linkLabel"),
          secret: t("linkSecret"),
          text: t("linkText"),
          mail: t("mail"),
          mailSubject: t("mailSubject", { title: view.title }),
          mailText: t("mailText", { office: party.office.name, title: view.title }),
        },
        email: "",
      }}
      standing={open ? t("linkOpen", { day: formatDay(dayAt(open.expiresAt)) }) : t(`linkNone.${purpose}`)}
      days={{
        label: t("linkDays"),
        options: linkDays.map((days) => ({ value: String(days), label: t("days", { days }) })),
        usual: "30",
      }}
      issue={{
        id: `link-${party.place}`,
        action: issueExternalLinkAction,
        fields: { tenant, versionId, partyId: party.id, before: party.link?.id ?? "" },
        submit: open ? t("linkAgain") : t("linkIssue"),
      }}
      revoke={
        open
          ? {
              id: `revoke-${party.place}`,
              action: revokeExternalLinkAction,
              fields: { tenant, versionId, linkId: open.id },
              submit: t("linkRevoke"),
            }
          : null
      }
    />
  );
}

function Answer({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  return (
    <details className="more mt-4">
      <summary>{t("enter")}</summary>
      <p className="text-sm text-muted">{t("enterText")}</p>
      <ActionForm id={`answer-${party.place}`} action={enterExternalAnswerAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="partyId" value={party.id} />
        <HiddenField name="contentHash" value={view.contentHash} />
        <RadioGroup
          name="answer"
          label={t("answer")}
          defaultValue="consented"
          choices={externalAnswers.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <TextArea name="words" label={t("words")} hint={t("wordsHint")} rows={3} maxLength={500} optional />
        <SubmitButton look="plain">{t("enterSubmit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

function Certificates({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  const { returned } = view;
  return (
    <details
      className="more mt-4"
      open={party.certificates.length === 0 || returned?.form === "register-outside"}
    >
      <summary>{t("certificates", { count: party.certificates.length })}</summary>
      <ul className="text-sm">
        {party.certificates.map(({ subject, notAfter }) => (
          <li key={subject}>{t("certificate", { subject, until: formatDay(dayAt(notAfter)) })}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t("registerText")}</p>
      <UploadForm
        id="register-outside"
        post={`/${tenant}/upload/outside-certificate`}
        returned={returned?.form === "register-outside" ? returned.state : undefined}
      >
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="agreementId" value={view.agreementId} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="partyId" value={party.id} />
        <FileField name="certificate" label={t("file")} hint={t("fileHint")} accept=".cer,.crt,.pem,.der" />
        <PasswordField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="current-password"
        />
        <SubmitButton look="plain">{t("registerSubmit")}</SubmitButton>
      </UploadForm>
    </details>
  );
}

function BringIn({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  const { round, returned } = view;
  return (
    <UploadForm
      id="enter-signature"
      post={`/${tenant}/upload/outside-signature`}
      returned={returned?.form === "enter-signature" ? returned.state : undefined}
    >
      <p>
        <a href={`/${tenant}/files/${round?.document.id ?? ""}`}>{t("turnDownload")}</a>
      </p>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="agreementId" value={view.agreementId} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="partyId" value={party.id} />
      <FileField name="file" label={t("signedFile")} hint={t("signedFileHint")} accept=".pdf" />
      <SubmitButton>{t("signedSubmit")}</SubmitButton>
    </UploadForm>
  );
}

function TakeTurn({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  return (
    <ActionForm id={`turn-${party.place}`} action={takeExternalTurnAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="partyId" value={party.id} />
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="current-password"
      />
      <SubmitButton look="plain">{t("turnTake")}</SubmitButton>
    </ActionForm>
  );
}

function GiveBack({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  return (
    <ActionForm id={`give-back-${party.place}`} action={giveBackExternalTurnAction} className="mt-4">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="partyId" value={party.id} />
      <p className="mb-2 text-sm text-muted">{t("giveBackText")}</p>
      <SubmitButton look="plain">{t("giveBack")}</SubmitButton>
    </ActionForm>
  );
}

/** Where the organisation signs at this desk, or its file comes otherwise: half an hour in which nobody else signs. */
function SignedFile(props: Props) {
  const t = useTranslations("agreements.outside");
  const { party, view } = props;
  if (view.over) return null;
  const taken = view.round?.taken;
  const own = taken?.partyId === party.id && !taken.byLink;
  const mine = own && taken.mine;
  if (taken && !mine)
    return (
      <div className="mt-4">
        <p className="text-sm text-muted">
          {t(own ? "turnColleague" : "turnElsewhere", { until: formatInstant(taken.until) })}
        </p>
        {own ? <GiveBack {...props} /> : null}
      </div>
    );
  if (party.turnRests)
    return (
      <p className="mt-4 text-sm text-muted">{t("turnRests", { from: formatInstant(party.turnRests) })}</p>
    );
  return (
    <details className="more mt-4" open={mine}>
      <summary>{t("signedEnter")}</summary>
      <p className="text-sm text-muted">
        {mine ? t("signedTurn", { until: formatInstant(taken.until) }) : t("signedText")}
      </p>
      {mine ? <BringIn {...props} /> : <TakeTurn {...props} />}
      {mine ? <GiveBack {...props} /> : null}
    </details>
  );
}

/** What the representing office does for a party outside: its link, its certificate, its words on paper, the file it signed. */
export function SpeakForParty(props: Props) {
  const { party, view } = props;
  if (party.signature) return null;
  const negotiating = view.version.storedState === "negotiating";
  return (
    <div className="mt-4">
      <Link {...props} />
      {negotiating ? <Answer {...props} /> : null}
      <Certificates {...props} />
      {negotiating ? null : <SignedFile {...props} />}
    </div>
  );
}
