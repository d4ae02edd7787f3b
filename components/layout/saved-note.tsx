"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { forgetSentDraft } from "@/components/forms/draft-store";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

/**
 * What the last act saved, at the head of the page, where a page without script begins too; where the address leads
 * further down it stays in sight. With script it can be closed and does not come again on a reload.
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
    if (window.location.hash === "") window.scrollTo(0, 0);
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
