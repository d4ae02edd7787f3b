"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { forgetSentDraft } from "@/components/forms/draft-store";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

/**
 * What the last act saved. Without script it stands at the head of the page; with script it also stays in sight where
 * the address leads further down, and can be closed.
 */
export function SavedNote({ text, close }: { text: string; close: string }) {
  const [closed, setClosed] = useState(false);
  const hash = useSyncExternalStore(
    never,
    () => window.location.hash,
    () => null,
  );

  useEffect(() => {
    document.cookie = `saved=; path=${window.location.pathname}; max-age=0`;
    forgetSentDraft();
  }, []);

  if (closed) return null;
  return (
    <output className={hash ? "saved saved--stuck" : "saved"}>
      <Icon name="check" />
      <span className="saved__text">{text}</span>
      {hash === null ? null : (
        <button type="button" className="btn btn--quiet" onClick={() => setClosed(true)}>
          {close}
        </button>
      )}
    </output>
  );
}
