import { isDeepStrictEqual } from "node:util";
import {
  groupsOf,
  type Life,
  type LifeOffice,
  type LifeVersion,
  lifeParties,
  type Move,
  placeInForceOn,
} from "./model";

/** Whether those who signed did so group after group, nobody before the whole group ahead of it. */
function isInOrder(signatures: readonly LifeOffice[], groups: readonly (readonly LifeOffice[])[]): boolean {
  const places = signatures.map((office) => groups.findIndex((together) => together.includes(office)));
  const full = groups.flatMap((together, index) => together.map(() => index)).slice(0, places.length);
  return places.every((place, index) => place === full[index]);
}

function repeats(offices: readonly LifeOffice[]): boolean {
  return new Set(offices).size !== offices.length;
}

function brokenOf(version: LifeVersion): string[] {
  const { state, signatures, organisations, order, inForce } = version;
  const broken: string[] = [];
  if ((state === "signed" || inForce !== null) && signatures.length !== lifeParties.length)
    broken.push("signed without every signature");
  if ((state === "signed") !== (inForce !== null)) broken.push("in force without being signed");
  if (inForce?.until != null && inForce.until < inForce.from) broken.push("a term ends before it begins");
  if (organisations.length > 0 && state !== "signed")
    broken.push("an organisation signed before every person");
  if (repeats(organisations)) broken.push("an organisation signed twice");
  if (repeats(signatures)) broken.push("a party signed twice");
  if (order && !isInOrder(signatures, groupsOf[order])) broken.push("signed out of turn");
  return broken;
}

function brokenSince(old: LifeVersion, now: LifeVersion | undefined): string[] {
  if (old === now) return [];
  if (!now) return ["a version is gone"];
  const broken: string[] = [];
  const reworded = !isDeepStrictEqual(now.text, old.text);
  if (reworded && now.consents.length > 0) broken.push("a consent outlived a change");
  if (old.number !== null && (reworded || now.number !== old.number || now.order !== old.order))
    broken.push("text, number or order changed after the round opened");
  if (now.amends !== old.amends)
    broken.push("an amendment became a whole text, or a whole text an amendment");
  if (["signed", "declined", "withdrawn"].includes(old.state) && now.state !== old.state)
    broken.push(`${old.state} did not stay`);
  if (old.signatures.some((office) => !now.signatures.includes(office))) broken.push("a signature is gone");
  if (old.organisations.some((office) => !now.organisations.includes(office)))
    broken.push("an organisation's signature is gone");
  if (old.inForce && (now.inForce?.from !== old.inForce.from || isLonger(old.inForce, now.inForce)))
    broken.push("a term began otherwise or became longer");
  return broken;
}

type Range = NonNullable<LifeVersion["inForce"]>;

function isLonger({ until }: Range, now: Range): boolean {
  return until !== null && (now.until === null || now.until > until);
}

/** Two texts for one day; an amendment that does not begin where what it amends stops; a term cut by nobody's signature or consent. */
function brokenTerms(before: Life, move: Move, after: Life): string[] {
  const broken: string[] = [];
  const ranges = after.versions.flatMap(({ inForce }) => inForce ?? []);
  const decide = ranges.filter(({ from, until }) => until === null || until > from);
  for (const [index, range] of decide.entries()) {
    const next = decide[index + 1];
    if (next && (range.until === null || range.until > next.from)) broken.push("two in force on one day");
  }
  for (const { amends, inForce } of after.versions) {
    if (amends === null || inForce === null) continue;
    if (after.versions[amends]?.inForce?.until !== inForce.from)
      broken.push("an amendment began while what it amends was not in force");
  }
  const cut = before.versions.some(
    ({ inForce }, index) => inForce && after.versions[index]?.inForce?.until !== inForce.until,
  );
  const signed = (life: Life) => life.versions.filter(({ state }) => state === "signed").length;
  const bySigning = move.act === "sign" && signed(after) > signed(before);
  const agreed = new Set([...(before.ending?.agreed ?? []), ...("office" in move ? [move.office] : [])]);
  const byAll = move.act === "agreeEnding" && lifeParties.every((office) => agreed.has(office));
  if (cut && !bySigning && !byAll) broken.push("a term was cut by neither a signed text nor all parties");
  for (const [index, { inForce }] of after.versions.entries()) {
    if (inForce && !before.versions[index]?.inForce && inForce.from < after.today)
      broken.push("in force before it was signed");
  }
  return broken;
}

/** What decides nothing makes no task and moves none; open tasks keep their rules until the new lead takes them. */
function brokenTasks(before: Life, move: Move, after: Life): string[] {
  const [old, now] = [before.task, after.task];
  if (old === now || isDeepStrictEqual(old, now)) return [];
  const inForce = placeInForceOn(after, after.today);
  if (inForce === null || now === null) return ["a task was made or moved by what decides nothing"];
  const broken: string[] = [];
  if (move.act === "createTask" && now.under !== inForce)
    broken.push("a task was made under another text than the one in force");
  const moved = old !== null && (old.lead !== now.lead || old.under !== now.under);
  if (moved && move.act !== "createTask" && move.act !== "acceptHandover")
    broken.push("a task moved though nobody took it over");
  if (move.act === "acceptHandover" && (old?.said?.state !== "offered" || old.said.under !== inForce))
    broken.push("a task was taken that was not offered under the text in force");
  return broken;
}

/** What must hold after every move, whatever was tried. */
export function brokenPromises(before: Life, move: Move, after: Life): string[] {
  const numbers = after.versions.flatMap(({ number }) => number ?? []);
  const broken = [
    ...(new Set(numbers).size === numbers.length ? [] : ["a number was given twice"]),
    ...after.versions.flatMap(brokenOf),
    ...before.versions.flatMap((old, index) => brokenSince(old, after.versions[index])),
    ...brokenTerms(before, move, after),
    ...brokenTasks(before, move, after),
  ];
  return broken.map((promise) => `${promise}, after ${JSON.stringify(move)}`);
}
