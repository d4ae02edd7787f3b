import { type ClashTexts, fillText } from "@/components/calendar/clash-texts";
import { Icon } from "@/components/ui/icon";
import type { Clash } from "@/lib/meetings/types";

type Group = { key: string; clash: Clash; resources: string[] };

/** One meeting takes several of those asked for: it is one line, and counted once. */
export function groupsOf(clashes: readonly Clash[]): Group[] {
  const groups = new Map<string, Group>();
  for (const clash of clashes) {
    const { day, from, until, kind, near, takeable, what, office } = clash;
    const key = [day, from, until, kind, near, takeable, what ?? "", office ?? ""].join(" ");
    const group = groups.get(key);
    if (group) group.resources.push(clash.resource);
    else groups.set(key, { key, clash, resources: [clash.resource] });
  }
  return [...groups.values()];
}

function headOf(groups: readonly Group[], texts: ClashTexts): string {
  const taken = groups.filter(({ clash }) => !clash.near);
  const holds = taken.filter(({ clash }) => clash.kind === "hold").length;
  const confirmed = taken.length - holds;
  if (taken.length === 0) return texts.titleNear;
  if (holds === 0) return fillText(texts.titleConfirmed, { confirmed });
  return fillText(confirmed === 0 ? texts.titleHolds : texts.titleBoth, { confirmed, holds });
}

function stateOf(clash: Clash, texts: ClashTexts): string {
  if (clash.near) return texts.near;
  if (clash.kind === "confirmed") return texts.confirmed;
  return clash.takeable ? texts.takeable : texts.hold;
}

/** Who or what is taken when, by what the reader may know of it. */
export function ClashList({ clashes, texts }: { clashes: readonly Clash[]; texts: ClashTexts }) {
  if (clashes.length === 0) return null;
  const groups = groupsOf(clashes);
  return (
    <section className="clash mb-4">
      <p className="clash__h">
        <Icon name="alert" />
        {headOf(groups, texts)}
      </p>
      <ul>
        {groups.map(({ key, clash, resources }) => (
          <li key={key}>
            <span>
              {clash.from}–{clash.until}
            </span>
            <span>
              <b>{resources.join(", ")}</b>: {clash.what ?? texts.busy}
              <span className="sub">
                {" "}
                {stateOf(clash, texts)} · {clash.office ?? texts.otherOffice}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
