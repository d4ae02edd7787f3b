"use client";

import { useForm } from "@/components/forms/form-context";
import { Note } from "@/components/ui/note";
import type { ApprovedItem } from "@/lib/meetings/types";

type ApproveResultsProps = { base: string; texts: { title: string; done: string; gone: string } };

/** What came of each chosen meeting. */
export function ApproveResults({ base, texts }: ApproveResultsProps) {
  const { state } = useForm();
  const advice = state.status === "error" ? state.advice : null;
  if (typeof advice !== "object" || advice === null || !("results" in advice)) return null;
  const results = advice.results as readonly ApprovedItem[];
  const refused = results.some((item) => item.refused !== null);
  return (
    <div className="mb-4">
      <Note tone={refused ? "due" : "done"} title={texts.title} live>
        <ul>
          {results.map(({ meetingId, title, refused: why }) => (
            <li key={meetingId}>
              {title === null ? texts.gone : <a href={`${base}/meetings/${meetingId}`}>{title}</a>}:{" "}
              {why ?? texts.done}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
