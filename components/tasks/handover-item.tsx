import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { formatDay } from "@/lib/platform/dates/days";
import {
  acceptHandoverAction,
  declineHandoverAction,
  keepTaskAction,
  offerHandoverAction,
} from "@/lib/tasks/actions";
import type { HandoverItem } from "@/lib/tasks/types";
import { useHandoverWords } from "./handover-words";

type ItemProps = { item: HandoverItem; tenant: string; listHref: string };

function Known({ tenant, item }: Omit<ItemProps, "listHref">) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="taskId" value={item.taskId} />
    </>
  );
}

/** What the office that leads says: hand it over, or keep it. */
function LeavingForms({ item, tenant }: Omit<ItemProps, "listHref">) {
  const t = useTranslations("tasks.handover");
  const to = item.next.code;
  return (
    <>
      {item.may.offerHandover ? (
        <Section id="offer" title={t("offerTitle", { to })}>
          <ActionForm id="offer-form" action={offerHandoverAction} className="form" draft>
            <Known item={item} tenant={tenant} />
            <p className="line-max mb-4">{t("offerText", { to })}</p>
            <TextArea name="word" label={t("word", { to })} rows={3} maxLength={2000} />
            <FormFooter>
              <SubmitButton>{t("offer")}</SubmitButton>
            </FormFooter>
          </ActionForm>
        </Section>
      ) : null}
      {item.may.keepTask ? (
        <Section id="keep" title={t(item.state === "offered" ? "takeBackTitle" : "keepTitle")}>
          <ActionForm id="keep-form" action={keepTaskAction} className="form" draft>
            <Known item={item} tenant={tenant} />
            <p className="line-max mb-4">{t("keepText")}</p>
            <TextArea name="reason" label={t("keepReason")} rows={3} maxLength={2000} />
            <FormFooter>
              <SubmitButton look="plain">{t(item.state === "offered" ? "takeBack" : "keep")}</SubmitButton>
            </FormFooter>
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}

/** What the office that would lead answers to an offer. */
function TakingForms({ item, tenant }: Omit<ItemProps, "listHref">) {
  const t = useTranslations("tasks.handover");
  return (
    <>
      {item.may.acceptHandover ? (
        <Section id="accept" title={t("acceptTitle")}>
          <ActionForm id="accept-form" action={acceptHandoverAction} className="form">
            <Known item={item} tenant={tenant} />
            <p className="line-max mb-4">{t("acceptText", { from: item.lead.code })}</p>
            <FormFooter>
              <SubmitButton>{t("accept")}</SubmitButton>
            </FormFooter>
          </ActionForm>
        </Section>
      ) : null}
      {item.may.declineHandover ? (
        <Section id="decline" title={t("declineTitle")}>
          <ActionForm id="decline-form" action={declineHandoverAction} className="form" draft>
            <Known item={item} tenant={tenant} />
            <TextArea name="reason" label={t("declineReason")} rows={3} maxLength={2000} />
            <FormFooter>
              <SubmitButton look="plain">{t("decline")}</SubmitButton>
            </FormFooter>
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}

/** One open task whose lead moves: what was said of it, and what the acting chief may say now. */
export function HandoverItemView({ item, tenant, listHref }: ItemProps) {
  const t = useTranslations("tasks.handover");
  const { said } = useHandoverWords();
  const may = Object.values(item.may).some(Boolean);
  const facts = [
    { label: t("due"), value: item.dueOn ? formatDay(item.dueOn) : t("noDue") },
    {
      label: t("duty"),
      value: t("place", { article: item.article, clause: item.clause, text: item.shortText }),
    },
    { label: t("leadNow"), value: item.lead.name },
    { label: t("leadNext"), value: item.next.name },
    { label: t("said"), value: said(item) },
    ...(item.word ? [{ label: t(item.state === "kept" ? "keepReason" : "wordOf"), value: item.word }] : []),
    ...(item.reason ? [{ label: t("declineReason"), value: item.reason }] : []),
  ];
  return (
    <>
      <div className="mt-4">
        <Facts facts={facts} />
      </div>
      {may ? null : <Note tone="info" title={t("notYours")} />}
      <LeavingForms item={item} tenant={tenant} />
      <TakingForms item={item} tenant={tenant} />
      <p className="mt-4">
        <LinkButton look="quiet" href={listHref}>
          {t("backToList")}
        </LinkButton>
      </p>
    </>
  );
}
