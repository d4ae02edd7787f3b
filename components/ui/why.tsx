import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Quote, type QuoteContent } from "@/components/ui/quote";

export type WhyStep = { label: string; text: ReactNode };

export type WhyContent = {
  /** The question in full; also tells a screen reader which "Vì sao?" this one is. */
  title: string;
  steps?: readonly WhyStep[] | undefined;
  text?: ReactNode;
  quote?: QuoteContent | undefined;
};

/** The rule behind a date, a lead or a refused act. Opens without script; one at a time. */
export function Why({
  title,
  steps = [],
  text,
  quote,
  side = "left",
}: WhyContent & { side?: "left" | "right" }) {
  const t = useTranslations("ui.why");
  return (
    <details className={side === "right" ? "why why--right" : "why"} name="why">
      <summary>
        {t("open")}
        <span className="sr-only"> {title}</span>
      </summary>
      <div className="why__in">
        <p className="why__h">{title}</p>
        {steps.length > 0 ? (
          <ol>
            {steps.map((step) => (
              <li key={step.label}>
                <span>{step.label}</span>
                <span>{step.text}</span>
              </li>
            ))}
          </ol>
        ) : null}
        {text ? <p>{text}</p> : null}
        {quote ? <Quote {...quote} /> : null}
      </div>
    </details>
  );
}
