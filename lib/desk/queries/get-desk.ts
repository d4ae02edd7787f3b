import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { sortOutTasks } from "../sort-out-tasks";
import type { DeskView } from "../types";
import { loadDeskTasks } from "./load-desk-tasks";
import { loadDueLetters } from "./load-due-letters";
import { loadWaitingAgreements } from "./load-waiting-agreements";
import { loadWaitingEndings } from "./load-waiting-endings";
import { loadWaitingHandovers } from "./load-waiting-handovers";
import { loadDiaries, loadWaitingInvitations } from "./load-waiting-invitations";
import { loadWaitingLinks } from "./load-waiting-links";
import { loadWaitingMeetings } from "./load-waiting-meetings";
import { loadWaitingPetitions } from "./load-waiting-petitions";

/** Everything that waits for the acting person and what of the office is late or near. */
export const getDesk: Query<Record<string, never>, DeskView> = async ({ tx, actor, now }) => {
  const today = dayAt(now);
  const agreements = [
    ...(await loadWaitingAgreements(tx, actor)),
    ...(await loadWaitingLinks(tx, actor, now)),
    ...(await loadWaitingEndings(tx, actor)),
    ...(await loadWaitingHandovers(tx, actor)),
  ];
  const meetings = await loadWaitingMeetings(tx, actor, now);
  const invitations = await loadWaitingInvitations(tx, actor, now);
  const diaries = await loadDiaries(tx, actor);
  const letters = await loadDueLetters(tx, actor, today);
  const petitions = await loadWaitingPetitions(tx, actor);
  const rows = await loadDeskTasks(tx, actor);
  return {
    today,
    agreements,
    meetings,
    invitations,
    diaries,
    letters,
    petitions,
    ...sortOutTasks(rows, actor, today),
  };
};
