/**
 * The life of an agreement as articles 13 and 14 of the template and NĐ 30/2020 art. 5, 32 tell it, written down without the product: what a
 * party sees happen, from the draft to the day on which it decides nothing any more. Product and database are played against it, act by act.
 */
export const changingActs = [
  "edit",
  "giveLead",
  "setTerm",
  "send",
  "consent",
  "openRound",
  "sign",
  "declineToSign",
  "withdraw",
  "issue",
] as const;
export const followingActs = ["revise", "amend", "renew"] as const;
export const endingActs = ["proposeEnding", "agreeEnding", "refuseEnding", "withdrawEnding"] as const;
export const handoverActs = ["offerHandover", "keepTask", "acceptHandover", "declineHandover"] as const;
const taskActs = ["createTask", ...handoverActs] as const;
export const lifeActs = [...changingActs, ...followingActs, ...endingActs, ...taskActs] as const;
export type LifeAct = (typeof lifeActs)[number];

export const lifeRoles = ["chief", "deputy-chief", "department-head", "specialist", "records-clerk"] as const;
export type LifeRole = (typeof lifeRoles)[number];

/** The contact office, two more parties, and an office that is none. */
export const lifeOffices = ["contact", "second", "third", "stranger"] as const;
export type LifeOffice = (typeof lifeOffices)[number];
export const lifeParties: readonly LifeOffice[] = ["contact", "second", "third"];

/** The order in which the parties sign, as it may be chosen when a round is opened. */
export const lifeOrders = ["at once", "one by one", "contact last", "contact first"] as const;
export type LifeOrder = (typeof lifeOrders)[number];

/** Who signs together, group after group (article 13 clause 4). */
export const groupsOf: Readonly<Record<LifeOrder, readonly (readonly LifeOffice[])[]>> = {
  "at once": [["contact", "second", "third"]],
  "one by one": [["third"], ["contact"], ["second"]],
  "contact last": [["second", "third"], ["contact"]],
  "contact first": [["contact"], ["second", "third"]],
};

/** What an act needs beside who does it: the order of a round, who is to lead, days from today; each counts where it is asked for. */
export type Details = { order: LifeOrder; lead: LifeOffice; from: number | null; until: number | null };

/** By a person on the newest version, or on the one before it; or days that go by. */
export type Act<A extends LifeAct = LifeAct> = {
  act: A;
  office: LifeOffice;
  role: LifeRole;
  onOlder: boolean;
  details: Details;
};
export type Move = Act | { act: "wait"; days: number };

export function isAct<A extends LifeAct>(acts: readonly A[], move: Act): move is Act & Act<A> {
  return acts.some((act) => act === move.act);
}

/** What the parties agree to and sign: which edit wrote the words, who leads the duty that moves, and the term; days count from the first. */
export type LifeText = { words: number; lead: LifeOffice; from: number | null; until: number | null };

export type LifeVersion = {
  state: "draft" | "negotiating" | "awaiting-signatures" | "signed" | "declined" | "withdrawn";
  text: LifeText;
  /** Place of the version whose text it amends; null for a whole text. */
  amends: number | null;
  consents: readonly LifeOffice[];
  signatures: readonly LifeOffice[];
  /** Whose organisation's signature the file bears. */
  organisations: readonly LifeOffice[];
  number: number | null;
  /** Of its round; null while none was opened. */
  order: LifeOrder | null;
  /** From when it decides, once signed, and the first day on which it does no more. */
  inForce: { from: number; until: number | null } | null;
};

export type LifeTask = {
  lead: LifeOffice;
  /** Place of the version under whose rules it is. */
  under: number;
  /** What was said last of handing it over, and under which version. */
  said: { state: "offered" | "kept" | "declined"; under: number } | null;
};

export type Life = {
  versions: readonly LifeVersion[];
  lastNumber: number;
  /** How often the words were written. */
  edits: number;
  today: number;
  /** Proposed, and not answered otherwise yet. */
  ending: { endsOn: number; by: LifeOffice; agreed: readonly LifeOffice[] } | null;
  /** The day all agreed on, until a text is signed after it. */
  endsOn: number | null;
  /** The one made last. */
  task: LifeTask | null;
};

