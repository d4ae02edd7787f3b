import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideTaking } from "../policy";
import type { PetitionFormView } from "../types";
import { loadChoices } from "./load-bodies";

/** What the form of a new letter offers: its own bodies first. */
export const getPetitionForm: Query<object, PetitionFormView> = async ({ tx, actor, now }) => {
  const choices = await loadChoices(tx, actor.tenantId);
  const ownBodyIds = choices.bodies.filter((body) => body.officeId === actor.officeId).map((body) => body.id);
  return {
    today: dayAt(now),
    choices,
    ownBodyIds,
    mayTake: decideTaking(actor, ownBodyIds.length > 0).allowed,
  };
};
