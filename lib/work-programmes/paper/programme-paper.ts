import { formatDay } from "@/lib/platform/dates/days";
import { formatDue } from "../periods";
import type { ProgrammeItemView, ProgrammeView } from "../types";

/** Columns of the official table, in its order. */
export const programmeColumns = [
  "number",
  "title",
  "lead",
  "assists",
  "submittedTo",
  "due",
  "leader",
  "note",
] as const;

/** Words of the paper, from the message files: page and Word file print the same. */
export type ProgrammeWords = {
  nation: string;
  motto: string;
  placeAndDay: string;
  title: string;
  about: string;
  columns: Readonly<Record<(typeof programmeColumns)[number], string>>;
  stopped: string;
  none: string;
  meeting: string;
  meetingBusy: string;
  off: string;
  approved: (paper: { number: string; day: string; by: string }) => string;
  unapproved: string;
};

/** A cell: what stands in it, and below it further lines. */
export type ProgrammeCell = { text: string; bold?: boolean; struck?: boolean; below?: readonly string[] };

export type ProgrammePaper = {
  issuer: string;
  nation: string;
  motto: string;
  placeAndDay: string;
  title: string;
  about: string;
  head: readonly string[];
  rows: readonly (readonly ProgrammeCell[])[];
};

function assistsOf({ assists, others }: ProgrammeItemView, words: ProgrammeWords): string {
  const named = [...assists.map(({ code }) => code), others].filter(Boolean);
  return named.length > 0 ? named.join(" ") : words.none;
}

function noteOf(item: ProgrammeItemView, view: ProgrammeView, words: ProgrammeWords): ProgrammeCell {
  const { meeting, approval, parentItemId } = item;
  const isOff = view.above.length > 0 && parentItemId === null;
  const paper = approval
    ? words.approved({ number: approval.number, day: formatDay(approval.on), by: approval.by })
    : words.unapproved;
  return {
    text: item.note,
    below: [
      ...(meeting ? [`${words.meeting} ${meeting.title ?? words.meetingBusy}`] : []),
      ...(isOff ? [`${words.off}. ${paper}`] : []),
    ],
  };
}

/** A programme as a table of texts, from which the Word file is drawn; the page is held against it by a test. */
export function programmePaper(view: ProgrammeView, words: ProgrammeWords): ProgrammePaper {
  const { nation, motto, placeAndDay, title, about } = words;
  return {
    issuer: view.body.name.toLocaleUpperCase("vi"),
    nation,
    motto,
    placeAndDay,
    title: title.toLocaleUpperCase("vi"),
    about,
    head: programmeColumns.map((column) => words.columns[column]),
    rows: view.items.map((item, index): ProgrammeCell[] => {
      const stopped = item.state === "stopped";
      return [
        { text: String(index + 1) },
        {
          text: item.title,
          ...(stopped ? { struck: true, below: [words.stopped] } : { bold: true }),
        },
        { text: item.lead.code },
        { text: assistsOf(item, words) },
        { text: item.submittedTo?.name ?? words.none },
        { text: formatDue(item) },
        { text: item.leader?.label ?? words.none },
        noteOf(item, view, words),
      ];
    }),
  };
}
