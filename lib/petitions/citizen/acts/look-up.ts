import "server-only";
import { getTranslations } from "next-intl/server";
import { forgetDraft, hashOfTicket, hold } from "../drafts";
import { lookUp } from "../functions";
import { portalKey } from "../keys";
import { bucketOf, secretHash } from "../secret";
import { back, type Sent, type Target } from "../sent";
import { leftOf, ticketAfter } from "../tickets";

/** A try to open a letter. Whatever was wrong, the answer is the same. */
export async function look(sent: Sent): Promise<Target> {
  const { tenant, portal, values } = sent;
  const page = `/${tenant}/citizen/look-up`;
  const now = new Date();
  const [code = "", secret = ""] = [values["code"], values["secret"]].map((typed) =>
    (typed ?? "").slice(0, 100),
  );
  const lookup = await portalKey(tenant, portal, "lookup");
  const bucket = bucketOf(lookup.key, tenant, code);
  const t = await getTranslations("citizen.lookUp");
  const ask = async (note: string, ticket: string) => {
    await back({ ...sent, values: { code, ticket } }, "look-up", {}, note);
    return `${page}#errors`;
  };
  const ticket = values["ticket"] ?? "";
  const left = leftOf(tenant, bucket, ticket, now);
  if (left !== null && left > 0) return ask(t("wait", { seconds: left }), ticket);
  const hash = secretHash(lookup.key, tenant, code, secret);
  const answer = await lookUp(tenant, hash, bucket, left === 0 ? hashOfTicket(ticket) : null);
  if (answer?.found) {
    await hold(tenant, "letter", { hash });
    await forgetDraft(tenant, "look-up");
    return `/${tenant}/citizen/letter`;
  }
  const wait = answer?.wait ?? 0;
  const words =
    answer?.found === false
      ? t(wait > 0 ? "missAndWait" : "miss", { seconds: wait })
      : t("wait", { seconds: wait });
  return ask(words, wait > 0 ? ticketAfter(tenant, bucket, wait, now) : "");
}
