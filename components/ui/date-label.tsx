import { Icon, type IconName } from "@/components/ui/icon";

/** A day or an instant as the reader sees it, with its machine form (`2026-11-25` or an ISO instant). */
export type DateText = { iso: string; text: string };

export function DateLabel({ date }: { date: DateText }) {
  return (
    <time className="date" dateTime={date.iso}>
      {date.text}
    </time>
  );
}

export type DueTone = "plain" | "due" | "late" | "done";

const icons: Record<Exclude<DueTone, "plain">, IconName> = { due: "clock", late: "alert", done: "check" };

/** "còn 2 ngày", "quá 2 ngày", "đã gửi": the words are reckoned outside, where the working days are known. */
export function DueLabel({ tone, text }: { tone: DueTone; text: string }) {
  if (tone === "plain") return <span className="date">{text}</span>;
  return (
    <span className={`date date--${tone}`}>
      <Icon name={icons[tone]} small />
      {text}
    </span>
  );
}
