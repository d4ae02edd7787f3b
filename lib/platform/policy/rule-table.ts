/**
 * The rule table is the policy itself, not a description of it: commands ask `decide`, the database triggers are
 * held against the same rows by the differential test, and docs/rule-table.md is printed from them. Every rule
 * quotes the sentence it stands for, so that a refusal can name the article that gives the act to somebody else.
 */

export const roles = [
  "chief",
  "deputy-chief",
  "department-head",
  "specialist",
  "records-clerk",
  "reception-officer",
  "secretary",
  "inspector",
  "tenant-administrator",
] as const;

export type Role = (typeof roles)[number];

/** Where the quoted sentence stands: a clause of the agreement, a law summed up in our words, or the portal's own rule. */
export type RuleSource =
  | { kind: "article"; articleKey: string; clause: number }
  | { kind: "law"; name: string }
  | { kind: "portal"; name: string };

export type Rule<
  Act extends string = string,
  Part extends string = string,
  State extends string = string,
  AssistState extends string = string,
> = {
  id: string;
  act: Act;
  roles: readonly Role[];
  parts: readonly Part[];
  states: readonly State[];
  /** Left out when the act does not depend on how far an assisting office has come. */
  assistStates?: readonly AssistState[];
  source: RuleSource;
  /** Verbatim from the template's clause when the source is an article; a version may word that clause otherwise. */
  quote: string;
};

/** One question put to the table. The role is that of the one post the person acts in, the part that of its office. */
export type Cell<
  Act extends string = string,
  Part extends string = string,
  State extends string = string,
  AssistState extends string = string,
> = { act: Act; role: Role; part: Part; state: State; assistState?: AssistState | undefined };

/** "handler": a sealed letter that was given to a named person is that person's alone. */
export type RefusalReason = "part" | "state" | "assist-state" | "role" | "handler";

export type Decision<R extends Rule> =
  | { allowed: true; rule: R }
  | {
      allowed: false;
      reason: RefusalReason;
      /** Who may and when: the rules for this act that the cell passed up to the failing condition. */
      rules: readonly R[];
    };

function coversAssistState(rule: Rule, assistState: string | undefined): boolean {
  if (rule.assistStates === undefined) return true;
  return assistState !== undefined && rule.assistStates.includes(assistState);
}

/** All rules that allow the cell. A sound table gives none or exactly one; the tests hold every cell against that. */
export function matchRules<R extends Rule>(
  rules: readonly R[],
  cell: Cell<R["act"], R["parts"][number], R["states"][number], NonNullable<R["assistStates"]>[number]>,
): R[] {
  return rules.filter(
    (rule) =>
      rule.act === cell.act &&
      rule.parts.includes(cell.part) &&
      rule.states.includes(cell.state) &&
      coversAssistState(rule, cell.assistState) &&
      rule.roles.includes(cell.role),
  );
}

/**
 * Allows the cell by its one rule or says why not. The office's part is judged before the state of the item, and
 * the person's role last: "this is another office's act" is the answer that helps, even where the role fails too.
 */
export function decide<R extends Rule>(
  rules: readonly R[],
  cell: Cell<R["act"], R["parts"][number], R["states"][number], NonNullable<R["assistStates"]>[number]>,
): Decision<R> {
  const forAct = rules.filter((rule) => rule.act === cell.act);
  const forPart = forAct.filter((rule) => rule.parts.includes(cell.part));
  if (forPart.length === 0) return { allowed: false, reason: "part", rules: forAct };
  const forState = forPart.filter((rule) => rule.states.includes(cell.state));
  if (forState.length === 0) return { allowed: false, reason: "state", rules: forPart };
  const forAssistState = forState.filter((rule) => coversAssistState(rule, cell.assistState));
  if (forAssistState.length === 0) return { allowed: false, reason: "assist-state", rules: forState };
  const rule = forAssistState.find((candidate) => candidate.roles.includes(cell.role));
  if (rule === undefined) return { allowed: false, reason: "role", rules: forAssistState };
  return { allowed: true, rule };
}
