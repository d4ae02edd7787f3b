import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClashPanel } from "@/components/calendar/clash-panel";
import { slotReason, slotText } from "@/components/calendar/clash-texts";
import { ScopeField, scopedOf } from "@/components/calendar/scope-field";
import { SlotChoices } from "@/components/calendar/slot-choices";
import { useClashTexts } from "@/components/calendar/use-clash-texts";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/link-button";
import {
  approveMeetingAction,
  cancelMeetingAction,
  confirmMeetingAction,
  giveBackMeetingAction,
  numberMeetingAction,
  postponeMeetingAction,
  resettleMeetingAction,
} from "@/lib/meetings/actions";
import type { MeetingPageView } from "@/lib/meetings/types";
import type { FormAction } from "@/lib/platform/forms/form-state";

const openActs = ["giveBack", "postpone", "cancel", "resettle", "number"] as const;
export type OpenMeetingAct = (typeof openActs)[number] | null;

export function openMeetingAct(query: { act?: string }): OpenMeetingAct {
  return openActs.find((act) => act === query.act) ?? null;
}

type ActsProps = { view: MeetingPageView; tenant: string; open: OpenMeetingAct };

function Known({ view, tenant }: Pick<ActsProps, "view" | "tenant">) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="meetingId" value={view.meetingId} />
      <HiddenField name="revision" value={String(view.revision)} />
    </>
  );
}

