import { useTranslations } from "next-intl";
import { NewAddress } from "@/components/calendar/new-address";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Section } from "@/components/layout/section";
import { Register } from "@/components/ui/register";
import { createFeedAction, revokeFeedAction } from "@/lib/meetings/actions";
import type { FeedsView, FeedView } from "@/lib/meetings/types";
import { formatInstant } from "@/lib/platform/dates/days";

type FeedsScreenProps = { view: FeedsView; tenant: string; officeCode: string; isFirst: boolean };

function useNameOf(officeCode: string) {
  const t = useTranslations("calendar.feeds");
  return (feed: FeedView) => t(`names.${feed.scope}`, { name: feed.name ?? officeCode });
}

function NewFeed({ view, tenant, officeCode }: Omit<FeedsScreenProps, "isFirst">) {
  const t = useTranslations("calendar.feeds");
  return (
    <ActionForm id="new-feed" action={createFeedAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <NewAddress title={t("made")} text={t("madeText")} label={t("address")} />
      <SelectField
        name="resourceId"
        label={t("what")}
        hint={t("whatHint")}
        placeholder={t("everything", { office: officeCode })}
        options={[
          ...view.leaders.map(({ id, label }) => ({ value: id, label: t("leaderOption", { name: label }) })),
          ...view.rooms.map(({ id, label }) => ({ value: id, label: t("roomOption", { name: label }) })),
        ]}
      />
      <FormFooter>
        <SubmitButton>{t("create")}</SubmitButton>
      </FormFooter>
    </ActionForm>
  );
}

function Revoke({ feed, tenant, name }: { feed: FeedView; tenant: string; name: string }) {
  const t = useTranslations("calendar.feeds");
  return (
    <ActionForm id={`revoke-${feed.id}`} action={revokeFeedAction}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="feedId" value={feed.id} />
      <SubmitButton look="plain">
        {t("revoke")}
        <span className="sr-only"> {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** The addresses by which calendars outside the portal read along for this office, and the form that makes one. */
export function FeedsScreen({ view, tenant, officeCode, isFirst }: FeedsScreenProps) {
  const t = useTranslations("calendar.feeds");
  const calendar = useTranslations("calendar");
  const nameOf = useNameOf(officeCode);
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={t("title")}
        lead={t("lead")}
      />
      {isFirst ? <NewFeed view={view} tenant={tenant} officeCode={officeCode} /> : null}
      <Section id="feeds" title={t("caption", { office: officeCode })}>
        {view.items.length === 0 ? (
          <EmptyState level={3} title={t("empty")} text={t("emptyText")} />
        ) : (
          <Register
            caption={t("caption", { office: officeCode })}
            head={[{ label: t("which") }, { label: t("by") }, { label: t("since") }, { label: t("act") }]}
          >
            <tbody>
              {view.items.map((feed) => (
                <tr key={feed.id}>
                  <td>{nameOf(feed)}</td>
                  <td>{feed.createdBy}</td>
                  <td className="date">{formatInstant(feed.createdAt)}</td>
                  <td>
                    {feed.mayRevoke ? (
                      <Revoke feed={feed} tenant={tenant} name={nameOf(feed)} />
                    ) : (
                      t("notYours")
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Register>
        )}
      </Section>
      <Pagination
        firstHref={isFirst ? undefined : `${base}/feeds`}
        nextHref={view.next ? `${base}/feeds?after=${view.next}` : undefined}
      />
    </>
  );
}
