import { useTranslations } from "next-intl";
import { ApproveResults } from "@/components/calendar/approve-results";
import { ClashList } from "@/components/calendar/clash-list";
import { useWhen } from "@/components/calendar/meeting-words";
import { useClashTexts } from "@/components/calendar/use-clash-texts";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { approveChosenAction } from "@/lib/meetings/actions";
import type { ApprovalsView } from "@/lib/meetings/types";

function Item({ item, base }: { item: ApprovalsView["items"][number]; base: string }) {
  const t = useTranslations("calendar");
  const texts = useClashTexts();
  const when = useWhen();
  const clashes = item.clashes.filter((clash) => !clash.near);
  return (
    <li className="approval">
      <label className="pick">
        <input
          type="checkbox"
          name="chosen"
          value={`${item.meetingId}:${item.revision}`}
          defaultChecked={clashes.length === 0}
        />
        <span>
          <b>{item.title}</b>
          {clashes.length > 0 ? <em className="mark mark--clash">{t("mark.clash")}</em> : null}
          <small>{[when(item), item.chair, item.place, item.lead].filter(Boolean).join(" · ")}</small>
        </span>
      </label>
      {/* Its title comes back with the answer, when the meeting itself is no longer listed. */}
      <HiddenField name={`title of ${item.meetingId}`} value={item.title} />
      <a href={`${base}/meetings/${item.meetingId}`}>
        {t("approve.open")}
        <span className="sr-only">: {item.title}</span>
      </a>
      <ClashList clashes={clashes} texts={texts} />
    </li>
  );
}

/** Everything that waits for the person's approval, to be ticked; each is approved by itself. What clashes is not ticked. */
export function ApproveScreen({ view, tenant }: { view: ApprovalsView; tenant: string }) {
  const t = useTranslations("calendar.approve");
  const calendar = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={t("title")}
        lead={t("lead")}
      />
      <ActionForm id="approve" action={approveChosenAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <ApproveResults base={base} texts={{ title: t("results"), done: t("done") }} />
        {view.items.length === 0 ? (
          <EmptyState title={t("empty")}>
            <LinkButton href={`/${tenant}`}>{t("back")}</LinkButton>
          </EmptyState>
        ) : (
          <>
            <ul className="approvals" id="approve-chosen">
              {view.items.map((item) => (
                <Item key={`${item.meetingId} ${item.revision}`} item={item} base={base} />
              ))}
            </ul>
            <FormFooter>
              <SubmitButton>{t("submit")}</SubmitButton>
              <LinkButton href={`/${tenant}`}>{t("back")}</LinkButton>
            </FormFooter>
          </>
        )}
      </ActionForm>
    </>
  );
}
