import type { TextPart } from "@/lib/agreements/types";

/** Words that stayed, came and went, as a redline. */
export function MarkedText({ text }: { text: readonly TextPart[] }) {
  return text.map(({ kind, text: words }, index) => {
    // Words come in the order of the text and are never moved: their place is their name.
    const key = `${index} ${kind}`;
    if (kind === "added") return <ins key={key}>{words}</ins>;
    return kind === "removed" ? <del key={key}>{words}</del> : <span key={key}>{words}</span>;
  });
}
