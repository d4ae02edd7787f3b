/** The year in an address; anything else is this year. */
export function yearOfQuery(year: string | undefined): number | undefined {
  return year !== undefined && /^20\d\d$/.test(year) ? Number(year) : undefined;
}
