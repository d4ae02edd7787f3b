"use client";

import { useEffect, useState } from "react";
import {
  type Draft,
  draftKey,
  dropDraft,
  fillFrom,
  findDraft,
  keepDraft,
  markNotSent,
  markSent,
  revisionOf,
} from "@/components/forms/draft-store";
import { useForm } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";

export type DraftTexts = {
  /** Holds `{at}`. */
  found: string;
  /** The text was changed by somebody else since. */
  older: string;
  use: string;
  drop: string;
};

const clock = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});

function formOf(formId: string): HTMLFormElement | null {
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? form : null;
}

/** Keeps what is typed while it is typed, and offers it again to whoever comes back. Without script it is not there. */
export function FormDraft({ texts }: { texts: DraftTexts }) {
  const { formId, state } = useForm();
  const [found, setFound] = useState<{ draft: Draft; older: boolean } | null>(null);

  useEffect(() => {
    const form = formOf(formId);
    const key = draftKey(formId);
    if (!form || !key) return;
    markNotSent();
    const search = setTimeout(() => {
      const draft = findDraft(key, form);
      if (draft) setFound({ draft, older: draft.revision !== revisionOf(form) });
    }, 0);
    const keep = () => keepDraft(key, form);
    const sent = () => markSent(key);
    form.addEventListener("input", keep);
    form.addEventListener("submit", sent);
    // From here on nothing typed is lost; what was typed before the script was there is not heard.
    form.dataset["drafts"] = "kept";
    return () => {
      delete form.dataset["drafts"];
      clearTimeout(search);
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", sent);
    };
  }, [formId]);

  useEffect(() => {
    if (state.status === "error") markNotSent();
  }, [state]);

  if (!found) return null;

  function use(draft: Draft) {
    const form = formOf(formId);
    const key = draftKey(formId);
    if (form && key) {
      fillFrom(draft, form);
      keepDraft(key, form);
    }
    setFound(null);
  }
  function drop() {
    const key = draftKey(formId);
    if (key) dropDraft(key);
    setFound(null);
  }
  return (
    <section className="note mb-4" aria-label={texts.found.replace("{at}", "")}>
      <Icon name="clock" />
      <div>
        <p>{texts.found.replace("{at}", clock.format(found.draft.at))}</p>
        {found.older ? <p>{texts.older}</p> : null}
        <p className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="btn" onClick={() => use(found.draft)}>
            {texts.use}
          </button>
          <button type="button" className="btn btn--quiet" onClick={drop}>
            {texts.drop}
          </button>
        </p>
      </div>
    </section>
  );
}
