import { useTranslations } from "next-intl";
import { UndoButton } from "@/components/calendar/undo-button";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { undoMeetingAction } from "@/lib/meetings/actions";
import type { UndoView } from "@/lib/meetings/types";

/**
 * The button that takes the reader's last act back. Where that is no longer possible the form stays, without a button: sent
 * without script it comes back here and says why.
 */
export function UndoAct({ undo, tenant }: { undo: UndoView; tenant: string }) {
  const t = useTranslations("calendar.undo");
  return (
    <ActionForm id="undo" action={undoMeetingAction} className="undo">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="actId" value={undo.actId} />
      <UndoButton
        secondsLeft={undo.secondsLeft}
        label={t(undo.act, { count: undo.count })}
        left={t("left", { seconds: "{seconds}" })}
      />
    </ActionForm>
  );
}
