/** A SHA-256 in groups of four, so that two people can read it to each other. */
export function Fingerprint({ hex }: { hex: string }) {
  return <span className="code">{hex.match(/.{1,4}/g)?.join(" ") ?? hex}</span>;
}
