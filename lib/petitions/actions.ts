"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { chooseOffDays } from "./commands/choose-off-days";
import { classifyPetition } from "./commands/classify-petition";
import { decideDay } from "./commands/decide-day";
import { recordMilestone } from "./commands/record-milestone";
import { reviseClockRule } from "./commands/revise-clock-rule";
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

export const recordMilestoneAction = formAction(recordMilestone, {
  redirectTo: toPetition,
  saved: "milestoneRecorded",
});
export const decideDayAction = formAction(decideDay, {
  redirectTo: ({ tenant, result }) => `/${tenant}/settings/days?year=${result.day.slice(0, 4)}`,
  saved: "dayDecided",
});
export const chooseOffDaysAction = formAction(chooseOffDays, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/limits`,
  saved: "offDaysChosen",
});
export const reviseClockRuleAction = formAction(reviseClockRule, {
  redirectTo: ({ tenant }) => `/${tenant}/settings/limits`,
  saved: "clockRuleRevised",
});
