"use client";

import { useForm } from "@/components/forms/form-context";
import { Note } from "@/components/ui/note";
import type { ItemResult } from "@/lib/platform/forms/form-state";

type ApproveResultsProps = { base: string; texts: { title: string; done: string } };

/** What came of each chosen meeting. */
export function ApproveResults({ base, texts }: ApproveResultsProps) {
  const { state } = useForm();
  if (state.status !== "error") return null;
  const { advice, values } = state;
  if (typeof advice !== "object" || advice === null || !("results" in advice)) return null;
  const results = advice.results as readonly ItemResult[];
  return (
    <div className="mb-4">
      <Note tone={results.some(({ refused }) => refused !== null) ? "due" : "done"} title={texts.title} live>
        <ul>
          {results.map(({ item, refused }) => {
            const [meetingId = ""] = item.split(":");
            return (
              <li key={item}>
                <a href={`${base}/meetings/${meetingId}`}>{values[`title of ${meetingId}`] ?? meetingId}</a>:{" "}
                {refused ?? texts.done}
              </li>
            );
          })}
        </ul>
      </Note>
    </div>
  );
}
