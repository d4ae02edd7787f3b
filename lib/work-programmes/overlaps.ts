import { overlapping, type Precision, type Span, sharesMonth } from "./periods";

/** One item as it is compared: one that was not carried further down, for what it became there speaks for it. */
export type ComparedItem = Span & {
  itemId: string;
  programmeId: string;
  /** The office that keeps the programme. */
  officeId: string;
  title: string;
  precision: Precision;
  /** Whoever holds the responsible leader's post today. */
  leaderPersonId: string | null;
};

export type BusyMeeting = {
  itemId: string;
  busyOf: "leader" | "body";
  startsAt: Date;
  endsAt: Date;
  /** Null where the reader may not read it. */
  meetingId: string | null;
};

export type OverlapKind = "leader" | "title" | "meeting";

/** Two items, or an item and a meeting. Of two items the smaller id comes first, so that one overlap has one name. */
export type Overlap = {
  kind: OverlapKind;
  itemId: string;
  otherItemId: string | null;
  meeting: BusyMeeting | null;
  /** What overlaps, as it is now: it is another overlap when one of these changes. */
  basis: string;
};

// Words that say what kind of paper it is and when, not what it is about.
const smallWords = new Set(
  [
    "va ve viec cua cac nhung tai tren cho trong theo voi den tu",
    "nam quy thang ngay tinh bao cao to trinh de an du thao ke hoach",
  ].flatMap((line) => line.split(" ")),
);

/** What a title is about: its words without marks, capitals and small words; numbers but years apart. */
export function wordsOf(title: string): { words: ReadonlySet<string>; numbers: string } {
  const all = title
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const numbers = all.filter((word) => /^\d+$/.test(word) && !/^20\d\d$/.test(word)).toSorted();
  return {
    words: new Set(all.filter((word) => !/^\d+$/.test(word) && !smallWords.has(word))),
    numbers: numbers.join(" "),
  };
}

/** Two titles say the same when four fifths of their words are common and their numbers are the same. */
export function sameTitle(one: ReturnType<typeof wordsOf>, other: ReturnType<typeof wordsOf>): boolean {
  if (one.numbers !== other.numbers || one.words.size === 0 || other.words.size === 0) return false;
  const common = [...one.words].filter((word) => other.words.has(word)).length;
  return common * 5 >= (one.words.size + other.words.size - common) * 4;
}

const daysOf = ({ startsOn, endsOn }: Span) => `${startsOn}/${endsOn}`;

/**
 * What overlaps, among items of the tenant and with its calendar (docs/decisions/0050-what-overlaps.md): the same leader on
 * the same days in programmes of two offices; the same title in the same month in programmes of two offices; days on which
 * the item's leader or body has another confirmed meeting.
 */
export function findOverlaps(items: readonly ComparedItem[], busy: readonly BusyMeeting[]): Overlap[] {
  const compared = items
    .toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1))
    .map((item) => ({ ...item, said: wordsOf(item.title) }));
  const pairs = compared.flatMap((one, index) =>
    compared.slice(index + 1).flatMap((other): Overlap[] => {
      if (one.officeId === other.officeId) return [];
      const both = { itemId: one.itemId, otherItemId: other.itemId, meeting: null };
      const found: Overlap[] = [];
      const leader = one.leaderPersonId;
      if (
        leader !== null &&
        leader === other.leaderPersonId &&
        one.precision === "days" &&
        other.precision === "days" &&
        overlapping(one, other)
      ) {
        const basis = `leader ${other.itemId} ${leader} ${daysOf(one)} ${daysOf(other)}`;
        found.push({ ...both, kind: "leader", basis });
      }
      if (sharesMonth(one, other) && sameTitle(one.said, other.said)) {
        found.push({
          ...both,
          kind: "title",
          basis: `title ${other.itemId} ${daysOf(one)} ${daysOf(other)}`,
        });
      }
      return found;
    }),
  );
  const shown = new Set(compared.map((item) => item.itemId));
  const meetings = busy
    .filter((meeting) => shown.has(meeting.itemId))
    .map((meeting): Overlap => {
      const time = `${meeting.startsAt.toISOString()}/${meeting.endsAt.toISOString()}`;
      return {
        kind: "meeting",
        itemId: meeting.itemId,
        otherItemId: null,
        meeting,
        basis: `meeting ${meeting.busyOf} ${time}`,
      };
    });
  return [...pairs, ...meetings];
}
