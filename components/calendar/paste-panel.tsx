"use client";

import { useEffect, useRef } from "react";
import { ClashList } from "@/components/calendar/clash-list";
import { type ClashTexts, dayText, fillText } from "@/components/calendar/clash-texts";
import { OverrideField, type OverrideTexts } from "@/components/calendar/override-field";
import { useForm } from "@/components/forms/form-context";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { Note } from "@/components/ui/note";
import { Register } from "@/components/ui/register";
import type { PastedAdvice, PastedRow } from "@/lib/meetings/types";

/** Words of the preview, translated on the server; places are `{name}`. */
export type PasteTexts = {
  clash: ClashTexts;
  ready: string;
  notReady: string;
  line: string;
  row: string;
  when: string;
  what: string;
  chair: string;
  place: string;
  lead: string;
  asText: string;
  endAssumed: string;
  kindGuessed: string;
  look: string;
  lookAgain: string;
  file: string;
};

function adviceOf(state: ReturnType<typeof useForm>["state"]): PastedAdvice | null {
  if (state.status !== "error") return null;
  const { advice } = state;
  return typeof advice === "object" && advice !== null && "rows" in advice ? (advice as PastedAdvice) : null;
}

/** What the portal took another way than it was written. */
function Marked({ text }: { text: string }) {
  return (
    <span className="block">
      <Badge tone="due">{text}</Badge>
    </span>
  );
}

function Row({ row, texts }: { row: PastedRow; texts: PasteTexts }) {
  return (
    <tr>
      <td>{row.line}</td>
      <td>
        {dayText(row.day, texts.clash)}, {row.from}–{row.until}
        {row.endAssumed ? <Marked text={texts.endAssumed} /> : null}
      </td>
      <td>
        {row.title}
        <span className="sub">
          {row.kind}
          {row.kindGuessed ? ` (${texts.kindGuessed})` : null}
        </span>
        <ClashList clashes={row.clashes} texts={texts.clash} />
      </td>
      <td>
        {row.chair}
        {row.chairAsText ? <Marked text={texts.asText} /> : null}
      </td>
      <td>
        {row.place}
        {row.placeAsText ? <Marked text={texts.asText} /> : null}
      </td>
      <td>{row.lead}</td>
    </tr>
  );
}

/** The rows as they would be filed, with what clashes, and what was not understood by line. */
export function PastePanel({ texts, override }: { texts: PasteTexts; override: OverrideTexts }) {
  const { state } = useForm();
  const advice = adviceOf(state);
  const head = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (advice?.seen) head.current?.focus();
  }, [advice]);

  if (!advice) return null;
  const { rows, faults, seen } = advice;
  const title = fillText(seen ? texts.ready : texts.notReady, { count: rows.length, faults: faults.length });
  return (
    <div ref={head} tabIndex={-1} className="mb-4">
      <Note tone={seen ? "info" : "due"} title={title}>
        {faults.length > 0 ? (
          <ul>
            {faults.map(({ line, error }) => (
              <li key={line}>{fillText(texts.line, { line, error })}</li>
            ))}
          </ul>
        ) : null}
      </Note>
      {rows.length > 0 ? (
        <Register
          caption={title}
          head={[texts.row, texts.when, texts.what, texts.chair, texts.place, texts.lead].map((label) => ({
            label,
          }))}
        >
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} texts={texts} />
            ))}
          </tbody>
        </Register>
      ) : null}
      <OverrideField clashes={rows.flatMap(({ clashes }) => clashes)} texts={override} />
    </div>
  );
}

/** First the preview; where it fits, the filing of exactly what is shown. */
export function PasteButtons({ texts }: { texts: PasteTexts }) {
  const { state } = useForm();
  const advice = adviceOf(state);
  if (!advice?.seen) return <SubmitButton>{advice ? texts.lookAgain : texts.look}</SubmitButton>;
  return (
    <>
      <HiddenField name="seen" value={advice.seen} />
      <SubmitButton>{fillText(texts.file, { count: advice.rows.length })}</SubmitButton>
    </>
  );
}
