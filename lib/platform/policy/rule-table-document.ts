import type { Rule, RuleSource } from "./rule-table";

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function ruleRow(rule: Rule, sourceName: (source: RuleSource) => string): string {
  return row([
    rule.id,
    rule.act,
    rule.parts.join(", "),
    rule.states.join(", "),
    rule.assistStates?.join(", ") ?? "any",
    rule.roles.join(", "),
    sourceName(rule.source),
    rule.quote,
  ]);
}

/** A rule table as a Markdown table, one line a rule, so that a reader can hold each quote against its row. */
export function ruleTableMarkdown(
  rules: readonly Rule[],
  sourceName: (source: RuleSource) => string,
): string {
  return [
    row(["rule", "act", "part of the office", "state", "assisting office", "roles", "source", "sentence"]),
    row(Array.from({ length: 8 }, () => "---")),
    ...rules.map((rule) => ruleRow(rule, sourceName)),
  ].join("\n");
}
