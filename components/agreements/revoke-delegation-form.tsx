import { useTranslations } from "next-intl";
import { ReasonForm } from "@/components/agreements/reason-form";
import { PageHeader } from "@/components/layout/page-header";
import { revokeDelegationAction } from "@/lib/agreements/actions";
import type { DelegationView } from "@/lib/agreements/types";
import { formatDay } from "@/lib/platform/dates/days";

/** A page of its own: a round that waits for the delegate lapses with it. */
export function RevokeDelegationForm({ delegation, tenant }: { delegation: DelegationView; tenant: string }) {
  const t = useTranslations("agreements.delegations");
  const list = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: list("title"), href: base },
          { label: t("title"), href: `${base}/delegations` },
          { label: t("revoke") },
        ]}
        title={t("revoke")}
      />
      <ReasonForm
        id="revoke-delegation"
        action={revokeDelegationAction}
        hidden={{ tenant, delegationId: delegation.id }}
        text={t("revokeText", {
          name: delegation.toPersonName,
          kind: delegation.kind,
          until: formatDay(delegation.until),
        })}
        label={t("reason")}
        submit={t("revokeSubmit")}
        back={{ href: `${base}/delegations`, label: t("back") }}
      />
    </>
  );
}
