import type { ReactNode } from "react";

export type QuoteContent = { text: ReactNode; source: ReactNode };

/** What was signed, in the letters of the paper, always with where it stands. */
export function Quote({ text, source }: QuoteContent) {
  return (
    <blockquote className="cite">
      <p>{text}</p>
      <footer>{source}</footer>
    </blockquote>
  );
}
