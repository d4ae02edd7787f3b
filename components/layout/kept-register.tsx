import type { ReactElement, ReactNode } from "react";
import type { Breadcrumb } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Register } from "@/components/ui/register";

type KeptRegisterProps = {
  breadcrumbs?: readonly Breadcrumb[];
  title: string;
  lead: string;
  note?: ReactNode;
  caption: string;
  head: readonly { label: string; number?: boolean | undefined }[];
  /** A keyed `tr` for each. */
  rows: readonly ReactElement[];
  empty: { title: string; text: string };
  /** The address without its page; `next` is the key of the page after this one. */
  base: string;
  first: boolean;
  next: string | null;
};

/** A page that shows what the portal wrote down by itself, the newest first: nothing of it can be changed. */
export function KeptRegister(props: KeptRegisterProps) {
  const { breadcrumbs, title, lead, note, caption, head, rows, empty, base, first, next } = props;
  return (
    <>
      <PageHeader breadcrumbs={breadcrumbs} title={title} lead={lead} />
      {note ? <p className="mb-4 text-sm text-muted">{note}</p> : null}
      {rows.length > 0 ? (
        <Register caption={caption} head={head} airy>
          <tbody>{rows}</tbody>
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