function ReasonAct({
  view,
  tenant,
  act,
  action,
}: Pick<ActsProps, "view" | "tenant"> & { act: "giveBack" | "postpone" | "cancel"; action: FormAction }) {
  const t = useTranslations("calendar.acts");
  return (
    <ActionForm id={act} action={action} className="form">
      <Known view={view} tenant={tenant} />
      <p className="line-max mb-4">{t(`${act}Text`)}</p>
      {act === "giveBack" ? null : <ScopeField scoped={scopedOf(view.series, act)} />}
      <TextField name="reason" label={t("reason")} maxLength={500} />
      <div className="halves">
        <SubmitButton size="big">{t(act)}</SubmitButton>
        <LinkButton size="big" href={`/${tenant}/calendar/meetings/${view.meetingId}`}>
          {t("back")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** The lead confirms; where held places would be taken it says why, and their leads read that. */
function ConfirmAct({ view, tenant }: Pick<ActsProps, "view" | "tenant">) {
  const t = useTranslations("calendar.acts");
  const texts = useClashTexts();
  const { clashes } = view.advice;
  const blocked = clashes.some((clash) => clash.kind === "confirmed" && !clash.near);
  const holds = clashes.filter((clash) => clash.kind === "hold");
  const outranked = holds.some((hold) => !hold.takeable);
  if (blocked || outranked) {
    return <p className="line-max">{blocked ? t("confirmBlocked") : t("confirmOutranked")}</p>;
  }
  return (
    <ActionForm id="confirm" action={confirmMeetingAction} className="form">
      <Known view={view} tenant={tenant} />
      <ScopeField scoped={scopedOf(view.series, "confirm")} />
      {holds.length > 0 ? (
        <TextField
          name="displaceReason"
          label={t("displaceReason")}
          hint={t("displaceHint")}
          maxLength={500}
        />
      ) : null}
      {clashes.some((clash) => clash.near) && view.overrideReason === null ? (
        <TextField
          name="overrideReason"
          label={t("overrideReason")}
          hint={t("overrideHint")}
          maxLength={500}
        />
      ) : null}
      <ClashPanel texts={texts} />
      <FormFooter>
        <SubmitButton>{holds.length > 0 ? t("confirmDisplacing") : t("confirm")}</SubmitButton>
        {view.may.giveBack ? <LinkButton href="?act=giveBack">{t("giveBack")}</LinkButton> : null}
      </FormFooter>
    </ActionForm>
  );
}

function ResettleAct({ view, tenant }: Pick<ActsProps, "view" | "tenant">) {
  const t = useTranslations("calendar.acts");
  const texts = useClashTexts();
  const { slots } = view.advice;
  return (
    <ActionForm id="resettle" action={resettleMeetingAction} className="form">
      <Known view={view} tenant={tenant} />
      <SlotChoices slots={slots} texts={texts} required={slots.length > 0} />
      <FormFooter>
        {slots.length > 0 ? <SubmitButton>{t("resettle")}</SubmitButton> : null}
        <LinkButton href="?act=cancel">{t("cancel")}</LinkButton>
      </FormFooter>
    </ActionForm>
  );
}

/** What the filing office does about a place it lost before its chief approved: it mends the entry, or gives it up. */
function LostAct({ view, tenant }: Pick<ActsProps, "view" | "tenant">) {
  const t = useTranslations("calendar.displaced");
  const acts = useTranslations("calendar.acts");
  const texts = useClashTexts();
  const edit = `/${tenant}/calendar/meetings/${view.meetingId}/edit`;
  const { slots } = view.advice;
  return (
    <div className="form">
      <p className="label">{texts.slots}</p>
      {slots.length === 0 ? <p className="hint mb-4">{texts.noSlots}</p> : null}
      <ul className="mb-4">
        {slots.map((slot) => (
          <li key={slot.value} className="slot slot--act">
            <b>{slotText(slot, texts)}</b>
            <LinkButton href={`${edit}?slot=${encodeURIComponent(slot.value)}`}>{t("choose")}</LinkButton>
            <small>{slotReason(slot, texts)}</small>
          </li>
        ))}
      </ul>
      <FormFooter>
        <LinkButton href={edit}>{t("other")}</LinkButton>
        {view.may.cancel ? <LinkButton href="?act=cancel">{acts("cancel")}</LinkButton> : null}
      </FormFooter>
    </div>
  );
}

/** The number of the notice, as the office's own document system gave it. */
function NumberAct({ view, tenant }: Pick<ActsProps, "view" | "tenant">) {
  const t = useTranslations("calendar.number");
  const acts = useTranslations("calendar.acts");
  return (
    <ActionForm id="number" action={numberMeetingAction} className="form">
      <Known view={view} tenant={tenant} />
      <TextField
        name="noticeNumber"
        label={t("label")}
        hint={t("hint")}
        optional
        width="half"
        maxLength={60}
        defaultValue={view.noticeNumber ?? undefined}
        autoComplete="off"
      />
      <FormFooter>
        <SubmitButton>{t("submit")}</SubmitButton>
        <LinkButton href={`/${tenant}/calendar/meetings/${view.meetingId}`}>{acts("back")}</LinkButton>
      </FormFooter>
    </ActionForm>
  );
}

/** The forms of whatever the person may do now; what ends or gives back has an address of its own. */
export function MeetingActs({ view, tenant, open }: ActsProps): ReactNode {
  const t = useTranslations("calendar.acts");
  const texts = useClashTexts();
  const { may } = view;
  if (open === "giveBack" && may.giveBack) {
    return <ReasonAct view={view} tenant={tenant} act="giveBack" action={giveBackMeetingAction} />;
  }
  if (open === "postpone" && may.postpone) {
    return <ReasonAct view={view} tenant={tenant} act="postpone" action={postponeMeetingAction} />;
  }
  if (open === "cancel" && may.cancel) {
    return <ReasonAct view={view} tenant={tenant} act="cancel" action={cancelMeetingAction} />;
  }
  if (open === "number" && may.number) return <NumberAct view={view} tenant={tenant} />;
  if (may.resettle && (view.displacement || open === "resettle"))
    return <ResettleAct view={view} tenant={tenant} />;
  const lost = may.edit && view.displacement ? <LostAct view={view} tenant={tenant} /> : null;
  if (may.approve) {
    return (
      <>
        {lost}
        <ActionForm id="approve" action={approveMeetingAction} className="form">
          <Known view={view} tenant={tenant} />
          <ScopeField scoped={scopedOf(view.series, "approve")} />
          <ClashPanel texts={texts} />
          <FormFooter>
            <SubmitButton>{t("approve")}</SubmitButton>
            <LinkButton href="?act=giveBack">{t("giveBack")}</LinkButton>
          </FormFooter>
        </ActionForm>
      </>
    );
  }
  if (lost) return lost;
  return may.confirm ? <ConfirmAct view={view} tenant={tenant} /> : null;
}
