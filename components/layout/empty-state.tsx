import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  text?: ReactNode;
  level?: 1 | 2 | 3 | undefined;
  children?: ReactNode;
};

/** Nothing here: said in words, with what comes next and what one can do. */
export function EmptyState({ title, text, level = 2, children }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {children ? <div className="acts">{children}</div> : null}
    </div>
  );
}
