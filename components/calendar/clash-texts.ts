import type { FreeSlot } from "@/lib/meetings/types";

/** Words of the clash panel, translated on the server, since the panel also runs in the browser. Places are `{name}`. */
export type ClashTexts = {
  titleConfirmed: string;
  titleHolds: string;
  titleBoth: string;
  titleNear: string;
  busy: string;
  otherOffice: string;
  confirmed: string;
  hold: string;
  takeable: string;
  near: string;
  slots: string;
  keep: string;
  soonest: string;
  noHolds: string;
  holds: string;
  noSlots: string;
  free: string;
  weekdays: readonly string[];
};

/** Puts values in the place of `{name}`; the texts are our own. */
export function fillText(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Thứ Hai 07/12 */
export function dayText(day: string, texts: ClashTexts): string {
  const weekday = texts.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) - 1] ?? "";
  return `${weekday} ${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** When a free time is. */
export function slotText(slot: FreeSlot, texts: ClashTexts): string {
  return `${dayText(slot.day, texts)}, ${slot.from}–${slot.until}`;
}

/** Why it is offered. */
export function slotReason(slot: FreeSlot, texts: ClashTexts): string {
  const holds = slot.holds === 0 ? texts.noHolds : fillText(texts.holds, { count: slot.holds });
  return slot.soonest ? `${texts.soonest} ${holds}` : holds;
}
