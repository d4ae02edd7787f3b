import type { ExternalStanding } from "./types";

/** Whether it consents to the text that stands: what it said last counts. */
export function hasConsented({ answer }: Pick<ExternalStanding, "answer">): boolean {
  return answer !== null && answer.current && answer.answer === "consented";
}
