"use client";

import { useEffect, useState } from "react";
import { fillText } from "@/components/calendar/clash-texts";
import { useForm } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";

/** How long the act can still be taken back, counted down in the browser; null until script runs. */
function useSecondsLeft(secondsLeft: number): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const ends = Date.now() + secondsLeft * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((ends - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  return left;
}

type UndoButtonProps = { secondsLeft: number; label: string; left: string };

/** Offered while the act can be taken back, with script for how long; not again once the portal has said that it cannot. */
export function UndoButton({ secondsLeft, label, left }: UndoButtonProps) {
  const { state } = useForm();
  const seconds = useSecondsLeft(secondsLeft);
  if (secondsLeft === 0 || seconds === 0 || state.status === "error") return null;
  return (
    <>
      <SubmitButton look="plain">{label}</SubmitButton>
      {seconds === null ? null : (
        <span className="undo__left" aria-hidden="true">
          {fillText(left, { seconds })}
        </span>
      )}
    </>
  );
}
