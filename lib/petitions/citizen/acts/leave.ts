import "server-only";
import { type DraftForm, forgetDraft, letGo } from "../drafts";
import { fieldsOf, type Sent, type Target } from "../sent";

/** Nothing of the letter stays in this browser. */
export async function leave({ tenant }: Sent): Promise<Target> {
  await letGo(tenant, "letter");
  await letGo(tenant, "receipt");
  for (const form of Object.keys(fieldsOf)) await forgetDraft(tenant, form as DraftForm);
  return `/${tenant}/citizen`;
}
