/** The name of a column before its value on a phone, where a row is a block without heads. */
export function NarrowLabel({ label }: { label: string }) {
  return <span className="only-narrow">{label}: </span>;
}
