import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { fileLimits } from "@/lib/platform/files/limits";
import { loadReturnedForm, type ReturnedForm } from "@/lib/platform/files/returned-form";
import { idFromAddress } from "@/lib/platform/id-from-address";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideTaking } from "../policy";
import type { PetitionFormView, PetitionLine } from "../types";
import { loadLinesOf } from "./list-petitions";
import { loadChoices } from "./load-bodies";
import { searchPetitions } from "./search-petitions";

/** `returned` names a form with files that came back to a browser without script. */
export type PetitionFormInput = { words: string; likeId: string | null; returned?: string | undefined };

const shown = 8;

async function earlierOf(tx: TenantTx, actor: Actor, words: string): Promise<PetitionLine[]> {
  if (words === "") return [];
  const lines = await loadLinesOf(tx, actor, (await searchPetitions(tx, actor, words)).slice(0, shown));
  return lines.map(({ keyAt: _key, ...line }) => line);
}

/** What somebody brought before, for the form that asks without leaving its page. */
export const findEarlier: Query<{ words: string }, Pick<PetitionFormView, "earlier" | "mayTake">> = async ({
  tx,
  actor,
  input,
}) => {
  const choices = await loadChoices(tx, actor.tenantId);
  const serves = choices.bodies.some((body) => body.officeId === actor.officeId);
  const mayTake = decideTaking(actor, serves).allowed;
  return { mayTake, earlier: mayTake ? await earlierOf(tx, actor, input.words) : [] };
};

function typed(returned: ReturnedForm | null, name: string): string {
  if (returned?.form !== "take" || returned.state.status !== "error") return "";
  const value = returned.state.values[name];
  return typeof value === "string" ? value : "";
}

/** What was typed, with the name and address of an earlier letter in their fields. */
function filled(returned: ReturnedForm | null, like: PetitionFormView["like"]): ReturnedForm | null {
  if (!like || returned?.state.status !== "error") return returned;
  const { fullName, address, phone, idNumber } = like;
  const values = { ...returned.state.values, fullName, address, phone, idNumber };
  return { ...returned, state: { ...returned.state, values } };
}

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
  const returned = await loadReturnedForm(tx, actor, input.returned);
  const words = typed(returned, "q").trim().slice(0, 200) || input.words;
  const taken = typed(returned, "like");
  const likeId = taken === "" ? input.likeId : idFromAddress(taken);
  const [line] = likeId ? await loadLinesOf(tx, actor, [likeId]) : [];
  const like = line?.petitioner.kind === "plain" ? line.petitioner : null;
  return {
    today: dayAt(now),
    choices,
    ownBodyIds,
    mayTake: decideTaking(actor, ownBodyIds.length > 0).allowed,
    fileLimits: fileLimits(),
    returned: filled(returned, like),
    words,
    earlier: await earlierOf(tx, actor, words),
    like,
  };
};
