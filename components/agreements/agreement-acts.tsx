import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink, MenuSeparator } from "@/components/ui/menu";
import { reviseVersionAction, sendForNegotiationAction } from "@/lib/agreements/actions";
import { mayRenew } from "@/lib/agreements/policy";
import type { AgreementPageView } from "@/lib/agreements/types";
import type { FormAction } from "@/lib/platform/forms/form-state";

type ActsProps = { view: AgreementPageView; tenant: string; base: string };

function OneButton({
  id,
  action,
  view,
  tenant,
  label,
}: {
  id: string;
  action: FormAction;
  view: AgreementPageView;
  tenant: string;
  label: string;
}) {
  return (
    <ActionForm id={id} action={action}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="revision" value={String(view.version.revision)} />
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}

/** The one next act of the acting person, or nothing. */
export function AgreementNextAct({ view, tenant, base }: ActsProps): ReactNode {
  const t = useTranslations("agreements.acts");
  const common = { view, tenant };
  if (view.may.sign) {
    return (
      <LinkButton look="fill" href={`${base}/sign`}>
        {t("sign")}
      </LinkButton>
    );
  }
  if (view.may.issue) {
    return (
      <LinkButton look="fill" href={`${base}/issue`}>
        {t("issue")}
      </LinkButton>
    );
  }
  if (view.may.send)
    return <OneButton id="send" action={sendForNegotiationAction} label={t("send")} {...common} />;
  if (view.readyToOpen) {
    return (
      <LinkButton look="fill" href={`${base}/open-round`}>
        {t("openRound")}
      </LinkButton>
    );
  }
  if (view.amendment && !view.amendment.changed && view.may.edit) {
    return (
      <LinkButton look="fill" href="#consolidated">
        {t("writeAmendment")}
      </LinkButton>
    );
  }
  if (view.may.consent) {
    return (
      <LinkButton look="fill" href="#consent">
        {t("seeConsent")}
      </LinkButton>
    );
  }
  if (view.version.state === "in-force") {
    return (
      <LinkButton look="fill" href={`/${tenant}/tasks/new`}>
        {t("createTask")}
      </LinkButton>
    );
  }
  if (view.may.revise && (view.version.state === "declined" || view.version.state === "withdrawn")) {
    return <OneButton id="revise" action={reviseVersionAction} label={t("revise")} {...common} />;
  }
  return null;
}

/** Everything else one may do with it; null when there is nothing. */
export function agreementMenu(
  view: AgreementPageView,
  base: string,
  officeId: string,
  pdfHref: string | null,
  t: (
    key:
      | "pdf"
      | "word"
      | "handover"
      | "consolidated"
      | "compare"
      | "editMatrix"
      | "workingRules"
      | "editTerm"
      | "chooseForm"
      | "outside"
      | "decline"
      | "withdraw"
      | "amend"
      | "renew"
      | "obedience"
      | "end",
  ) => string,
): ReactNode {
  const isParty = view.parties.some(({ office }) => office.id === officeId);
  const links = [
    pdfHref && view.may.download ? { href: pdfHref, label: t("pdf") } : null,
    { href: `${base}/word/${view.version.number}`, label: t("word") },
    view.versions.some(({ state }) => state === "signed")
      ? { href: `${base}/consolidated`, label: t("consolidated") }
      : null,
    view.versions.filter(({ state }) => state === "signed").length > 1
      ? { href: `${base}/handover`, label: t("handover") }
      : null,
    view.versions.some(({ state }) => state === "signed") && isParty
      ? { href: `${base}/obedience`, label: t("obedience") }
      : null,
    view.versions.length > 1 ? { href: `${base}/compare`, label: t("compare") } : null,
    view.may.edit ? { href: `${base}/matrix`, label: t("editMatrix") } : null,
    view.may.edit ? { href: `${base}/working-rules`, label: t("workingRules") } : null,
    view.may.edit ? { href: `${base}/term`, label: t("editTerm") } : null,
    view.may.edit ? { href: `${base}/form`, label: t("chooseForm") } : null,
    view.may.nameOutside || view.outside.length > 0 ? { href: `${base}/outside`, label: t("outside") } : null,
    view.may.revise && view.version.storedState === "signed"
      ? { href: `${base}/revise`, label: t("amend") }
      : null,
    view.may.revise && mayRenew(view.version) ? { href: `${base}/renew`, label: t("renew") } : null,
    view.versions.some(({ state }) => state === "signed") && isParty
      ? { href: `${base}/end`, label: t("end") }
      : null,
    // Whose turn it is declines on the page that signs.
    view.may.declineToSign && !view.may.sign ? { href: `${base}/decline`, label: t("decline") } : null,
  ].filter((link) => link !== null);
  return (
    <>
      {links.map((link) => (
        <MenuLink key={link.href} href={link.href}>
          {link.label}
        </MenuLink>
      ))}
      {view.may.withdraw ? (
        <>
          {links.length > 0 ? <MenuSeparator /> : null}
          <MenuLink href={`${base}/withdraw`}>{t("withdraw")}</MenuLink>
        </>
      ) : null}
    </>
  );
}
