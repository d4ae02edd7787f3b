import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Facts } from "@/components/ui/facts";
import { Fingerprint } from "@/components/ui/fingerprint";
import { Note } from "@/components/ui/note";
import { signForOfficeAction } from "@/lib/agreements/actions";
import type { IssuePageView } from "@/lib/agreements/types";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import type { Actor } from "@/lib/platform/tenancy/actor";

function IssueForm({
  view,
  actor,
  certificateId,
}: {
  view: IssuePageView;
  actor: Actor;
  certificateId: string;
}) {
  const t = useTranslations("agreements.issue");
  return (
    <ActionForm id="issue" action={signForOfficeAction} className="form">
      <HiddenField name="tenant" value={actor.tenantSlug} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="issuedSha256" value={view.round?.issuedSha256 ?? ""} />
      <HiddenField name="certificateId" value={certificateId} />
      <PasswordField
        name="passphrase"
        label={t("passphrase")}
        hint={t(actor.demo ? "demoHint" : "passphraseHint")}
        autoComplete="off"
      />
      <SubmitButton size="big" icon="pen">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The records clerk adds the organisation's signature, after every person has signed. */
export function IssuePage({ view, actor }: { view: IssuePageView; actor: Actor }) {
  const t = useTranslations("agreements.issue");
  const files = useTranslations("agreements.files");
  const { round, officeKey } = view;
  if (!round) return null;
  const waiting = view.parties.filter(
    ({ id, office }) =>
      office.id !== actor.officeId && !round.organisations?.signed.some((one) => one.partyId === id),
  );
  return (
    <>
      <AgreementHeader
        view={view}
        tenant={actor.tenantSlug}
        title={t("title", { title: view.title })}
        crumb={t("crumb")}
      />
      <Facts
        facts={[
          { label: t("office"), value: actor.officeName },
          {
            label: t("file"),
            value: (
              <a href={`/${actor.tenantSlug}/files/${round.document.id}`}>
                {files("openPdf", { size: Math.ceil(round.document.size / 1024) })}
              </a>
            ),
          },
          ...(officeKey
            ? [{ label: t("key"), value: t("keyText", { until: formatDay(dayAt(officeKey.notAfter)) }) }]
            : []),
          { label: t("fingerprint"), value: <Fingerprint hex={round.document.sha256} /> },
        ]}
      />
      <div className="mt-4">
        <Note tone="info" icon="pen" title={t("consequence")}>
          <p>
            {waiting.length > 0
              ? t("others", { offices: waiting.map(({ office }) => office.code).join(", ") })
              : t("last")}
          </p>
        </Note>
      </div>
      <div className="mt-4">
        {officeKey && !officeKey.locked ? (
          <IssueForm view={view} actor={actor} certificateId={officeKey.certificateId} />
        ) : (
          <Note tone="alarm" title={t(officeKey ? "locked" : "noKey")} />
        )}
        <p className="mt-4 text-sm">
          <a href={`/${actor.tenantSlug}/account/certificates/office#new-key`}>{t("newKey")}</a>
        </p>
      </div>
    </>
  );
}
