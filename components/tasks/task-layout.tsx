import type { ReactNode } from "react";

/** The work on the left; what is known and what is not allowed on the right, on a phone below. */
export function TaskLayout({ work, aside }: { work: ReactNode; aside: ReactNode }) {
  return (
    <div className="work">
      <div className="work__main">{work}</div>
      <aside>{aside}</aside>
    </div>
  );
}
