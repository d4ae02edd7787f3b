/**
 * What was typed and not yet saved, kept in this browser by account, address and form. Secrets and files are never in
 * it. Where the browser keeps nothing (private window, full store) there are no drafts and nothing else changes.
 */
export type Draft = {
  at: number;
  /** Of the text the person began from: whether somebody else changed it since. */
  revision: string;
  values: Readonly<Record<string, string | boolean>>;
};

const prefix = "draft ";
const sentKey = "draft-sent";
const keptForMs = 7 * 24 * 3_600_000;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const left = new Set(["hidden", "password", "file", "submit", "button", "reset"]);

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function controls(form: HTMLFormElement): [string, Control][] {
  return [...form.elements].flatMap((element) => {
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    if (!isControl || element.name === "" || left.has(element.type)) return [];
    return [[isChoice(element) ? `${element.name}=${element.value}` : element.name, element]];
  });
}

function typed(form: HTMLFormElement): Record<string, string | boolean> {
  return Object.fromEntries(
    controls(form).map(([name, control]) => [name, isChoice(control) ? control.checked : control.value]),
  );
}

export function revisionOf(form: HTMLFormElement): string {
  const field = form.elements.namedItem("revision");
  return field instanceof HTMLInputElement ? field.value : "";
}

/** Null outside of the signed-in portal. */
export function draftKey(formId: string): string | null {
  const account = document.getElementById("content")?.dataset["account"];
  return account ? `${prefix}${account} ${location.pathname}${location.search} ${formId}` : null;
}

function stored(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // No drafts in this browser.
  }
}

export function keepDraft(key: string, form: HTMLFormElement): void {
  const draft: Draft = { at: Date.now(), revision: revisionOf(form), values: typed(form) };
  quietly(() => localStorage.setItem(key, JSON.stringify(draft)));
}

export function dropDraft(key: string): void {
  quietly(() => localStorage.removeItem(key));
}

/** The draft of this form when it says something the form does not. */
export function findDraft(key: string, form: HTMLFormElement): Draft | null {
  dropDrafts((draft) => Date.now() - draft.at > keptForMs);
  const draft = stored(key);
  if (!draft) return null;
  const now = typed(form);
  if (Object.entries(draft.values).some(([name, value]) => name in now && now[name] !== value)) return draft;
  dropDraft(key);
  return null;
}

export function fillFrom(draft: Draft, form: HTMLFormElement): void {
  for (const [name, control] of controls(form)) {
    const value = draft.values[name];
    if (isChoice(control) && typeof value === "boolean") control.checked = value;
    if (!isChoice(control) && typeof value === "string") control.value = value;
  }
}

/** A form was sent: until its answer is there the draft stays, for the connection may fail. */
export function markSent(key: string): void {
  quietly(() => sessionStorage.setItem(sentKey, key));
}

export function markNotSent(): void {
  quietly(() => sessionStorage.removeItem(sentKey));
}

/** The act has been done: what was sent is no longer a draft. */
export function forgetSentDraft(): void {
  quietly(() => {
    const key = sessionStorage.getItem(sentKey);
    if (key !== null) localStorage.removeItem(key);
    sessionStorage.removeItem(sentKey);
  });
}

function dropDrafts(which: (draft: Draft) => boolean): void {
  quietly(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const draft = stored(key);
      if (!draft || which(draft)) localStorage.removeItem(key);
    }
  });
}

/** On sign-out: the next person at this machine finds nothing. */
export function forgetDrafts(): void {
  markNotSent();
  dropDrafts(() => true);
}
