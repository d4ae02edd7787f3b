"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { forgetSentDraft } from "@/components/forms/draft-store";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

/**
 * What the last act saved. It stays in sight wherever the act led on the page; with script it can be closed and does not
 * come again on a reload.
 */
export function SavedNote({ text, close }: { text: string; close: string }) {
  const [closed, setClosed] = useState(false);
  const script = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  useEffect(() => {
    document.cookie = `saved=; path=${window.location.pathname}; max-age=0`;
    forgetSentDraft();
  }, []);

  if (closed) return null;
  return (
    <output className="saved">
      <Icon name="check" />
      <span className="saved__text">{text}</span>
      {script ? (
        <button type="button" className="btn btn--quiet" onClick={() => setClosed(true)}>
          {close}
        </button>
      ) : null}
    </output>
  );
}
