import type { ReactNode } from "react";
import { Why, type WhyContent } from "@/components/ui/why";

type TaskTurnProps = {
  /** `due`: somebody's move. `done`: closed. `late`: the day has passed. */
  tone: "due" | "late" | "done" | "calm";
  /** "Đến lượt VP UBND:" */
  whose: string;
  /** What is to be done and until when. */
  text: ReactNode;
  why?: WhyContent | undefined;
};

/** Whose move it is, in words, before anything else on the page. */
export function TaskTurn({ tone, whose, text, why }: TaskTurnProps) {
  return (
    <div className={tone === "due" ? "turn" : `turn turn--${tone}`}>
      <b>{whose}</b> {text} {why ? <Why {...why} /> : null}
    </div>
  );
}
