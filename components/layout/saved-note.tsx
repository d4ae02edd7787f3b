"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { forgetSentDraft } from "@/components/forms/draft-store";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

type Saved = { id: string; text: string };

/**
 * What the last act saved, at the head of the page, where a page without script begins too; where the address leads
 * further down it stays in sight. With script it stays until it is closed, the page is left or something else is sent, also
 * where the page is read again in the meantime, and does not come again on a reload.
 */
export function SavedNote({ saved, close }: { saved: Saved | null; close: string }) {
  const [kept, setKept] = useState(saved);
  const [closed, setClosed] = useState<string | null>(null);
  if (saved && saved.id !== kept?.id) setKept(saved);
  const id = kept?.id;
  const hash = useSyncExternalStore(
    never,
    () => window.location.hash,
    () => null,
  );

  useEffect(() => {
    if (id === undefined) return;
    document.cookie = `saved=; path=${window.location.pathname}; max-age=0`;
    forgetSentDraft();
    if (window.location.hash === "") window.scrollTo(0, 0);
    // What is sent next makes this old news, also where it fails.
    const onSend = () => setClosed(id);
    document.addEventListener("submit", onSend);
    return () => document.removeEventListener("submit", onSend);
  }, [id]);

  if (!kept || kept.id === closed) return null;
  return (
    <output className={hash ? "saved saved--stuck" : "saved"}>
      <Icon name="check" />
      <span className="saved__text">{kept.text}</span>
      {hash === null ? null : (
        <button type="button" className="btn btn--quiet" onClick={() => setClosed(kept.id)}>
          {close}
        </button>
      )}
    </output>
  );
}
