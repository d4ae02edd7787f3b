/** The fixed tint of an office; `x` is for those without one. It never stands without the code. */
export type OfficeTint = 1 | 2 | 3 | "x";

export type OfficeMark = { code: string; tint: OfficeTint; name?: string | undefined };

/** Lead is a filled square, assist an outlined one, informed a dotted one. */
export type OfficePart = "lead" | "assist" | "informed";

export function officeTintClass(tint: OfficeTint): string {
  return `o-${tint}`;
}

export function OfficeLabel({
  office,
  part = "assist",
}: {
  office: OfficeMark;
  part?: OfficePart | undefined;
}) {
  const mark = part === "assist" ? "off" : `off off--${part}`;
  return (
    <span className={`${mark} ${officeTintClass(office.tint)}`} title={office.name}>
      {office.code}
    </span>
  );
}
