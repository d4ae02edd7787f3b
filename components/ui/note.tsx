import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { Quote, type QuoteContent } from "@/components/ui/quote";

/** `rule` is a refused act: an ink frame and the article, never red, since nothing went wrong. */
export type NoteTone = "info" | "rule" | "due" | "alarm" | "done";

const icons: Record<NoteTone, IconName> = {
  info: "info",
  rule: "law",
  due: "clock",
  alarm: "alert",
  done: "check",
};

type NoteProps = {
  tone: NoteTone;
  title: ReactNode;
  quote?: QuoteContent | undefined;
  children?: ReactNode;
  icon?: IconName | undefined;
  level?: 2 | 3 | undefined;
  /** Set when the note answers what the person just did, so that it is read out. */
  live?: boolean | undefined;
};

export function Note({ tone, title, quote, children, icon, level = 2, live = false }: NoteProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={tone === "info" ? "note" : `note note--${tone}`} role={live ? "alert" : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div>
        <Heading>{title}</Heading>
        {quote ? <Quote {...quote} /> : null}
        {children}
      </div>
    </section>
  );
}
