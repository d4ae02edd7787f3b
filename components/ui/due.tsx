import { DateLabel, type DateText, DueLabel, type DueTone } from "@/components/ui/date-label";
import { Why, type WhyContent } from "@/components/ui/why";

export type DueContent = {
  tone: DueTone;
  text: string;
  date?: DateText | undefined;
  why?: WhyContent | undefined;
};

/** How much time is left, the day under it, and why that day. */
export function Due({ tone, text, date, why }: DueContent) {
  return (
    <>
      <DueLabel tone={tone} text={text} />
      {date || why ? (
        <span className="sub">
          {date ? <DateLabel date={date} /> : null} {why ? <Why side="right" {...why} /> : null}
        </span>
      ) : null}
    </>
  );
}
