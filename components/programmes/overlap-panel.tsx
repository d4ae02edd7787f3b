"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { useForm } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/platform/dates/days";
import { formatDue } from "@/lib/work-programmes/periods";
import type { OverlapView } from "@/lib/work-programmes/types";

export type OverlapTexts = {
  hint: string;
  despite: string;
  busy: string;
  busyBody: string;
  kinds: Record<OverlapView["kind"], string>;
};

function overlapsOf(advice: unknown): readonly OverlapView[] | null {
  if (typeof advice !== "object" || advice === null || !("overlaps" in advice)) return null;
  return advice.overlaps as readonly OverlapView[];
}

/** What an item overlaps with, when its form came back, and the box by which it is written all the same. */
export function OverlapPanel({ texts, officeCode }: { texts: OverlapTexts; officeCode: string }) {
  const { state } = useForm();
  const overlaps = state.status === "error" ? overlapsOf(state.advice) : null;
  if (!overlaps) return null;
  return (
    <section className="clash mb-4">
      <p className="clash__h">
        <Icon name="alert" />
        {texts.hint}
      </p>
      <ul>
        {overlaps.map((overlap) => {
          const { meeting } = overlap;
          // The two sides are of two offices: the one that is not one's own stood there before.
          const side = overlap.other && overlap.one.office.code === officeCode ? overlap.other : overlap.one;
          return (
            <li key={`${overlap.one.itemId} ${overlap.basis}`}>
              <span>{texts.kinds[overlap.kind]}</span>
              {meeting ? (
                <span>
                  <b>{meeting.busyOf === "leader" ? overlap.one.leader : texts.busyBody}</b>:{" "}
                  {meeting.title ?? texts.busy}
                  <span className="sub">
                    {formatInstant(new Date(meeting.startsAt))} – {formatInstant(new Date(meeting.endsAt))}
                  </span>
                </span>
              ) : (
                <span>
                  <b>{side.title}</b>
                  <span className="sub">
                    {formatDue(side)} · {side.office.code}
                    {side.leader ? ` · ${side.leader}` : null}
                  </span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Checkbox name="despite" value="yes" label={texts.despite} optional />
    </section>
  );
}