const begun: LifeVersion = {
  state: "draft",
  text: { words: 0, lead: "contact", from: null, until: null },
  amends: null,
  consents: [],
  signatures: [],
  organisations: [],
  number: null,
  order: null,
  inForce: null,
};

export const newLife: Life = {
  versions: [begun],
  lastNumber: 0,
  edits: 0,
  today: 0,
  ending: null,
  endsOn: null,
  task: null,
};

export function versionOf(life: Life, onOlder: boolean): LifeVersion | undefined {
  return onOlder ? life.versions.at(-2) : life.versions.at(-1);
}

/** Which text decides on a day; null when none does. */
export function placeInForceOn(life: Life, day: number): number | null {
  const place = life.versions.findIndex(
    ({ inForce }) =>
      inForce !== null && inForce.from <= day && (inForce.until === null || day < inForce.until),
  );
  return place === -1 ? null : place;
}

const deciding = ["chief", "deputy-chief", "department-head"] as const;
const working = [...deciding, "specialist"] as const;

/** Who inside an office may do what is the office's to do. */
const rolesOf: Readonly<Record<LifeAct, readonly LifeRole[]>> = {
  edit: working,
  giveLead: working,
  setTerm: working,
  send: working,
  consent: ["chief", "deputy-chief"],
  openRound: ["chief", "deputy-chief"],
  sign: ["chief"],
  declineToSign: ["chief"],
  withdraw: ["chief", "deputy-chief"],
  revise: deciding,
  amend: deciding,
  renew: deciding,
  issue: ["records-clerk"],
  proposeEnding: ["chief"],
  agreeEnding: ["chief"],
  refuseEnding: ["chief"],
  withdrawEnding: ["chief"],
  createTask: lifeRoles,
  offerHandover: ["chief"],
  keepTask: ["chief"],
  acceptHandover: ["chief"],
  declineHandover: ["chief"],
};

/** Whether everybody in the groups before has signed. */
function isTurnOf({ order, signatures }: LifeVersion, office: LifeOffice): boolean {
  const group = groupsOf[order ?? "at once"].find(
    (together) => together.includes(office) || together.some((other) => !signatures.includes(other)),
  );
  return group?.includes(office) ?? false;
}

type Signed = LifeVersion & { inForce: NonNullable<LifeVersion["inForce"]> };

/** The text that was signed last. */
function newestSigned(life: Life): Signed | undefined {
  return life.versions.findLast((version): version is Signed => version.inForce !== null);
}

function isOver(until: number | null, day: number): boolean {
  return until !== null && until <= day;
}

/** What is signed today decides from today, or from the later day it names. */
function firstDay({ from }: LifeText, today: number): number {
  return Math.max(from ?? today, today);
}

/** A text that would never decide a day; or an amendment that would begin when what it amends has run out, or is to end. */
function cannotBeSigned(life: Life, { text, amends }: LifeVersion): boolean {
  const from = firstDay(text, life.today);
  if (isOver(text.until, from)) return true;
  return amends !== null && isOver(newestSigned(life)?.inForce.until ?? null, from);
}

function wordedAnew(version: LifeVersion, text: Partial<LifeText>): LifeVersion {
  return { ...version, text: { ...version.text, ...text }, consents: [] };
}

/** Days a text may name: in order, none before a signed text that is yet to come, and an amendment within what it amends. */
function isTermLawful(life: Life, version: LifeVersion, from: number | null, until: number | null): boolean {
  if (from !== null && until !== null && until <= from) return false;
  const signed = newestSigned(life)?.inForce;
  if (!signed) return true;
  if (signed.from > life.today && (from ?? life.today) < signed.from) return false;
  return version.amends === null || signed.until === null || from === null || from < signed.until;
}

/** An amendment that says what the text says already is no text to agree to. */
function saysNothing(life: Life, { text, amends }: LifeVersion): boolean {
  const base = amends === null ? undefined : life.versions[amends]?.text;
  return (
    base !== undefined && base.words === text.words && base.lead === text.lead && base.until === text.until
  );
}

function isContent(act: LifeAct): boolean {
  return act === "edit" || act === "giveLead" || act === "setTerm";
}

