const PDF_DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/;

/** The instant of a PDF date (ISO 32000-2 §7.9.4); undefined when it is none. Without a zone it counts as UTC. */
export function parsePdfDate(text: string): Date | undefined {
  const match = PDF_DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute] = match;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  const minutes = sign ? Number(zoneHour) * 60 + Number(zoneMinute ?? 0) : 0;
  return new Date(local - (sign === "-" ? -1 : 1) * minutes * 60_000);
}
