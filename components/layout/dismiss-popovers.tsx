"use client";

import { useEffect } from "react";

/**
 * Closes open "Vì sao?" and menus on Escape and on a press outside. An extra: without script they close by a second
 * press on their word.
 */
export function DismissPopovers() {
  useEffect(() => {
    function close(event: Event) {
      const pressed = event.target instanceof Node ? event.target : null;
      for (const popover of document.querySelectorAll<HTMLDetailsElement>("details[name][open]")) {
        if (event.type === "pointerdown" && popover.contains(pressed)) continue;
        popover.open = false;
        if (event.type === "keydown" && popover.contains(document.activeElement)) {
          popover.querySelector("summary")?.focus();
        }
      }
    }
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === "Escape") close(event);
    }
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);
  return null;
}
