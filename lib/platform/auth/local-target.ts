/**
 * Where a person may be sent after signing in: a path of this portal inside one of the person's tenants, else null.
 * Judged on the parsed path, so that `//other.example`, backslashes and `/tenant/../…` lead nowhere.
 */
export function localTarget(wanted: string, tenantSlugs: readonly string[]): string | null {
  const strange = Array.from(wanted).some((letter) => letter < " " || letter === "\\");
  if (strange || !wanted.startsWith("/") || wanted.startsWith("//")) return null;
  const base = "http://portal.invalid";
  if (!URL.canParse(wanted, base)) return null;
  const url = new URL(wanted, base);
  const slug = url.pathname.split("/")[1] ?? "";
  if (url.origin !== base || !tenantSlugs.includes(slug)) return null;
  return `${url.pathname}${url.search}`;
}
