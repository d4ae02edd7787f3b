import type { ReactNode } from "react";

type RegisterProps = {
  caption: string;
  /** Shown above the table; otherwise only read out. */
  captionShown?: boolean | undefined;
  head: readonly { label: string; number?: boolean | undefined }[];
  /** Keeps the head for screen readers only, when the columns speak for themselves. */
  headHidden?: boolean | undefined;
  /** On a phone each row becomes a block. */
  stack?: boolean | undefined;
  airy?: boolean | undefined;
  className?: string | undefined;
  /** One `tbody` or several. */
  children: ReactNode;
};

/** A table as in a register: hairlines, a sticky head, figures to the right. */
export function Register({
  caption,
  captionShown = false,
  head,
  headHidden = false,
  stack = true,
  airy = false,
  className,
  children,
}: RegisterProps) {
  const names = ["register", stack ? "register--stack" : "", airy ? "register--airy" : "", className ?? ""];
  return (
    <table className={names.filter(Boolean).join(" ")}>
      <caption className={captionShown ? undefined : "sr-only"}>{caption}</caption>
      <thead className={headHidden ? "sr-only" : undefined}>
        <tr>
          {head.map((column) => (
            <th key={column.label} scope="col" className={column.number ? "num" : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
