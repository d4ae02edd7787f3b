import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ShownLink } from "@/components/petitions/outside/shown-link";
import { issueForwardLinkAction, revokeForwardLinkAction } from "@/lib/petitions/actions";
import { linkDays } from "@/lib/petitions/external/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

/** The link by which the body answers: it stands on the slip that is printed now, and nowhere else. */
export function ForwardLink({ view, tenant }: Props) {
  const t = useTranslations("petitions.outside");
  const [forward] = view.way.forwards;
  if (!view.may.issueLink || !forward) return null;
  const open = forward.links.find((link) => link.open);
  return (
    <>
      <ActionForm id="link" action={issueForwardLinkAction} className="slip__secret">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="forwardId" value={forward.id} />
        <HiddenField name="links" value={String(forward.links.length)} />
        <ShownLink
          texts={{
            label: t("linkLabel"),
            secret: t("linkSecret"),
            text: t("linkText"),
            mail: t("mail"),
            mailSubject: t("mailSubject", { number: forward.documentNumber }),
            mailText: t("mailText", { office: forward.from.name, number: forward.documentNumber }),
          }}
          email={forward.to.email}
        />
        <div className="slip__ask">
          <p>{open ? t("linkOpen", { day: formatDay(open.expiresOn) }) : t("linkNone")}</p>
          <SelectField
            name="days"
            label={t("linkDays")}
            width="half"
            defaultValue="90"
            options={linkDays.map((days) => ({ value: String(days), label: t("days", { days }) }))}
          />
          <SubmitButton look="plain">{open ? t("linkAgain") : t("linkIssue")}</SubmitButton>
        </div>
      </ActionForm>
      {open ? (
        <ActionForm id="revoke-link" action={revokeForwardLinkAction} className="slip__ask">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="petitionId" value={view.petitionId} />
          <HiddenField name="linkId" value={open.id} />
          <SubmitButton look="quiet">{t("linkRevoke")}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
