import { type ClashTexts, fillText } from "@/components/calendar/clash-texts";
import { Icon } from "@/components/ui/icon";
import type { Clash } from "@/lib/meetings/types";

function headOf(clashes: readonly Clash[], texts: ClashTexts): string {
  const taken = clashes.filter((clash) => !clash.near);
  if (taken.length === 0) return texts.titleNear;
  const holds = taken.filter((clash) => clash.kind === "hold").length;
  return fillText(texts.title, { confirmed: taken.length - holds, holds });
}

function stateOf(clash: Clash, texts: ClashTexts): string {
  if (clash.near) return texts.near;
  if (clash.kind === "confirmed") return texts.confirmed;
  return clash.takeable ? texts.takeable : texts.hold;
}

/** Who or what is taken when, by what the reader may know of it. */
export function ClashList({ clashes, texts }: { clashes: readonly Clash[]; texts: ClashTexts }) {
  if (clashes.length === 0) return null;
  return (
    <section className="clash mb-4">
      <p className="clash__h">
        <Icon name="alert" />
        {headOf(clashes, texts)}
      </p>
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.resource} ${clash.day} ${clash.from} ${clash.what ?? ""}`}>
            <span>
              {clash.from}–{clash.until}
            </span>
            <span>
              <b>{clash.resource}</b>: {clash.what ?? texts.busy}
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
