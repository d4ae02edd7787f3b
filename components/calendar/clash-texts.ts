/** Words of the clash panel, translated on the server, since the panel also runs in the browser. Places are `{name}`. */
export type ClashTexts = {
  title: string;
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
  weekdays: readonly string[];
};

/** Puts values in the place of `{name}`; the texts are our own. */
export function fillText(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
