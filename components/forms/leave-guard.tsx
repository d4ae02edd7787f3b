"use client";

import { useEffect } from "react";
import { useForm } from "@/components/forms/form-context";

/** Asks before a page with something typed is left, where nothing of it may be kept in the browser. Without script it is not there. */
export function LeaveGuard() {
  const { formId, state } = useForm();

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!form) return;
    // What came back wrong is typed and not saved.
    let typed = state.status === "error";
    const onInput = () => {
      typed = true;
    };
    const onSubmit = () => {
      typed = false;
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (typed) event.preventDefault();
    };
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [formId, state]);

  return null;
}
