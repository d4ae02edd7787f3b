import "server-only";
import { getTranslations } from "next-intl/server";
import { largestFromCitizens } from "@/lib/platform/files/limits";
import { examineAll } from "@/lib/platform/files/upload-action";
import { hashOfTicket, hold, keepDraft, loadDraft, tellToken } from "../drafts";
import { submit } from "../functions";
import { portalKey } from "../keys";
import { tellSchema } from "../schema";
import { secretOfDraft } from "../secret";
import type { Sent, Target } from "../sent";
import { writeLetter } from "../write-letter";

/** Last page: files are looked at, and the letter is written or nothing of it. */
export async function send(sent: Sent): Promise<Target> {
  const { tenant, form } = sent;
  const [start, page] = [`/${tenant}/citizen`, `/${tenant}/citizen/send`];
  const token = await tellToken();
  const draft = await loadDraft(tenant, "tell");
  if (!token) return start;
  // Sent a moment ago from another press of the button: the same letter is shown, and nothing is looked at again.
  if (!draft) {
    const lookup = await portalKey(tenant, sent.portal, "lookup");
    const answer = await submit(tenant, { draftId: token.id, ticketHash: hashOfTicket(token.token) });
    if (!answer || !("code" in answer)) return start;
    await hold(tenant, "receipt", { code: answer.code, secret: secretOfDraft(lookup.key, token.token) });
    return `/${tenant}/citizen/sent`;
  }
  const letter = tellSchema.safeParse(draft.values);
  if (!letter.success) return start;
  const { uploads, errors } = await examineAll(form, largestFromCitizens());
  const { values } = draft;
  if (Object.keys(errors).length > 0) {
    const { noSecrets, ...others } = errors;
    const files = Object.values(others).flat();
    const again = (await getTranslations("citizen.send"))("chooseAgain");
    await keepDraft(tenant, "tell", {
      values,
      // A page never gets its files back: that they are gone is said beside them, in the same breath as what was wrong.
      errors: { files: [...files, again], ...(noSecrets ? { noSecrets } : {}) },
    });
    return `${page}#errors`;
  }
  const { answer, secret } = await writeLetter(
    sent,
    letter.data,
    draft,
    uploads.map(([, upload]) => upload),
  );
  if (answer && "wait" in answer) {
    const t = await getTranslations("citizen.send");
    await keepDraft(tenant, "tell", { values, errors: {}, note: t("wait", { seconds: answer.wait }) });
    return `${page}#errors`;
  }
  if (!answer || !("code" in answer)) return start;
  await hold(tenant, "receipt", { code: answer.code, secret });
  return `/${tenant}/citizen/sent`;
}
