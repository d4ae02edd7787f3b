"use client";

import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { fieldId, useForm } from "@/components/forms/form-context";
import type { EarlierAnswer, EarlierPerson } from "@/components/petitions/earlier-words";

type Texts = {
  title: string;
  label: string;
  submit: string;
  none: string;
  like: string;
  /** Holds `{words}`. */
  writeName: string;
  taken: string;
  failed: string;
  sealed: string;
};

type EarlierVisitsProps = {
  /** Asked with script; without it the form is sent to `post`, which keeps what is typed. */
  ask: string;
  post: string;
  words: string;
  found: readonly EarlierAnswer[] | null;
  texts: Texts;
};

const personFields = ["fullName", "address", "phone", "idNumber"] as const;

function inputOf(formId: string, name: string): HTMLInputElement | null {
  const field = document.getElementById(fieldId(formId, name));
  return field instanceof HTMLInputElement ? field : null;
}

function fill(formId: string, person: Partial<EarlierPerson>, next: string) {
  for (const name of personFields) {
    const input = inputOf(formId, name);
    if (input && person[name] !== undefined) {
      input.value = person[name];
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  inputOf(formId, next)?.focus();
}

type Search = { words: string; found: readonly EarlierAnswer[] | null; said: "" | "taken" | "failed" };

/** What somebody brought before: asked first, by name, telephone or identity number, and taken over into the form. */
export function EarlierVisits({ ask, post, words, found, texts }: EarlierVisitsProps) {
  const { formId } = useForm();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState<Search>({ words, found, said: "" });

  async function look() {
    const typed = field.current?.value.trim() ?? "";
    if (typed === "") return setSearch({ words: "", found: null, said: "" });
    try {
      const response = await fetch(ask, { method: "POST", body: new URLSearchParams({ q: typed }) });
      if (!response.ok) throw new Error(String(response.status));
      const answer = (await response.json()) as { found: EarlierAnswer[] };
      setSearch({ words: typed, found: answer.found, said: "" });
    } catch {
      setSearch({ words: typed, found: null, said: "failed" });
    }
  }
  function press(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    const button = event.currentTarget;
    // The first button of a form is pressed by Enter in any field: outside of the search that means the form's own act.
    const byEnter = event.detail === 0 && document.activeElement !== button;
    const main = button.form?.querySelector<HTMLButtonElement>(".formfoot button[type=submit]");
    if (byEnter && document.activeElement !== field.current && main) button.form?.requestSubmit(main);
    else void look();
  }
  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void look();
  }
  function take(event: MouseEvent<HTMLButtonElement>, person: EarlierPerson) {
    event.preventDefault();
    fill(formId, person, "subject");
    setSearch({ words: search.words, found: null, said: "taken" });
  }

  const isName = search.words !== "" && !/\d/.test(search.words);
  return (
    <section className="intake__find" id="earlier" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{texts.title}</h2>
      <label htmlFor="earlier-q">{texts.label}</label>
      <div className="intake__ask">
        <input
          ref={field}
          id="earlier-q"
          name="q"
          type="search"
          className="input"
          defaultValue={words}
          maxLength={200}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: who sits at the desk begins here
          autoFocus // oxlint-disable-line jsx-a11y/no-autofocus -- as above
          onKeyDown={onKey}
        />
        <button type="submit" className="btn" formAction={post} onClick={press}>
          {texts.submit}
        </button>
      </div>
      <output className="block">
        {search.said === "failed" ? texts.failed : ""}
        {search.said === "taken" ? texts.taken : ""}
        {search.found?.length === 0 ? texts.none : ""}
      </output>
      {search.found && isName ? (
        <p className="mt-2 mb-2">
          <button
            type="button"
            className="btn"
            onClick={() => fill(formId, { fullName: search.words }, "phone")}
          >
            {texts.writeName.replace("{words}", search.words)}
          </button>
        </p>
      ) : null}
      {search.found && search.found.length > 0 ? (
        <ul className="intake__found">
          {search.found.map(({ id, code, href, subject, about, who, person }) => (
            <li key={id}>
              <p>
                <a href={href} target="_blank" rel="noreferrer">
                  {subject}
                </a>
              </p>
              <p className="sub">
                {about}
                <br />
                {who}
              </p>
              {person ? (
                <button
                  type="submit"
                  className="btn"
                  name="like"
                  value={id}
                  formAction={post}
                  onClick={(event) => take(event, person)}
                >
                  {texts.like}
                  <span className="sr-only"> {code}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="hint">{texts.sealed}</p>
    </section>
  );
}
