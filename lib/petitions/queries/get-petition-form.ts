import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import { fileLimits } from "@/lib/platform/files/limits";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideTaking } from "../policy";
import type { PetitionFormView } from "../types";
import { loadLinesOf } from "./list-petitions";
import { loadChoices } from "./load-bodies";
import { searchPetitions } from "./search-petitions";

/** `returned` names a form with files that came back to a browser without script. */
export type PetitionFormInput = { words: string; likeId: string | null; returned?: string | undefined };

/**
 * What the form of a new letter offers: its own bodies first; beside it what somebody brought before, found by name,
 * telephone or identity number; and whose name and address it begins with.
 */
export const getPetitionForm: Query<PetitionFormInput, PetitionFormView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const choices = await loadChoices(tx, actor.tenantId);
  const ownBodyIds = choices.bodies.filter((body) => body.officeId === actor.officeId).map((body) => body.id);
  const earlier = input.words
    ? await loadLinesOf(tx, actor, (await searchPetitions(tx, actor, input.words)).slice(0, 8))
    : [];
  const [like] = input.likeId ? await loadLinesOf(tx, actor, [input.likeId]) : [];
  return {
    today: dayAt(now),
    choices,
    ownBodyIds,
    mayTake: decideTaking(actor, ownBodyIds.length > 0).allowed,
    fileLimits: fileLimits(),
    returned: await loadReturnedForm(tx, actor, input.returned),
    words: input.words,
    earlier: earlier.map(({ keyAt: _key, ...line }) => line),
    like: like?.petitioner.kind === "plain" ? like.petitioner : null,
  };
};