/** What the version is after the act; null when this office may not do it, or not now. */
function changedVersion(
  life: Life,
  version: LifeVersion,
  { act, office, details }: Act<(typeof changingActs)[number]>,
): LifeVersion | null {
  const contact = office === "contact";
  const { state, consents, signatures } = version;
  if (isContent(act) && state !== "negotiating" && !(state === "draft" && contact)) return null;
  const day = (offset: number | null) => (offset === null ? null : life.today + offset);
  switch (act) {
    case "edit":
      return wordedAnew(version, { words: life.edits + 1 });
    case "giveLead":
      return wordedAnew(version, { lead: details.lead });
    case "setTerm": {
      const [from, until] = [day(details.from), day(details.until)];
      return isTermLawful(life, version, from, until) ? wordedAnew(version, { from, until }) : null;
    }
    case "send":
      return state === "draft" && contact ? { ...version, state: "negotiating" } : null;
    case "consent":
      return state === "negotiating" && !consents.includes(office) && !saysNothing(life, version)
        ? { ...version, consents: [...consents, office] }
        : null;
    case "openRound": {
      if (state !== "negotiating" || !contact || consents.length !== 3) return null;
      // An end all agreed on is undone by a whole text only.
      if (cannotBeSigned(life, version) || (version.amends !== null && life.endsOn !== null)) return null;
      return { ...version, state: "awaiting-signatures", number: life.lastNumber + 1, order: details.order };
    }
    case "sign": {
      if (state !== "awaiting-signatures" || signatures.includes(office)) return null;
      if (!isTurnOf(version, office) || cannotBeSigned(life, version)) return null;
      const signed = { ...version, signatures: [...signatures, office] };
      if (signed.signatures.length < lifeParties.length) return signed;
      const from = firstDay(version.text, life.today);
      return { ...signed, state: "signed", inForce: { from, until: version.text.until } };
    }
    case "declineToSign":
      return state === "awaiting-signatures" && !signatures.includes(office)
        ? { ...version, state: "declined" }
        : null;
    case "withdraw":
      return contact && ["draft", "negotiating", "awaiting-signatures"].includes(state)
        ? { ...version, state: "withdrawn" }
        : null;
    case "issue":
      return state === "signed" && !version.organisations.includes(office)
        ? { ...version, organisations: [...version.organisations, office] }
        : null;
  }
}

/** The version that follows the newest one; null where none may follow it so. */
function followingVersion(
  life: Life,
  version: LifeVersion,
  { act, details }: Act<(typeof followingActs)[number]>,
): LifeVersion | null {
  const { state, text, inForce } = version;
  const next = { ...begun, state: "negotiating", text } as const;
  const signed = newestSigned(life)?.inForce;
  switch (act) {
    case "revise": {
      if (!["signed", "declined", "withdrawn"].includes(state)) return null;
      // A version that ended goes on as what it was; of what has run out or is to end, only as a whole text.
      const goesOn = state !== "signed" && life.endsOn === null && !isOver(signed?.until ?? null, life.today);
      return { ...next, amends: goesOn ? version.amends : null };
    }
    case "amend": {
      if (inForce === null || life.endsOn !== null || isOver(inForce.until, life.today)) return null;
      const from = inForce.from > life.today ? inForce.from : null;
      return { ...next, amends: life.versions.length - 1, text: { ...text, from } };
    }
    case "renew": {
      if (inForce === null || inForce.until === null) return null;
      const until = details.until === null ? null : life.today + details.until;
      if (until !== null && (until <= life.today || until <= inForce.until)) return null;
      return {
        ...next,
        text: { ...text, from: isOver(inForce.until, life.today) ? null : inForce.until, until },
      };
    }
  }
}

/** A day on which what is signed would be cut short, with no paper under signature that says otherwise. */
function mayEndOn(life: Life, endsOn: number): boolean {
  const inForce = newestSigned(life)?.inForce;
  if (!inForce || endsOn <= life.today || endsOn <= inForce.from || isOver(inForce.until, endsOn))
    return false;
  return life.versions.every(({ state }) => state !== "awaiting-signatures");
}

/** All signed texts decide until the day at most; one that would begin later decides never. */
function cutAt(versions: readonly LifeVersion[], day: number): LifeVersion[] {
  return versions.map((version) => {
    const { inForce } = version;
    if (inForce === null) return version;
    const until = Math.max(inForce.from, day);
    return inForce.until === null || inForce.until > until
      ? { ...version, inForce: { ...inForce, until } }
      : version;
  });
}

