import "server-only";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { runCommand } from "@/lib/platform/commands/execute-command";
import {
  formErrorOf,
  normalised,
  textOf,
  translateFieldErrors,
  typedValues,
} from "@/lib/platform/commands/form-action";
import { forgetSaved } from "@/lib/platform/commands/saved";
import { signedOut } from "@/lib/platform/commands/signed-out";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { FormAction, FormState } from "@/lib/platform/forms/form-state";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { approveMeeting } from "./commands/approve-meeting";
import { getTitles } from "./queries/get-approvals";
import { approveChosenSchema } from "./schema";
import type { ApprovedItem } from "./types";

/** One command, as the meeting's own page runs it; what refuses it is said of this item alone. */
async function approveOne(caller: Caller, meetingId: string, revision: number): Promise<string | null> {
  try {
    await runCommand(approveMeeting, caller, { meetingId, revision, scope: "one", following: "" });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = await formErrorOf(error);
    return refused.formError?.message ?? Object.values(refused.fieldErrors).flat().join(" ");
  }
}

/** Approves each chosen meeting by itself and says of each what came of it. */
export const approveChosen: FormAction = async (_previous, formData): Promise<FormState> => {
  const clean = normalised(formData);
  const values = typedValues(formData);
  await forgetSaved();
  const tenantSlug = textOf(clean, "tenant");
  const caller = await actCaller(tenantSlug);
  if (caller === "signed-out") signedOut(tenantSlug);
  if (caller === "not-found")
    return { ...(await formErrorOf(new DomainError("not-found", "notFound"))), values };
  const submission = parseWithZod(clean, { schema: approveChosenSchema });
  if (submission.status !== "success") {
    return { status: "error", fieldErrors: await translateFieldErrors(submission.error ?? {}), values };
  }
  const { chosen } = submission.value;
  const ids = chosen.map(({ meetingId }) => meetingId);
  const titles = (await runQuery(getTitles, caller, { meetingIds: ids }))?.view ?? {};
  const results: ApprovedItem[] = [];
  for (const { meetingId, revision } of chosen) {
    const refused = await approveOne(caller, meetingId, revision);
    results.push({ meetingId, title: titles[meetingId] ?? null, refused });
  }
  revalidatePath("/", "layout");
  return { status: "error", fieldErrors: {}, values: {}, advice: { results } };
};
