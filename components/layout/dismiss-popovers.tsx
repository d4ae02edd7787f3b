"use client";

import { useEffect } from "react";

const pressable = "a, button, input, select, textarea, label, summary";

/**
 * Closes open "Vì sao?" and menus on Escape and on a press outside. An extra: without script they close by a second
 * press on their word. What can be pressed has its press first: a page that grows shorter as something closes moves it away
 * from under the pointer, and the press would be lost.
 */
export function DismissPopovers() {
  useEffect(() => {
    function close(event: Event) {
      const pressed = event.target instanceof Node ? event.target : null;
      for (const popover of document.querySelectorAll<HTMLDetailsElement>("details[name][open]")) {
        if (event.type !== "keydown" && popover.contains(pressed)) continue;
        popover.open = false;
        if (event.type === "keydown" && popover.contains(document.activeElement)) {
          popover.querySelector("summary")?.focus();
        }
      }
    }
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === "Escape") close(event);
    }
    function closeOnPress(event: PointerEvent) {
      if (!(event.target instanceof Element && event.target.closest(pressable))) close(event);
    }
    document.addEventListener("pointerdown", closeOnPress);
    document.addEventListener("click", close);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOnPress);
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);
  return null;
}
