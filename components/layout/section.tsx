import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  title: ReactNode;
  /** How many things are in it, or another short word beside the title. */
  count?: ReactNode;
  more?: { href: string; label: string } | undefined;
  children: ReactNode;
};

/** A 2 px ink line opens a section; its address is `#id`. */
export function Section({ id, title, count, more, children }: SectionProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-title`}>
      <div className="sec__h">
        <h2 id={`${id}-title`}>{title}</h2>
        {count === undefined ? null : <span className="n">{count}</span>}
        {more ? (
          <a className="more" href={more.href}>
            {more.label}
          </a>
        ) : null}
      </div>
      {children}
    </section>
  );
}
