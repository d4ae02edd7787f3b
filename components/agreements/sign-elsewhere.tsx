import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { UploadForm } from "@/components/forms/upload-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { giveBackTurnAction, takeTurnAction } from "@/lib/agreements/actions";
import type { OtherWaysView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

type Props = { view: OtherWaysView; tenant: string };

function TakeTurn({ view, tenant }: Props) {
  const t = useTranslations("agreements.otherWays");
  return (
    <>
      <p>{t("turnText")}</p>
      <ActionForm id="take-turn" action={takeTurnAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <PasswordField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="current-password"
        />
        <SubmitButton>{t("takeTurn")}</SubmitButton>
      </ActionForm>
    </>
  );
}

function OwnTurn({ view, tenant, until }: Props & { until: Date }) {
  const t = useTranslations("agreements.otherWays");
  const { round, returned } = view;
  return (
    <>
      <Note tone="due" level={3} title={t("turnUntil", { until: formatInstant(until) })}>
        <p>{t("turnRules")}</p>
      </Note>
      <p className="mt-4">
        <LinkButton look="fill" href={`/${tenant}/files/${round?.document.id ?? ""}`}>
          {t("download")}
        </LinkButton>
      </p>
      <UploadForm
        id="signed-elsewhere"
        post={`/${tenant}/upload/signed-elsewhere`}
        returned={returned?.form === "signed-elsewhere" ? returned.state : undefined}
      >
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="agreementId" value={view.agreementId} />
        <HiddenField name="versionId" value={view.version.id} />
        <FileField name="file" label={t("file")} hint={t("fileHint")} accept=".pdf" />
        <SubmitButton icon="pen">{t("send")}</SubmitButton>
      </UploadForm>
      <ActionForm id="give-back" action={giveBackTurnAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <SubmitButton look="plain">{t("giveBack")}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** Half an hour in which nobody else signs: the file is fetched, signed with the signer's own tool and brought back. */
export function SignElsewhere({ view, tenant }: Props) {
  const t = useTranslations("agreements.otherWays");
  const taken = view.round?.taken;
  return (
    <Section id="elsewhere" title={t("elsewhere")}>
      {taken?.mine ? (
        <OwnTurn view={view} tenant={tenant} until={taken.until} />
      ) : (
        <TakeTurn view={view} tenant={tenant} />
      )}
    </Section>
  );
}
