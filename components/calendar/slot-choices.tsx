import { type ClashTexts, fillText } from "@/components/calendar/clash-texts";
import type { FreeSlot } from "@/lib/meetings/types";

function whenOf(slot: FreeSlot, texts: ClashTexts): string {
  const weekday = texts.weekdays[(new Date(`${slot.day}T00:00:00Z`).getUTCDay() || 7) - 1] ?? "";
  return `${weekday} ${slot.day.slice(8, 10)}/${slot.day.slice(5, 7)}, ${slot.from}–${slot.until}`;
}

function reasonOf(slot: FreeSlot, texts: ClashTexts): string {
  const holds = slot.holds === 0 ? texts.noHolds : fillText(texts.holds, { count: slot.holds });
  return slot.soonest ? `${texts.soonest} ${holds}` : holds;
}

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
          <b>{whenOf(slot, texts)}</b>
          <small>{reasonOf(slot, texts)}</small>
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
