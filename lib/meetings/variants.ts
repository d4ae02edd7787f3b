/** Sessions of the council are counted by what they are called for: regular, on one matter, or out of turn. */
export const variants = ["regular", "thematic", "irregular"] as const;

export type Variant = (typeof variants)[number];

/** The one kind that has them; its key stays whatever a tenant names it. */
export const kindWithVariants = "council-session";

/** A kind, with what the session is called for, as one choice: "council-session:thematic". */
export function kindChoice(kindKey: string, variant: string | null): string {
  return variant === null ? kindKey : `${kindKey}:${variant}`;
}

/** What such a choice says; what is no choice is a kind nobody has. */
export function readKindChoice(choice: string): { kindKey: string; variant: Variant | null } {
  const [kindKey, typed] = choice.split(":", 2);
  const variant = variants.find((each) => each === typed);
  if (typed === undefined || variant === undefined || kindKey !== kindWithVariants) {
    return { kindKey: choice, variant: null };
  }
  return { kindKey, variant };
}

/** A kind as a form offers it: in place of sessions of the council each of the three, and the bare kind where it was that before. */
export function kindChoices(
  kinds: readonly { key: string; name: string }[],
  { bare }: { bare: boolean },
): { key: string; name: string; variant: Variant | null }[] {
  return kinds.flatMap(({ key, name }) => {
    const own = { key, name, variant: null };
    if (key !== kindWithVariants) return [own];
    const each = variants.map((variant) => ({ key: kindChoice(key, variant), name, variant }));
    return bare ? [own, ...each] : each;
  });
}
