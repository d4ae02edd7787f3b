import { type ClashTexts, slotReason, slotText } from "@/components/calendar/clash-texts";
import type { FreeSlot } from "@/lib/meetings/types";

type SlotChoicesProps = {
  slots: readonly FreeSlot[];
  texts: ClashTexts;
  /** One of them has to be chosen. */
  required?: boolean;
  /** Offers to keep the time as typed: where nothing else takes a choice back. */
  keep?: boolean;
  onPick?: ((slot: string) => void) | undefined;
};

/** Three free times to choose from. */
export function SlotChoices({ slots, texts, required = false, keep = false, onPick }: SlotChoicesProps) {
  if (slots.length === 0) return <p className="hint mb-4">{texts.noSlots}</p>;
  return (
    <fieldset className="mb-4">
      <legend className="label">{texts.slots}</legend>
      {slots.map((slot, index) => (
        <label key={slot.value} className="slot">
          <input
            type="radio"
            name="slot"
            value={slot.value}
            defaultChecked={required && index === 0}
            onChange={onPick && (() => onPick(slot.value))}
          />
          <b>{slotText(slot, texts)}</b>
          <small>{slotReason(slot, texts)}</small>
        </label>
      ))}
      {keep ? (
        <label className="slot">
          <input type="radio" name="slot" value="" />
          <b>{texts.keep}</b>
        </label>
      ) : null}
    </fieldset>
  );
}
