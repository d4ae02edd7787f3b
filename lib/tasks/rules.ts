import type { AssistState } from "./rule-table";
import type { TaskTurn } from "./types";

export type TaskProgress = {
  state: "open" | "closed";
  leadOfficeId: string;
  assists: readonly { officeId: string; state: AssistState }[];
};

function officesIn(task: TaskProgress, states: readonly AssistState[]): string[] {
  return task.assists.filter((assist) => states.includes(assist.state)).map((assist) => assist.officeId);
}

/** Parts that were asked for and have not come: closing now goes on record with them. */
export function partsStillOut<Part extends { state: AssistState }>(parts: readonly Part[]): Part[] {
  return parts.filter(({ state }) => state === "asked" || state === "accepted");
}

/**
 * Whose move it is, as the office that looks sees it: the lead's own next step comes before what others still owe,
 * since the one who reads wants to know what to do. Follows from the states of article 3 clauses 4 to 8.
 */
export function turnOf(task: TaskProgress, lookingOfficeId: string): TaskTurn {
  if (task.state === "closed") return { step: "done" };
  const given = officesIn(task, ["contributed"]);
  const owing = officesIn(task, ["asked", "accepted"]);
  const leads = task.leadOfficeId === lookingOfficeId;
  if (given.length > 0 && (leads || owing.length === 0)) return { step: "takeOver", officeIds: given };
  if (owing.length > 0) return { step: "give", officeIds: owing };
  const taken = officesIn(task, ["taken-over"]);
  const unasked = officesIn(task, ["named", "declined"]);
  return unasked.length > 0 && taken.length === 0 ? { step: "ask" } : { step: "close" };
}
