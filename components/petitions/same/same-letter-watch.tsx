"use client";

import { useEffect, useState } from "react";
import { useForm } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-field";

const asked = ["fullName", "address", "phone", "idNumber", "subject", "content", "denounces"];
/** After so long without a key the typist looks up. */
const pauseMs = 900;
const leastText = 40;

/** A sentence; the code where this letter may be joined to that one. */
type Line = { text: string; why: string; code: string };
type Said = "join" | "apart";

export type SameTexts = {
  title: string;
  empty: string;
  none: string;
  join: string;
  joinText: string;
  apart: string;
  reason: string;
};

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const typed = new FormData(form);
  const fields = new URLSearchParams();
  for (const name of asked) {
    const value = typed.get(name);
    fields.set(name, typeof value === "string" ? value : "");
  }
  return fields;
}

function isLine(line: unknown): line is Line {
  return typeof line === "object" && line !== null && "text" in line && "code" in line;
}

async function answerTo(address: string, body: URLSearchParams, signal: AbortSignal): Promise<Line[]> {
  const response = await fetch(address, { method: "POST", body, signal });
  if (!response.ok) return [];
  const answer: unknown = await response.json();
  const lines = (answer as { lines?: unknown }).lines;
  return Array.isArray(lines) ? lines.filter(isLine) : [];
}

/** What looks the same as what is typed now; null before anything was asked. */
function useSameLines(address: string): readonly Line[] | null {
  const { formId } = useForm();
  const [lines, setLines] = useState<readonly Line[] | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let last = "";
    let asking = new AbortController();
    const ask = () => {
      const fields = fieldsOf(form);
      const text = fields.toString();
      const length = (fields.get("subject") ?? "").length + (fields.get("content") ?? "").length;
      if (text === last || length < leastText) return;
      last = text;
      asking.abort();
      asking = new AbortController();
      answerTo(address, fields, asking.signal).then(setLines, () => {
        // Off line or overtaken by the next question: what is said stays, and the letter's page says it again.
      });
    };
    const onInput = () => {
      clearTimeout(pause);
      pause = setTimeout(ask, pauseMs);
    };
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(pause);
      asking.abort();
      form.removeEventListener("input", onInput);
    };
  }, [formId, address]);

  return lines;
}

/**
 * Says while a letter is typed which office has it already, and takes the answer along: the same letter, joined as it is taken
 * in, or another. Without script the letter's own page says and asks the same once it is in the register.
 */
export function SameLetterWatch({ address, texts }: { address: string; texts: SameTexts }) {
  const lines = useSameLines(address);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const say = (code: string, what: Said) =>
    setSaid((before) => {
      // One letter is the same as one other: a second "same" takes the place of the first.
      const kept = Object.entries(before).filter(
        ([other, one]) => other !== code && !(what === "join" && one === "join"),
      );
      return Object.fromEntries(before[code] === what ? kept : [...kept, [code, what]]);
    });
  const shown = lines ?? [];
  const answered = shown.filter(({ code }) => code !== "" && said[code]);
  return (
    <section
      className="intake__same"
      aria-labelledby="watch-title"
      data-found={shown.length > 0 || undefined}
    >
      <h2 id="watch-title">
        {texts.title}
        {shown.length > 0 ? <span className="count">{shown.length}</span> : null}
      </h2>
      <output className="block">
        {lines === null ? <span className="sub">{texts.empty}</span> : null}
        {lines !== null && shown.length === 0 ? <span className="sub">{texts.none}</span> : null}
        {shown.map(({ text, why, code }) => (
          <span key={text} className="intake__one">
            <strong>{text}</strong>
            {why ? <span className="sub">{why}</span> : null}
            {code ? (
              <span className="intake__acts">
                {(["join", "apart"] as const).map((what) => (
                  <button
                    key={what}
                    type="button"
                    className="btn"
                    aria-pressed={said[code] === what}
                    onClick={() => say(code, what)}
                  >
                    {texts[what]}
                    <span className="sr-only"> {code}</span>
                  </button>
                ))}
              </span>
            ) : null}
          </span>
        ))}
      </output>
      {answered.map(({ code }) => (
        <input
          key={code}
          type="hidden"
          name={said[code] === "join" ? "sameJoin" : "sameApart"}
          value={code}
        />
      ))}
      {answered.some(({ code }) => said[code] === "join") ? <p className="hint">{texts.joinText}</p> : null}
      {answered.some(({ code }) => said[code] === "apart") ? (
        <TextField name="sameReason" label={texts.reason} maxLength={500} />
      ) : null}
    </section>
  );
}
