const optionalSegment = /\[\[(.*?)\]\]/g;
const placeholder = /\{([A-Za-z]+)\}/g;

function valueOf(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The template uses {${name}}, which has no value`);
  return value;
}

function isComplete(segment: string, values: ReadonlyMap<string, string>): boolean {
  return [...segment.matchAll(placeholder)].every(
    ([, name]) => name !== undefined && valueOf(values, name) !== "",
  );
}

/**
 * Puts values in the place of `{name}`. A segment in `[[double brackets]]` is dropped when one of its values is
 * empty: after a merger of offices a duty may have nobody left to assist, and its sentence must go as a whole.
 * Throws on a name without a value, so that a misspelt placeholder never reaches a signed text.
 */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
  const chosen = text.replace(optionalSegment, (_, segment: string) =>
    isComplete(segment, values) ? segment : "",
  );
  return chosen.replace(placeholder, (_, name: string) => valueOf(values, name));
}
