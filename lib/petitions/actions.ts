"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { classifyPetition } from "./commands/classify-petition";
import { takePetition } from "./commands/take-petition";

type Done = { tenant: string; result: { petitionId: string } };

const toPetition = ({ tenant, result }: Done) => `/${tenant}/petitions/${result.petitionId}`;

export const takePetitionAction = formAction(takePetition, {
  redirectTo: toPetition,
  saved: "petitionTaken",
});
export const classifyPetitionAction = formAction(classifyPetition, {
  redirectTo: toPetition,
  saved: "petitionClassified",
});
