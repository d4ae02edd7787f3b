"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { addItem } from "./commands/add-item";
import { carryDown } from "./commands/carry-down";
import { discardProgramme } from "./commands/discard-programme";
import { draftProgramme } from "./commands/draft-programme";
import { editItem } from "./commands/edit-item";
import { issueProgramme } from "./commands/issue-programme";
import { removeItem } from "./commands/remove-item";
import { settleOverlap } from "./commands/settle-overlap";
import { stopItem } from "./commands/stop-item";

const toProgramme = ({ tenant, result }: { tenant: string; result: { programmeId: string } }) =>
  `/${tenant}/programmes/${result.programmeId}`;

export const draftProgrammeAction = formAction(draftProgramme, {
  redirectTo: toProgramme,
  saved: "programmeDrafted",
});
export const carryDownAction = formAction(carryDown, { redirectTo: toProgramme, saved: "itemsCarried" });
export const addItemAction = formAction(addItem, { redirectTo: toProgramme, saved: "itemSaved" });
export const editItemAction = formAction(editItem, { redirectTo: toProgramme, saved: "itemSaved" });
export const removeItemAction = formAction(removeItem, { redirectTo: toProgramme, saved: "itemRemoved" });
export const stopItemAction = formAction(stopItem, { redirectTo: toProgramme, saved: "itemStopped" });
export const issueProgrammeAction = formAction(issueProgramme, {
  redirectTo: toProgramme,
  saved: "programmeIssued",
});
export const discardProgrammeAction = formAction(discardProgramme, {
  redirectTo: ({ tenant, result }) => `/${tenant}/programmes?year=${result.year}`,
  saved: "programmeDiscarded",
});
export const settleOverlapAction = formAction(settleOverlap, {
  redirectTo: ({ tenant, result }) => `/${tenant}/programmes/overlaps?year=${result.year}`,
  saved: "overlapSettled",
});
