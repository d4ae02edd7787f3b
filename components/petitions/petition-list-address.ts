import {
  type PetitionFilter,
  petitionChannels,
  petitionClasses,
  petitionKinds,
  storedPetitionStates,
} from "@/lib/petitions/types";
import { type Day, parseTypedDay } from "@/lib/platform/dates/days";
import { type Period, periodOf } from "@/lib/platform/dates/periods";

/** What the list's address says: a month, quarter or year, or days of one's own choice, and what stands in the columns. */
export type PetitionAddress = PetitionFilter & {
  span: "month" | "quarter" | "year" | "free";
  after: string | undefined;
  /** Words looked for in the whole register. */
  words: string;
};

export type PetitionQuery = Partial<
  Record<
    | "span"
    | "at"
    | "from"
    | "until"
    | "kind"
    | "body"
    | "office"
    | "channel"
    | "class"
    | "state"
    | "handler"
    | "after"
    | "q",
    string
  >
>;

function known<Value extends string>(values: readonly Value[], text: string | undefined): Value | null {
  return values.find((value) => value === text) ?? null;
}

/** An id as an address carries it; null for anything else. */
export function knownId(text: string | undefined): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? "") ? (text ?? null) : null;
}

function periodIn(
  query: PetitionQuery,
  today: Day,
): Pick<Period, "from" | "until"> & { span: PetitionAddress["span"] } {
  const span = known(["month", "quarter", "year", "free"] as const, query.span) ?? "year";
  const day = (text: string | undefined) => parseTypedDay(text ?? "", today);
  if (span !== "free") return { ...periodOf(span, day(query.at) ?? today), span };
  const [from, until] = [day(query.from) ?? `${today.slice(0, 4)}-01-01`, day(query.until) ?? today];
  return from <= until ? { span, from, until } : { span, from: until, until: from };
}

/** Reads a list's address; a word it does not know is as if it were left out. */
export function petitionAddress(query: PetitionQuery, today: Day): PetitionAddress {
  const { span, from, until } = periodIn(query, today);
  return {
    span,
    from,
    until,
    kind: known(petitionKinds, query.kind),
    bodyId: knownId(query.body),
    officeId: knownId(query.office),
    channel: known(petitionChannels, query.channel),
    class: known([...petitionClasses, "none"] as const, query.class),
    state: known([...storedPetitionStates, "open"] as const, query.state),
    handler: query.handler === "mine" ? "mine" : knownId(query.handler),
    after: query.after,
    words: (query.q ?? "").trim().slice(0, 200),
  };
}

/** The address of a list, which can be sent to a colleague; what stands by itself is left out. */
export function petitionListAddress(base: string, address: PetitionAddress): string {
  return `${base}?${petitionListQuery(address)}`;
}

/** The part of such an address after the question mark, for the other pages of the same choice. */
export function petitionListQuery(address: PetitionAddress): string {
  const query = new URLSearchParams({ span: address.span });
  const named = {
    ...(address.span === "free" ? { from: address.from, until: address.until } : { at: address.from }),
    kind: address.kind,
    body: address.bodyId,
    office: address.officeId,
    channel: address.channel,
    class: address.class,
    state: address.state,
    handler: address.handler,
    after: address.after ?? null,
  };
  for (const [name, value] of Object.entries(named)) if (value) query.set(name, value);
  return query.toString();
}
