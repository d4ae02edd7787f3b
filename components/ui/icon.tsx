export type IconName =
  | "desk"
  | "book"
  | "task"
  | "house"
  | "cal"
  | "mail"
  | "bell"
  | "find"
  | "more"
  | "check"
  | "clock"
  | "alert"
  | "lock"
  | "info"
  | "x"
  | "down"
  | "right"
  | "print"
  | "save"
  | "pen"
  | "clip"
  | "log"
  | "plus"
  | "law"
  | "shield"
  | "user"
  | "eye"
  | "gear";

/** Decoration beside a word; the word carries the meaning. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return <span className={small ? `i i--s i-${name}` : `i i-${name}`} aria-hidden="true" />;
}
