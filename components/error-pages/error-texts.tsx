"use client";

import { createContext, type ReactNode, useContext } from "react";

/** Words of the pages that stand in for a page that failed; they render in the browser, where no messages are. */
export type ErrorTexts = { busy: BusyTexts; fault: FaultTexts };

export type BusyTexts = { title: string; text: string; retry: string };

export type FaultTexts = { title: string; text: string; reference: string; retry: string; home: string };

const ErrorTextsContext = createContext<ErrorTexts | null>(null);

export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <ErrorTextsContext value={texts}>{children}</ErrorTextsContext>;
}

export function useErrorTexts(): ErrorTexts {
  const texts = useContext(ErrorTextsContext);
  if (!texts) throw new Error("An error page stands outside of the root layout.");
  return texts;
}
