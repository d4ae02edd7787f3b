import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideProgramme } from "../policy";
import type { OverlapPageView } from "../types";
import { loadOverlaps } from "./load-overlaps";

/** What overlaps in a year over all offices, as far as the acting office may read both sides. */
export const getOverlaps: Query<{ year: number | undefined }, OverlapPageView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const year = input.year ?? Number(dayAt(now).slice(0, 4));
  const overlaps = await loadOverlaps(tx, actor.tenantId, {
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
  });
  return {
    year,
    overlaps: overlaps.map((overlap) => ({
      ...overlap,
      maySettle:
        !overlap.settled &&
        decideProgramme(actor, "settle", {
          state: "issued",
          keeperIds: [overlap.one.office.id, ...(overlap.other ? [overlap.other.office.id] : [])],
        }).allowed,
    })),
  };
};
