import type { PetitionOffice } from "../words";
import type { Circle, Station } from "./types";

/** What a forward would close: each office the matter was at, in the order of the offices. */
export function circlesOf(stations: readonly Station[], offices: readonly PetitionOffice[]): Circle[] {
  return offices.flatMap((office) => {
    const own = stations.filter(({ officeId }) => officeId === office.id);
    if (own.length === 0) return [];
    const count = (...kinds: Station["what"][]) => own.filter(({ what }) => kinds.includes(what)).length;
    return [{ office, sent: count("sent"), back: count("back", "passed"), stations: own }];
  });
}
