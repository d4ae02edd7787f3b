import { type Cell, matchRules, type Rule, roles } from "./rule-table";

type CellOf<R extends Rule> = Cell<
  R["act"],
  R["parts"][number],
  R["states"][number],
  NonNullable<R["assistStates"]>[number]
>;

export type Vocabulary<R extends Rule> = {
  acts: readonly R["act"][];
  parts: readonly R["parts"][number][];
  states: readonly R["states"][number][];
  /** Empty for a table without assisting offices. */
  assistStates: readonly NonNullable<R["assistStates"]>[number][];
};

/** Every question that can be put to a table, those without an assisting state among them. */
export function* everyCell<R extends Rule>(words: Vocabulary<R>): Generator<CellOf<R>> {
  for (const act of words.acts)
    for (const role of roles)
      for (const part of words.parts)
        for (const state of words.states) {
          yield { act, role, part, state };
          for (const assistState of words.assistStates) yield { act, role, part, state, assistState };
        }
}

/** The cells that more than one rule allows: such a table cannot say which sentence gave the right. */
export function findOverlaps<R extends Rule>(rules: readonly R[], words: Vocabulary<R>): CellOf<R>[] {
  return [...everyCell(words)].filter((cell) => matchRules(rules, cell).length > 1);
}
