import type { ReactNode } from "react";

export type LogEntry = {
  id: string;
  at: { iso: string; time: string; date: string };
  who?: string | undefined;
  office?: string | undefined;
  what: ReactNode;
};

/** The history of one thing, newest first. */
export function Log({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at.iso}>
            {entry.at.time}
            <br />
            {entry.at.date}
          </time>
          <span>
            {entry.who ? <b>{entry.who}</b> : null}
            {entry.who && entry.office ? ", " : null}
            {entry.office}
            {entry.who || entry.office ? ", " : null}
            {entry.what}
          </span>
        </li>
      ))}
    </ol>
  );
}
