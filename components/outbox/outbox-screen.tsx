import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Register } from "@/components/ui/register";
import { Tabs } from "@/components/ui/tabs";
import { resendMailAction } from "@/lib/notifications/actions";
import type { MailView, OutboxView } from "@/lib/notifications/types";
import { formatInstant } from "@/lib/platform/dates/days";

type OutboxProps = { view: OutboxView; tenant: string; isFirst: boolean };

const tones: Record<MailView["state"], BadgeTone> = {
  queued: "due",
  sent: "done",
  kept: "neutral",
  failed: "alarm",
  dropped: "neutral",
};

function State({ mail }: { mail: MailView }) {
  const t = useTranslations("outbox");
  return (
    <>
      <Badge tone={tones[mail.state]}>{t(`states.${mail.state}`)}</Badge>
      {mail.code ? (
        <span className="sub">{t("tried", { attempts: mail.attempts, code: mail.code })}</span>
      ) : null}
      {mail.code && mail.nextAt ? (
        <span className="sub">{t("next", { at: formatInstant(mail.nextAt) })}</span>
      ) : null}
    </>
  );
}

function Content({ mail }: { mail: MailView }) {
  const t = useTranslations("outbox");
  if (!mail.content) return <>{mail.own ? t("contentGone") : t("contentOthers")}</>;
  const { subject, text, calendar } = mail.content;
  return (
    <details className="mail">
      <summary>{subject}</summary>
      <p className="mail__text">{text}</p>
      {calendar ? (
        <>
          <p className="sub">{t("calendar")}</p>
          <pre className="mail__object">{calendar}</pre>
        </>
      ) : null}
    </details>
  );
}

function Resend({ mail, tenant }: { mail: MailView; tenant: string }) {
  const t = useTranslations("outbox");
  return (
    <ActionForm id={`resend-${mail.id}`} action={resendMailAction}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="mailId" value={mail.id} />
      <SubmitButton look="plain">{t("resend")}</SubmitButton>
    </ActionForm>
  );
}

/** Mails of the portal: to oneself with what they say; for an administrator everybody's, with what became of them. */
export function OutboxScreen({ view, tenant, isFirst }: OutboxProps) {
  const t = useTranslations("outbox");
  const base = `/${tenant}/outbox`;
  const address = view.of === "own" ? base : `${base}?of=${view.of}`;
  const following = view.of === "own" ? `${base}?` : `${address}&`;
  const tabs = (["own", "all", "failed"] as const).map((of) => ({
    href: of === "own" ? base : `${base}?of=${of}`,
    label: t(`of.${of}`),
    current: view.of === of,
  }));
  return (
    <>
      <PageHeader title={t("title")} lead={t(`lead.${view.of}`)} />
      {view.readsAll ? <Tabs label={t("which")} tabs={tabs} /> : null}
      {view.items.length > 0 ? (
        <Register
          caption={t(`of.${view.of}`)}
          head={[{ label: t("at") }, { label: t("receiver") }, { label: t("what") }, { label: t("state") }]}
          airy
        >
          <tbody>
            {view.items.map((mail) => (
              <tr key={mail.id}>
                <td>
                  <time className="date" dateTime={mail.at.toISOString()}>
                    {formatInstant(mail.at)}
                  </time>
                </td>
                <td>{mail.receiver}</td>
                <td>
                  {t(`kinds.${mail.kind}`)}
                  <Content mail={mail} />
                </td>
                <td>
                  <State mail={mail} />
                  {mail.mayResend ? <Resend mail={mail} tenant={tenant} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Register>
      ) : (
        <EmptyState title={t(`empty.${view.of}`)} text={t("emptyText")} />
      )}
      <Pagination
        firstHref={isFirst ? undefined : address}
        nextHref={view.next ? `${following}after=${encodeURIComponent(view.next)}` : undefined}
      />
    </>
  );
}
