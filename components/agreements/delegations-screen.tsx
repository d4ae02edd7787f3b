import { useTranslations } from "next-intl";
import { RecordDelegationForm } from "@/components/agreements/record-delegation-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Register } from "@/components/ui/register";
import { capacityLines } from "@/lib/agreements/delegations";
import type { DelegationsView, DelegationView } from "@/lib/agreements/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type DelegationsScreenProps = { view: DelegationsView; tenant: string; office: string };

/** Who of the office may sign agreements in the chief's place, until when and on what ground. */
export function DelegationsScreen({ view, tenant, office }: DelegationsScreenProps) {
  const t = useTranslations("agreements.delegations");
  const list = useTranslations("agreements");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: list("title"), href: `/${tenant}/agreements` }, { label: t("title") }]}
        title={t("titleOf", { office })}
        lead={t("lead")}
      />
      {view.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t(view.may ? "emptyMay" : "byChief")} />
      ) : (
        <DelegationList view={view} tenant={tenant} />
      )}
      {view.may ? (
        <Section id="record" title={t("record")}>
          <RecordDelegationForm view={view} tenant={tenant} />
        </Section>
      ) : null}
    </>
  );
}

function DelegationList({ view, tenant }: { view: DelegationsView; tenant: string }) {
  const t = useTranslations("agreements.delegations");
  return (
    <Register
      caption={t("caption")}
      airy
      head={[{ label: t("who") }, { label: t("scope") }, { label: t("dates") }, { label: t("state") }]}
    >
      <tbody>
        {view.items.map((item) => (
          <tr key={item.id}>
            <td>
              {item.toPersonName}
              <span className="sub">
                {capacityLines(item.postTitle, { kind: item.kind, postTitle: item.toPostTitle }).join(" / ")}
              </span>
            </td>
            <td>
              {item.agreementTitle ?? t("everyAgreement")}
              <span className="sub">{item.basis}</span>
            </td>
            <td>{t("between", { from: formatDay(item.from), until: formatDay(item.until) })}</td>
            <td>
              <DelegationState item={item} href={view.may ? `/${tenant}/agreements/delegations` : null} />
            </td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}

/** What it is today; while it stands or is to come, with the way to take it back. */
function DelegationState({ item, href }: { item: DelegationView; href: string | null }) {
  const t = useTranslations("agreements.delegations");
  if (item.revoked) {
    return (
      <>
        {t("states.revoked")}
        <span className="sub">
          {t("revokedAt", { at: formatInstant(item.revoked.at), reason: item.revoked.reason })}
        </span>
      </>
    );
  }
  return (
    <>
      {t(`states.${item.state}`)}
      {href && item.state !== "ended" ? (
        <a className="sub" href={`${href}/${item.id}/revoke`}>
          {t("revoke")}
          <span className="sr-only"> {item.toPersonName}</span>
        </a>
      ) : null}
    </>
  );
}
