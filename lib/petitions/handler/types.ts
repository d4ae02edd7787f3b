import type { Holder } from "@/lib/offices/types";

/** To whom the office that handles a letter gave it last; `present` while that person holds that post. */
export type NamedHandler = {
  postId: string;
  personId: string;
  accountId: string | null;
  name: string;
  title: string;
  present: boolean;
};

/** One time a letter was given to somebody, to somebody else, or to nobody; the latest first. */
export type HandlerChange = {
  id: string;
  at: Date;
  by: string | null;
  /** Null where it was given to nobody. */
  to: Holder | null;
  /** Null where none was said, or where it is closed with the letter. */
  reason: string | null;
};

/** Who of the office that handles it works on a letter; all but the post in charge is that office's alone. */
export type HandlerView = {
  /** Null where the acting office does not handle the letter, or gave it to nobody. */
  named: (Pick<NamedHandler, "name" | "title" | "present"> & { mine: boolean }) | null;
  /** Who answers for letters of the office while nobody is named. */
  inCharge: Holder | null;
  changes: readonly HandlerChange[];
};

/** Somebody a letter can be given to, and how many open ones that person has. */
export type HandlerChoice = {
  postId: string;
  personId: string;
  accountId: string;
  name: string;
  title: string;
  open: number;
  /** Now. */
  current: boolean;
  /** In charge of the office's letters by the agreement, or its head of department. */
  inCharge: boolean;
};