/** All parties end it together, none alone; who proposed takes back, another refuses. */
function afterEndingAct(life: Life, { act, office, details }: Act<(typeof endingActs)[number]>): Life | null {
  const open = life.ending !== null && life.ending.endsOn > life.today ? life.ending : null;
  if (act === "proposeEnding") {
    const endsOn = life.today + (details.until ?? 0);
    if (open || !mayEndOn(life, endsOn)) return null;
    return { ...life, ending: { endsOn, by: office, agreed: [office] } };
  }
  if (!open || (act === "withdrawEnding") !== (open.by === office)) return null;
  if (act !== "agreeEnding") return { ...life, ending: null };
  if (open.agreed.includes(office)) return null;
  const agreed = [...open.agreed, office];
  if (agreed.length < lifeParties.length) return { ...life, ending: { ...open, agreed } };
  if (!mayEndOn(life, open.endsOn)) return null;
  return { ...life, ending: null, endsOn: open.endsOn, versions: cutAt(life.versions, open.endsOn) };
}

/** Open items keep their rules: nothing of a task moves until the old lead gives it and the new one takes it. */
function afterTaskAct(life: Life, { act, office, onOlder }: Act<(typeof taskActs)[number]>): Life | null {
  const now = placeInForceOn(life, life.today);
  const lead = now === null ? undefined : life.versions[now]?.text.lead;
  if (now === null || lead === undefined) return null;
  if (act === "createTask") {
    const asked = life.versions.length - (onOlder ? 2 : 1);
    return asked === now ? { ...life, task: { lead, under: now, said: null } } : null;
  }
  const { task } = life;
  if (!task || task.under === now || task.lead === lead) return null;
  const said = task.said?.under === now ? task.said.state : "undecided";
  const speaks = act === "offerHandover" || act === "keepTask" ? task.lead : lead;
  if (office !== speaks) return null;
  const say = (state: "offered" | "kept" | "declined") => ({
    ...life,
    task: { ...task, said: { state, under: now } },
  });
  switch (act) {
    case "offerHandover":
      return said === "offered" ? null : say("offered");
    case "keepTask":
      return said === "kept" ? null : say("kept");
    case "acceptHandover":
      return said === "offered" ? { ...life, task: { lead, under: now, said: null } } : null;
    case "declineHandover":
      return said === "offered" ? say("declined") : null;
  }
}

/** A version became another: the last signature puts it in force and cuts what was in force before. */
function lifeWith(life: Life, { act }: Act, place: number, after: LifeVersion): Life {
  const begins = act === "sign" ? after.inForce : null;
  const versions = begins ? cutAt(life.versions, begins.from) : life.versions;
  return {
    ...life,
    versions: versions.with(place, after),
    lastNumber: Math.max(life.lastNumber, after.number ?? 0),
    edits: Math.max(life.edits, after.text.words),
    endsOn: begins ? null : life.endsOn,
  };
}

/** The life after the move; null when the move is refused. */
export function afterMove(life: Life, move: Move): Life | null {
  if (move.act === "wait") return { ...life, today: life.today + move.days };
  const { act, office, role, onOlder } = move;
  if (office === "stranger" || !rolesOf[act].includes(role)) return null;
  if (isAct(endingActs, move)) return afterEndingAct(life, move);
  if (isAct(taskActs, move)) return afterTaskAct(life, move);
  const version = versionOf(life, onOlder);
  // Only the newest version goes on; the older one has ended and is not revised again. What was signed is issued even then.
  if (!version || (onOlder && act !== "issue")) return null;
  if (isAct(followingActs, move)) {
    const next = followingVersion(life, version, move);
    return next && { ...life, versions: [...life.versions, next] };
  }
  if (!isAct(changingActs, move)) return null;
  const after = changedVersion(life, version, move);
  return after && lifeWith(life, move, life.versions.indexOf(version), after);
}

/** Every move of a person on the newest version that is not refused now. */
export function possibleMoves(life: Life, details: Details): Act[] {
  return lifeActs.flatMap((act) =>
    lifeParties.flatMap((office) => {
      const moves = rolesOf[act].map((role) => ({ act, office, role, onOlder: false, details }));
      // Which role of those it is does not matter for whether the act is possible.
      return moves[0] && afterMove(life, moves[0]) ? moves : [];
    }),
  );
}
