import { type Random, randomFrom } from "@/bench/lib/random";
import type { World } from "./world";

export const acts = [
  "create",
  "series",
  "approve",
  "confirm",
  "change",
  "edit",
  "resettle",
  "cancel",
  "postpone",
] as const;
export type Act = (typeof acts)[number];

/** One try: what is asked, by whom, for which meeting. Whether it is right to refuse it is not known here. */
export type Attempt = {
  act: Act;
  meetingId: string;
  /** The other days of a series, which is filed as a whole or not at all. */
  later: readonly { meetingId: string; day: string }[];
  /** Whether those of its series that come after it are meant too. */
  following: boolean;
  officeId: string;
  accountId: string;
  /** The filing office's index in the world, for a caller. */
  chief: number;
  duty: World["duties"][number] | null;
  kindKey: string;
  day: string;
  fromMinute: number;
  minutes: number;
  chair: World["leaders"][number];
  required: readonly World["leaders"][number][];
  optional: readonly World["leaders"][number][];
  roomId: string | null;
  displaces: boolean;
  overrides: boolean;
};

type Live = {
  id: string;
  ofSeries: boolean;
  filing: number;
  lead: number;
  state: "filed" | "approved" | "confirmed" | "postponed";
};

const fitting: Record<Live["state"], readonly Act[]> = {
  filed: ["approve", "approve", "approve", "edit", "cancel"],
  approved: ["confirm", "confirm", "confirm", "confirm", "resettle", "edit", "cancel"],
  confirmed: ["change", "change", "change", "postpone", "cancel"],
  postponed: ["cancel"],
};
const byFiling: readonly Act[] = ["approve", "edit"];

/** What an attempt files, by the ids it names. */
export function madeBy({ meetingId, later }: Attempt): string[] {
  return [meetingId, ...later.map((other) => other.meetingId)];
}

/**
 * Draws attempts for many clients over one list of meetings, as they last answered: what another client did meanwhile is
 * not known, so that acts on an ended or a changed meeting come by themselves.
 */
export class Drawing {
  readonly #random: Random;
  readonly #live: Live[] = [];
  readonly #place = new Map<string, number>();

  constructor(
    seed: number,
    private readonly world: World,
    private readonly most: number,
  ) {
    this.#random = randomFrom(seed);
  }

  draw(): Attempt {
    const { integer, pick, chance } = this.#random;
    const few = this.#live.length < this.most;
    const live = this.#live.length === 0 || chance(few ? 0.35 : 0.05) ? null : pick(this.#live);
    // Now and then what the state forbids.
    const act = live
      ? chance(0.04)
        ? pick(acts.slice(2))
        : pick(fitting[live.state])
      : chance(0.15)
        ? "series"
        : "create";
    const filing = live?.filing ?? integer(0, this.world.chiefs.length - 1);
    const chief = live && !byFiling.includes(act) ? live.lead : filing;
    const actor = this.world.chiefs[chief];
    if (!actor) throw new Error("every office has its chief");
    const chair = pick(this.world.leaders);
    const day = pick(this.world.days);
    const others = this.world.leaders.filter((leader) => leader !== chair && chance(0.25));
    return {
      act,
      meetingId: live?.id ?? this.#random.uuid(),
      later:
        act === "series"
          ? this.world.days
              .filter((each) => each > day)
              .slice(0, 3)
              .map((each) => ({ meetingId: this.#random.uuid(), day: each }))
          : [],
      following: live?.ofSeries === true && chance(0.4),
      officeId: actor.officeId,
      accountId: actor.accountId,
      chief,
      duty: chance(0.7) ? pick(this.world.duties) : null,
      kindKey: pick(this.world.kinds),
      day,
      fromMinute: 450 + 30 * integer(0, 17),
      minutes: 30 * integer(1, 5),
      chair,
      required: others.slice(0, 2),
      optional: others.slice(2, 3),
      roomId: chance(0.7) ? pick(this.world.rooms) : null,
      displaces: chance(0.6),
      overrides: chance(0.5),
    };
  }

  /** What was done is known from now on; a refusal that tells of an ended meeting forgets it. */
  done(attempt: Attempt, leadOfficeId: string | null, made: readonly string[] = madeBy(attempt)): void {
    if (attempt.act === "create" || attempt.act === "series") {
      const lead = this.world.chiefs.findIndex((chief) => chief.officeId === leadOfficeId);
      const ofSeries = attempt.act === "series";
      for (const id of made) {
        const live: Live = { id, ofSeries, filing: attempt.chief, lead, state: "filed" };
        this.#place.set(id, this.#live.push(live) - 1);
      }
      return;
    }
    const place = this.#place.get(attempt.meetingId);
    if (place === undefined) return;
    const live = this.#live[place];
    if (!live) return;
    if (attempt.act === "cancel") this.#forget(place);
    else if (attempt.act === "approve") live.state = "approved";
    else if (attempt.act === "confirm") live.state = "confirmed";
    else if (attempt.act === "edit") live.state = "filed";
    else if (attempt.act === "postpone") live.state = "postponed";
  }

  /** After the server came back: what was on its way when it went may have happened or not. */
  learn(meetings: readonly { id: string; filing: string; lead: string; state: string }[]): void {
    this.#live.length = 0;
    this.#place.clear();
    const indexOf = (officeId: string) => this.world.chiefs.findIndex((chief) => chief.officeId === officeId);
    for (const { id, filing, lead, state } of meetings) {
      const live = {
        id,
        ofSeries: false,
        filing: indexOf(filing),
        lead: indexOf(lead),
        state: state as Live["state"],
      };
      this.#place.set(id, this.#live.push(live) - 1);
    }
  }

  #forget(place: number): void {
    const [gone, last] = [this.#live[place], this.#live.pop()];
    if (gone) this.#place.delete(gone.id);
    if (!last || last === gone) return;
    this.#live[place] = last;
    this.#place.set(last.id, place);
  }
}
