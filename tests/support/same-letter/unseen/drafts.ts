import type { Random } from "@/bench/lib/random";
import { landMatters, type Template } from "./matters-land";
import { lifeMatters } from "./matters-life";
import { workMatters } from "./matters-work";
import { loose } from "./noise";
import { drawPerson, type Person } from "./people";
import { additions, closings, fillers, headings, introductions, recipients } from "./phrases";
import { type AddressManner, address, drawAddressManner, type Place } from "./places";
import { drawManner, drawValue, type Manner, type Value, written } from "./values";

export type Written = {
  fullName: string;
  address: string;
  phone: string;
  idNumber: string;
  subject: string;
  content: string;
};

/** One matter with its facts: those of the case and those of the household. */
export type Matter = {
  template: Template;
  facts: { c: Map<string, Value>; o: Map<string, Value> };
  place: Place;
};
export type Register = "formal" | "angry" | "text";
/** A passage and which of its wordings stands in the letter. `told` passages carry the facts. */
export type Passage = {
  part: "told" | "asks" | "filler" | "reminder";
  says: readonly string[];
  wording: number;
};

/** A letter before it is written out: everything that kinds of sameness change one by one. */
export type Draft = {
  writer: Person;
  matter: Matter;
  register: Register;
  subject: string;
  recipient: string;
  heading: string;
  introduction: string;
  passages: Passage[];
  closing: string;
  manner: Manner;
  addressManner: AddressManner;
  joined: boolean;
};

export const templates: readonly Template[] = [...landMatters, ...lifeMatters, ...workMatters];

export function newMatter(template: Template, place: Place): Matter {
  return { template, facts: { c: new Map(), o: new Map() }, place };
}

/** The same case as another household lives it. */
export function sameCase(matter: Matter, place = matter.place): Matter {
  return { template: matter.template, facts: { c: matter.facts.c, o: new Map() }, place };
}

function fact(random: Random, matter: Matter, slot: string): Value {
  const facts = slot.startsWith("c.") ? matter.facts.c : matter.facts.o;
  const known = facts.get(slot);
  if (known !== undefined) return known;
  const drawn = drawValue(random, slot, matter.place);
  facts.set(slot, drawn);
  return drawn;
}

const capital = (text: string) =>
  text.replace(/^(\s*)(\p{Ll})/u, (_all, space, letter) => `${space}${letter.toUpperCase()}`);

export function fill(
  random: Random,
  text: string,
  draft: Pick<Draft, "writer" | "matter" | "manner" | "addressManner">,
): string {
  const { writer, matter, manner } = draft;
  const around: Record<string, string> = {
    name: writer.name,
    born: `${writer.born}`,
    age: `${2026 - writer.born}`,
    id: writer.idNumber,
    phone: writer.phone,
    hamlet: writer.place.hamlet,
    wedded: writer.woman ? "chồng" : "vợ",
    address: address(writer.place, writer.house, draft.addressManner),
  };
  const filled = text.replace(
    /\{([a-z.]+)\}/g,
    (_all, slot: string) => around[slot] ?? written(fact(random, matter, slot), manner),
  );
  const place = matter.place;
  return capital(manner.oldNames ? filled.replaceAll(place.commune, place.oldCommune) : filled);
}

/** The facts a draft tells, by slot, as far as its passages name them. */
export function factsTold(draft: Draft): Map<string, string> {
  const plain: Manner = { money: 0, date: 0, area: 0, lot: 0, decision: 0, oldNames: false };
  const found = new Map<string, string>();
  for (const passage of draft.passages) {
    for (const [, slot = ""] of (passage.says[passage.wording] ?? "").matchAll(/\{([co]\.[a-z]+)\}/g)) {
      const value = (slot.startsWith("c.") ? draft.matter.facts.c : draft.matter.facts.o).get(slot);
      if (value !== undefined) found.set(slot, written(value, plain));
    }
  }
  return found;
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.integer(0, at);
    const kept = mixed[at] as T;
    mixed[at] = mixed[other] as T;
    mixed[other] = kept;
  }
  return mixed;
}

function wording(random: Random, says: readonly string[], register: Register): number {
  if (says.length < 2) return 0;
  const formal = register === "formal" ? 0.85 : 0.15;
  return random.chance(formal) ? 0 : random.integer(1, says.length - 1);
}

export function drawFillers(random: Random, count: number, register: Register): Passage[] {
  return shuffled(random, fillers)
    .slice(0, count)
    .map((says) => ({ part: "filler", says, wording: wording(random, says, register) }));
}

export type Wish = {
  writer?: Person;
  template?: Template;
  matter?: Matter;
  register?: Register;
  full?: boolean;
};

export function drawDraft(random: Random, wish: Wish = {}): Draft {
  const writer = wish.writer ?? drawPerson(random);
  const matter = wish.matter ?? newMatter(wish.template ?? random.pick(templates), writer.place);
  const drawn = random.next();
  const register = wish.register ?? (drawn < 0.55 ? "formal" : drawn < 0.85 ? "angry" : "text");
  const { told, asks } = matter.template;
  const least = register === "text" ? 2 : 3;
  const kept =
    wish.full || random.chance(0.55)
      ? told.length
      : random.integer(Math.min(least, told.length), told.length);
  const dropped = new Set(
    shuffled(random, told.map((_says, at) => at).slice(1)).slice(0, told.length - kept),
  );
  const passages: Passage[] = told
    .filter((_says, at) => !dropped.has(at))
    .map((says) => ({ part: "told", says, wording: wording(random, says, register) }));
  const most = register === "text" ? 0 : register === "angry" ? 5 : 9;
  for (const filler of drawFillers(random, random.integer(0, most), register)) {
    passages.splice(random.integer(1, passages.length), 0, filler);
  }
  if (register === "formal" && random.chance(0.25)) {
    for (const text of shuffled(random, additions).slice(0, random.integer(2, 5))) {
      passages.splice(random.integer(1, passages.length), 0, { part: "filler", says: [text], wording: 0 });
    }
  }
  for (const says of asks) {
    if (register !== "text" || random.chance(0.6))
      passages.push({ part: "asks", says, wording: wording(random, says, register) });
  }
  return {
    writer,
    matter,
    register,
    subject: random.chance(register === "text" ? 0.4 : 0.9) ? random.pick(matter.template.subject) : "",
    recipient: register === "formal" || random.chance(0.3) ? random.pick(recipients) : "",
    heading: register === "formal" && random.chance(0.35) ? random.pick(headings) : "",
    introduction: random.pick(introductions[register]),
    passages,
    closing: random.pick(closings[register]),
    manner: drawManner(random),
    addressManner: drawAddressManner(random),
    joined: random.chance(0.4),
  };
}

/** The letter as a clerk would have typed it from a clean sheet. */
export function writeOut(random: Random, draft: Draft): Written {
  const paragraphs = draft.passages.map((passage) =>
    fill(random, passage.says[passage.wording] ?? "", draft),
  );
  const body = draft.joined ? paragraphs.join(" ") : paragraphs.join("\n");
  const content = [
    draft.heading,
    draft.recipient,
    fill(random, draft.introduction, draft),
    body,
    fill(random, draft.closing, draft),
  ]
    .filter((part) => part !== "")
    .join("\n");
  return {
    fullName: draft.writer.name,
    address: address(draft.writer.place, draft.writer.house, draft.addressManner),
    phone: draft.writer.phone,
    idNumber: draft.writer.idNumber,
    subject: fill(random, draft.subject, draft),
    content: draft.register === "text" ? loose(random, content) : content,
  };
}
