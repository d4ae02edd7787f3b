import { conditionsOf } from "./conditions";
import type { PetitionPageView } from "./types";

type Letter = Pick<PetitionPageView, "state" | "class" | "may" | "recordable" | "closedAt"> & {
  way: Pick<PetitionPageView["way"], "eligible" | "conclusions" | "forwards">;
};

/** The one act a letter waits for from the acting person; where it is another's move, whose. */
export type NextAct =
  | "answer"
  | "takeBack"
  | "tell"
  | "classify"
  | "split"
  | "assess"
  | "accept"
  | "conclude"
  | "issue"
  | "waitsForOffice"
  | "waitsForLead"
  | "done";

/** Asks what the acting person may; a letter that is over has nothing next. */
export function nextAct(view: Letter): NextAct {
  const { may, way, class: petitionClass, state } = view;
  if (may.answerForward) return "answer";
  if (may.takeBack) return "takeBack";
  if (may.tellResult) return "tell";
  if (view.closedAt !== null) return "done";
  if (state === "forwarded") return "waitsForOffice";
  if (petitionClass === null) return may.classify ? "classify" : "waitsForLead";
  if (may.split) return "split";
  if (may.assess && way.eligible === null && conditionsOf(petitionClass).length > 0) return "assess";
  if (state === "classified" && way.eligible === false && way.conclusions.length > 0) return "conclude";
  if (state === "classified" && may.record && view.recordable.includes("accepted")) return "accept";
  if (may.issuePaper) return "issue";
  if (way.conclusions.length > 0) return "conclude";
  return "waitsForLead";
}

/** Whether an end of the work is offered before anything was judged: among the other acts then, not as a step. */
export function concludesEarly(view: Letter): boolean {
  const judged = view.way.eligible !== null || conditionsOf(view.class).length === 0;
  return view.state === "received" || (view.state === "classified" && !judged);
}
