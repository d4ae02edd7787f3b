import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { obstacleTo } from "../rules";
import type { Occurrence } from "../series";
import type { Clash, SeriesAdvice, SeriesClash } from "../types";
import { loadChoices, loadClashes, type Wish } from "./load-advice";

/** How many days after a clashing day another time is looked for. */
const nearbyDays = 6;

function timed({ startsAt, endsAt }: Occurrence) {
  return { day: dayAt(startsAt), from: timeAt(startsAt), until: timeAt(endsAt) };
}

/**
 * The list a clerk answers to before a series is filed: the days that were asked about before, and those that clash as they
 * are wanted now. Null where none clashes and nothing typed is faulty.
 */
export async function loadSeriesAdvice(
  tx: TenantTx,
  tenantId: string,
  asked: {
    occurrences: readonly Occurrence[];
    wanted: readonly Occurrence[];
    seen: readonly Day[];
    faulty: boolean;
  },
  taken: Pick<Wish, "resourceIds" | "roomId" | "kindKey"> & { overrideReason: string | null },
  now: Date,
): Promise<SeriesAdvice | null> {
  const { occurrences, wanted, seen } = asked;
  const { overrideReason, ...takes } = taken;
  const wishOf = ({ startsAt, endsAt }: Occurrence): Wish => ({
    ...takes,
    meetingId: null,
    filedAt: now,
    startsAt,
    endsAt,
  });
  const act = { confirms: false, overrides: overrideReason !== null, displaces: false };
  const found = await loadClashes(tx, tenantId, wanted.map(wishOf));
  const clashing = new Map<Day, { occurrence: Occurrence; clashes: readonly Clash[] }>();
  wanted.forEach((occurrence, nth) => {
    const clashes = found[nth] ?? [];
    if (obstacleTo(clashes, act) !== null) clashing.set(occurrence.of, { occurrence, clashes });
  });
  if (clashing.size === 0 && !asked.faulty) return null;
  // Those asked about before keep their place: what was typed into the form is named by it.
  const listed = [...new Set([...seen, ...clashing.keys()])].flatMap(
    (of) => occurrences.find((occurrence) => occurrence.of === of) ?? [],
  );
  const wishes = listed.map(wishOf);
  const asFiled = await loadClashes(tx, tenantId, wishes);
  const slots = await loadChoices(tx, tenantId, wishes, now, nearbyDays);
  const days = listed.map((occurrence, nth): SeriesClash => {
    const still = clashing.get(occurrence.of);
    const moved = still && still.occurrence.startsAt.getTime() !== occurrence.startsAt.getTime();
    return {
      of: occurrence.of,
      ...timed(occurrence),
      clashes: asFiled[nth] ?? [],
      slots: slots[nth] ?? [],
      moved: moved ? { ...timed(still.occurrence), clashes: still.clashes } : null,
    };
  });
  return { days, total: occurrences.length };
}
