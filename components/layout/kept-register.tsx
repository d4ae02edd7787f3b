import type { ReactNode } from "react";
import type { Breadcrumb } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Register } from "@/components/ui/register";

type KeptRegisterProps<Line> = {
  breadcrumbs?: readonly Breadcrumb[];
  title: string;
  lead: string;
  note?: string;
  caption: string;
  head: readonly { label: string }[];
  lines: readonly Line[];
  /** One `tr`, keyed. */
  row: (line: Line) => ReactNode;
  empty: { title: string; text: string };
  /** The address without its page; `next` is the key of the page after this one. */
  base: string;
  first: boolean;
  next: string | null;
};

/** A page that shows what the portal wrote down by itself, the newest first: nothing of it can be changed. */
export function KeptRegister<Line>(props: KeptRegisterProps<Line>) {
  const { breadcrumbs, title, lead, note, caption, head, lines, row, empty, base, first, next } = props;
  return (
    <>
      <PageHeader breadcrumbs={breadcrumbs} title={title} lead={lead} />
      {note ? <p className="mb-4 text-sm text-muted">{note}</p> : null}
      {lines.length > 0 ? (
        <Register caption={caption} head={head} airy>
          <tbody>{lines.map(row)}</tbody>
        </Register>
      ) : (
        <EmptyState title={empty.title} text={empty.text} />
      )}
      <Pagination
        firstHref={first ? undefined : base}
        nextHref={next ? `${base}?after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
}
