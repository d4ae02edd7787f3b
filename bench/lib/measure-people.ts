import { type PageForm, sendForm } from "./page-form";
import { type Random, randomFrom } from "./random";
import type { Visitor } from "./visitor";

export type Kind = "reading" | "form" | "write";

export type Person = {
  visitor: Visitor;
  /** Lists and single items this person may read. */
  readings: readonly string[];
  forms: readonly string[];
  /** Null for who may give nobody a task. */
  write: PageForm | null;
};

type Asked = { at: number; person: number; kind: Kind };

export type PeopleFigures = {
  /** Milliseconds from when somebody wanted an answer, not from when the machine came to ask for it. */
  milliseconds: Record<Kind, number[]>;
  faults: number;
  firstFault: string | null;
  perSecond: number;
};

const seed = 11;
// DESIGN 9: 70 % lists and reading, 20 % forms, 10 % writes.
const shares = { reading: 0.7, form: 0.2 };

function kindOf(random: Random): Kind {
  const drawn = random.next();
  if (drawn < shares.reading) return "reading";
  return drawn < shares.reading + shares.form ? "form" : "write";
}

/** Who asks what and when: each waits for as long as people think, whatever the answers before took. */
function schedule(random: Random, people: number, thinkMs: number, untilMs: number): Asked[] {
  const asked: Asked[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(1 - random.next()) * thinkMs) / people;
    if (at >= untilMs) return asked;
    asked.push({ at, person: random.integer(0, people - 1), kind: kindOf(random) });
  }
}

async function write(person: Person, number: number): Promise<void> {
  if (!person.write) throw new Error("this person writes nothing");
  await sendForm(person.visitor, person.write, { title: `Nhiệm vụ của phép đo, số ${number}` });
}

/** Open loop: nobody waits for an answer of another, and a late answer counts from when it was wanted. */
export async function measurePeople(
  people: readonly Person[],
  times: { thinkMs: number; warmMs: number; countedMs: number },
): Promise<PeopleFigures> {
  const random = randomFrom(seed);
  const writers = people.filter((person) => person.write !== null);
  const until = times.warmMs + times.countedMs;
  const figures: PeopleFigures = {
    milliseconds: { reading: [], form: [], write: [] },
    faults: 0,
    firstFault: null,
    perSecond: 0,
  };
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (const [index, { at, person, kind }] of schedule(
    random,
    people.length,
    times.thinkMs,
    until,
  ).entries()) {
    const asker = kind === "write" ? writers[person % writers.length] : people[person];
    if (!asker) throw new Error("nobody asks");
    const path = random.pick(kind === "form" ? asker.forms : asker.readings);
    const wanted = began + at;
    const wait = wanted - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const ask = async () => {
      try {
        await (kind === "write" ? write(asker, index) : asker.visitor.fetch(path));
        if (at >= times.warmMs) figures.milliseconds[kind].push(performance.now() - wanted);
      } catch (error) {
        figures.faults += 1;
        figures.firstFault ??= String(error);
      }
    };
    running.push(ask());
  }
  await Promise.all(running);
  const answered = Object.values(figures.milliseconds).flat().length;
  figures.perSecond = (answered / (performance.now() - began - times.warmMs)) * 1000;
  return figures;
}
