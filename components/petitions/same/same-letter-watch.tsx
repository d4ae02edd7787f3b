"use client";

import { useEffect, useState } from "react";
import { useForm } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";

const asked = ["fullName", "address", "phone", "idNumber", "subject", "content", "denounces"];
/** After so long without a key the typist looks up. */
const pauseMs = 900;
const leastText = 40;

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const typed = new FormData(form);
  const fields = new URLSearchParams();
  for (const name of asked) {
    const value = typed.get(name);
    fields.set(name, typeof value === "string" ? value : "");
  }
  return fields;
}

async function answerTo(address: string, body: URLSearchParams, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(address, { method: "POST", body, signal });
  if (!response.ok) return [];
  const answer: unknown = await response.json();
  const lines = (answer as { lines?: unknown }).lines;
  return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
}

/**
 * Says while a letter is typed which office has it already. Without script it is not there: the letter's own page says the same
 * once it is in the register.
 */
export function SameLetterWatch({ address, title }: { address: string; title: string }) {
  const { formId } = useForm();
  const [lines, setLines] = useState<readonly string[]>([]);

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

  return (
    <output className="block">
      {lines.length > 0 ? (
        <span className="note mb-4">
          <Icon name="info" />
          <span>
            <strong>{title}</strong>
            {lines.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </span>
        </span>
      ) : null}
    </output>
  );
}
