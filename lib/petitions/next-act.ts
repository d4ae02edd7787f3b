import { conditionsOf } from "./conditions";
import type { SameOnPage } from "./same-letter/types";
import type { PetitionPageView } from "./types";

type Letter = Pick<PetitionPageView, "state" | "class" | "may" | "recordable" | "closedAt" | "same"> & {
  way: Pick<PetitionPageView["way"], "eligible" | "conclusions" | "forwards">;
};

/** The one act a letter waits for from the acting person; where it is another's move, whose. */
export type NextAct =
  | "answer"
  | "takeBack"
  | "tell"
  | "join"
  | "classify"
  | "split"
  | "assess"
  | "accept"
  | "conclude"
  | "issue"
  | "fileAway"
  | "waitsForOffice"
  | "waitsForLead"
  | "done";

/** An earlier letter that looks the same, of which nothing was said yet. */
function waitsToBeJoined({ answer, earlier, found }: SameOnPage): boolean {
  return answer === null && earlier && found.kind === "told";
}

/** Asks what the acting person may; a letter that is over has nothing next. */
export function nextAct(view: Letter): NextAct {
  const { may, way, class: petitionClass, state } = view;
  if (may.answerForward) return "answer";
  if (may.takeBack) return "takeBack";
  if (may.tellResult) return "tell";
  if (view.closedAt !== null) return "done";
  if (state === "forwarded") return "waitsForOffice";
  if (may.join && view.same.some(waitsToBeJoined)) return "join";
  if (petitionClass === null) return may.classify ? "classify" : "waitsForLead";
  // Joined, it is answered with the first one.
  if (view.same.some(({ answer }) => answer?.kind === "joined" && answer.own)) {
    return way.conclusions.includes("filed-away") ? "fileAway" : "waitsForLead";
  }
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
