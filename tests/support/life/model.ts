/**
 * The life of an agreement as articles 13 and 14 of the template and NĐ 30/2020 art. 5, 32 tell it, written down without the product: what a
 * party sees happen. Product and database are played against it, act by act.
 */
export const lifeActs = [
  "edit",
  "send",
  "consent",
  "openRound",
  "sign",
  "declineToSign",
  "withdraw",
  "revise",
  "issue",
] as const;
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

/** On the newest version, or on the one before it; `order` counts where a round is opened. */
export type Move = {
  act: LifeAct;
  office: LifeOffice;
  role: LifeRole;
  onOlder: boolean;
  order: LifeOrder;
};

export type LifeVersion = {
  state: "draft" | "negotiating" | "awaiting-signatures" | "signed" | "declined" | "withdrawn";
  /** Counts the changes of the text. */
  text: number;
  consents: readonly LifeOffice[];
  signatures: readonly LifeOffice[];
  /** Whose organisation's signature the file bears. */
  organisations: readonly LifeOffice[];
  number: number | null;
  /** Of its round; null while none was opened. */
  order: LifeOrder | null;
};

export type Life = { versions: readonly LifeVersion[]; lastNumber: number };

const begun: LifeVersion = {
  state: "draft",
  text: 0,
  consents: [],
  signatures: [],
  organisations: [],
  number: null,
  order: null,
};

export const newLife: Life = { versions: [begun], lastNumber: 0 };

export function versionOf(life: Life, onOlder: boolean): LifeVersion | undefined {
  return onOlder ? life.versions.at(-2) : life.versions.at(-1);
}

function isAmong(role: LifeRole, upTo: LifeRole): boolean {
  return lifeRoles.indexOf(role) <= lifeRoles.indexOf(upTo);
}

/** Whether everybody in the groups before has signed. */
function isTurnOf({ order, signatures }: LifeVersion, office: LifeOffice): boolean {
  const group = groupsOf[order ?? "at once"].find(
    (together) => together.includes(office) || together.some((other) => !signatures.includes(other)),
  );
  return group?.includes(office) ?? false;
}

/** What the version is after the act; null when nobody may do that, or not this person, or not now. */
function afterAct(life: Life, version: LifeVersion, { act, office, role, order }: Move): LifeVersion | null {
  if (office === "stranger") return null;
  const contact = office === "contact";
  const { state, consents, signatures } = version;
  switch (act) {
    case "edit": {
      const open = state === "negotiating" || (state === "draft" && contact);
      return open && isAmong(role, "specialist")
        ? { ...version, text: version.text + 1, consents: [] }
        : null;
    }
    case "send":
      return state === "draft" && contact && isAmong(role, "specialist")
        ? { ...version, state: "negotiating" }
        : null;
    case "consent":
      return state === "negotiating" && isAmong(role, "deputy-chief") && !consents.includes(office)
        ? { ...version, consents: [...consents, office] }
        : null;
    case "openRound":
      return state === "negotiating" && contact && isAmong(role, "deputy-chief") && consents.length === 3
        ? { ...version, state: "awaiting-signatures", number: life.lastNumber + 1, order }
        : null;
    case "sign": {
      if (state !== "awaiting-signatures" || role !== "chief" || signatures.includes(office)) return null;
      if (!isTurnOf(version, office)) return null;
      const signed = [...signatures, office];
      return { ...version, signatures: signed, state: signed.length === 3 ? "signed" : state };
    }
    case "declineToSign":
      return state === "awaiting-signatures" && role === "chief" && !signatures.includes(office)
        ? { ...version, state: "declined" }
        : null;
    case "withdraw":
      return ["draft", "negotiating", "awaiting-signatures"].includes(state) &&
        contact &&
        isAmong(role, "deputy-chief")
        ? { ...version, state: "withdrawn" }
        : null;
    case "revise":
      return ["signed", "declined", "withdrawn"].includes(state) && isAmong(role, "department-head")
        ? { ...begun, state: "negotiating", text: version.text }
        : null;
    case "issue":
      return state === "signed" && role === "records-clerk" && !version.organisations.includes(office)
        ? { ...version, organisations: [...version.organisations, office] }
        : null;
  }
}

/** The life in which a version became another, or was followed by one. */
export function lifeWith(life: Life, { act, onOlder }: Move, after: LifeVersion): Life {
  const versions =
    act === "revise" ? [...life.versions, after] : life.versions.with(onOlder ? -2 : -1, after);
  return { versions, lastNumber: Math.max(life.lastNumber, after.number ?? 0) };
}

/** The life after the move; null when the move is refused. */
export function afterMove(life: Life, move: Move): Life | null {
  const version = versionOf(life, move.onOlder);
  if (!version) return null;
  // Only the newest version goes on; the older one has ended and is not revised again. What was signed is issued even then.
  if (move.onOlder && move.act !== "issue") return null;
  const after = afterAct(life, version, move);
  return after && lifeWith(life, move, after);
}

/** Every move that is not refused now. */
export function possibleMoves(life: Life, order: LifeOrder): Move[] {
  return lifeActs.flatMap((act) =>
    lifeParties.flatMap((office) =>
      lifeRoles
        .map((role) => ({ act, office, role, onOlder: false, order }))
        .filter((move) => afterMove(life, move) !== null),
    ),
  );
}

/** Whether those who signed did so group after group, nobody before the whole group ahead of it. */
function isInOrder(signatures: readonly LifeOffice[], groups: readonly (readonly LifeOffice[])[]): boolean {
  const places = signatures.map((office) => groups.findIndex((together) => together.includes(office)));
  const full = groups.flatMap((together, index) => together.map(() => index)).slice(0, places.length);
  return places.every((place, index) => place === full[index]);
}

/** What must hold after every move, whatever was tried. */
export function brokenPromises(before: Life, move: Move, after: Life): string[] {
  const broken: string[] = [];
  const numbers = after.versions.flatMap(({ number }) => number ?? []);
  if (new Set(numbers).size !== numbers.length) broken.push("a number was given twice");
  for (const version of after.versions) {
    if (version.state === "signed" && version.signatures.length !== lifeParties.length)
      broken.push("signed without every signature");
    if (version.organisations.length > 0 && version.state !== "signed")
      broken.push("an organisation signed before every person");
    if (new Set(version.organisations).size !== version.organisations.length)
      broken.push("an organisation signed twice");
    if (new Set(version.signatures).size !== version.signatures.length) broken.push("a party signed twice");
    if (version.order && !isInOrder(version.signatures, groupsOf[version.order]))
      broken.push("signed out of turn");
  }
  before.versions.forEach((old, index) => {
    const now = after.versions[index];
    if (!now) {
      broken.push("a version is gone");
      return;
    }
    if (now.text !== old.text && now.consents.length > 0) broken.push("a consent outlived a change");
    if (
      old.number !== null &&
      (now.text !== old.text || now.number !== old.number || now.order !== old.order)
    )
      broken.push("text, number or order changed after the round opened");
    if (["signed", "declined", "withdrawn"].includes(old.state) && now.state !== old.state)
      broken.push(`${old.state} did not stay`);
    if (old.signatures.some((office) => !now.signatures.includes(office))) broken.push("a signature is gone");
    if (old.organisations.some((office) => !now.organisations.includes(office)))
      broken.push("an organisation's signature is gone");
  });
  return broken.map((promise) => `${promise}, after ${JSON.stringify(move)}`);
}
