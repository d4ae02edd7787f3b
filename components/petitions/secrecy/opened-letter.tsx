"use client";

import { useForm } from "@/components/forms/form-context";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import type { OpenedView } from "@/lib/petitions/secrecy/types";

export type OpenedTexts = {
  title: string;
  text: string;
  anonymous: string;
  content: string;
  noContent: string;
  labels: Record<"fullName" | "address" | "phone" | "idNumber", string>;
};

/** Who wrote and what: in the answer to this look only, gone with the next page. */
export function OpenedLetter({ texts }: { texts: OpenedTexts }) {
  const { state } = useForm();
  if (state.status !== "done") return null;
  const opened = JSON.parse(state.shown) as OpenedView;
  const people = opened.people.map((person) => ({
    key: JSON.stringify(person),
    facts: (["fullName", "address", "phone", "idNumber"] as const)
      .filter((name) => person[name] !== "")
      .map((name) => ({ label: texts.labels[name], value: person[name] })),
  }));
  return (
    <Note tone="due" icon="lock" title={texts.title} level={3} live>
      <p className="mb-4">{texts.text}</p>
      {people.length === 0 ? <p>{texts.anonymous}</p> : null}
      {people.map(({ key, facts }) => (
        <Facts key={key} facts={facts} />
      ))}
      <Facts
        facts={[
          {
            label: texts.content,
            value: <span className="whitespace-pre-line">{opened.content || texts.noContent}</span>,
          },
        ]}
      />
    </Note>
  );
}
