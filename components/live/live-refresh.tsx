"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { openChangeStream } from "@/components/live/change-stream";
import { Icon } from "@/components/ui/icon";

export type LiveTexts = { changed: string; show: string };

/** A stream says every ten seconds that it would hear of changes; after this long the page asks by itself, as often. */
const silenceMs = 30_000;
/** Not every open page at once. */
const spreadMs = 500;

/** Whether somebody has begun to fill in a form that is still on the page, or stands in one of its fields. */
function watchForms(): { isBusy: () => boolean; stop: () => void } {
  const begun = new Set<HTMLFormElement>();
  const note = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form) begun.add(form);
  };
  document.addEventListener("input", note, true);
  const isInField = () => document.activeElement?.matches("input, select, textarea") ?? false;
  return {
    isBusy: () => isInField() || [...begun].some((form) => form.isConnected),
    stop: () => document.removeEventListener("input", note, true),
  };
}

/**
 * Reads the page again when something changed, under the reader's own rights. Over a form that is being filled in it only says
 * so and lets the reader choose. Out of sight it waits. Without script the page stays as it was loaded.
 */
export function LiveRefresh({ address, texts }: { address: string; texts: LiveTexts }) {
  const router = useRouter();
  const [older, setOlder] = useState(false);
  const [, startTransition] = useTransition();

  useEffect(() => {
    const forms = watchForms();
    let heardAt = Date.now();
    let missed = false;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      soon = undefined;
      missed = document.hidden;
      if (missed) return;
      if (forms.isBusy()) setOlder(true);
      else startTransition(() => router.refresh());
    };
    const onBeat = () => {
      heardAt = Date.now();
    };
    const onChange = () => {
      onBeat();
      soon ??= setTimeout(read, Math.random() * spreadMs);
    };
    const ask = setInterval(() => {
      // Nobody is told that there might be something new: only a page that can be read again without loss is.
      if (Date.now() - heardAt >= silenceMs && !forms.isBusy()) read();
    }, silenceMs);
    const onSight = () => {
      if (missed && !document.hidden) read();
    };
    // What is sent answers with the page as it is then.
    const onSend = () => setOlder(false);
    document.addEventListener("visibilitychange", onSight);
    document.addEventListener("submit", onSend);
    const stream = openChangeStream(address, { onChange, onBeat });
    return () => {
      clearTimeout(soon);
      clearInterval(ask);
      document.removeEventListener("visibilitychange", onSight);
      document.removeEventListener("submit", onSend);
      stream.stop();
      forms.stop();
    };
  }, [address, router]);

  if (!older) return null;
  return (
    <output className="saved saved--stuck">
      <Icon name="info" />
      <span className="saved__text">{texts.changed}</span>
      <button type="button" className="btn btn--quiet" onClick={() => window.location.reload()}>
        {texts.show}
      </button>
    </output>
  );
}
