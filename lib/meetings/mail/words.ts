import { createTranslator } from "next-intl";
import { type Day, dayAt, formatDay } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import messages from "@/messages/vi.json";

/** Words of mails: written by the worker, which has no request to take a language from. */
export const mailWords = createTranslator({
  locale: "vi",
  messages,
  namespace: "mails",
  timeZone: "Asia/Ho_Chi_Minh",
});

const weekdays = messages.calendar.weekday;

function named(day: Day): string {
  const weekday = String(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
  return `${weekdays[weekday as keyof typeof weekdays]} ${formatDay(day)}`;
}

/** "Thứ Năm 26/11/2026, 14:00–16:30" */
export function spanWords(startsAt: Date, endsAt: Date): string {
  const [day, last] = [dayAt(startsAt), dayAt(endsAt)];
  return `${named(day)}, ${timeAt(startsAt)}–${timeAt(endsAt)}${last === day ? "" : ` ${formatDay(last)}`}`;
}
