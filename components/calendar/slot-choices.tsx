import { type ClashTexts, slotReason, slotText } from "@/components/calendar/clash-texts";
import type { FreeSlot } from "@/lib/meetings/types";

/** Three free times to choose from, or the time as typed. */
export function SlotChoices({
  slots,
  texts,
  required = false,
}: {
  slots: readonly FreeSlot[];
  texts: ClashTexts;
  required?: boolean;
}) {
  if (slots.length === 0) return <p className="hint mb-4">{texts.noSlots}</p>;
  return (
    <fieldset className="mb-4">
      <legend className="label">{texts.slots}</legend>
      {slots.map((slot, index) => (
        <label key={slot.value} className="slot">
          <input type="radio" name="slot" value={slot.value} defaultChecked={required && index === 0} />
          <b>{slotText(slot, texts)}</b>
          <small>{slotReason(slot, texts)}</small>
        </label>
      ))}
      {required ? null : (
        <label className="slot">
          <input type="radio" name="slot" value="" defaultChecked />
          <b>{texts.keep}</b>
        </label>
      )}
    </fieldset>
  );
}
