import "server-only";
import { newId } from "@/lib/platform/ids";
import { forgetDraft, hold } from "../drafts";
import { withdraw } from "../functions";
import { letterPage, opened, sealAddition } from "../opened";
import { withdrawSchema } from "../schema";
import { back, parse, type Sent, type Target } from "../sent";

/** The sender takes the letter back, or asks for it. */
export async function takeBack(sent: Sent): Promise<Target> {
  const { tenant } = sent;
  const letter = await opened(sent);
  if (!letter) return letterPage(tenant);
  const parsed = await parse(withdrawSchema, sent);
  if ("errors" in parsed) return `${await back(sent, "withdraw", parsed.errors)}#errors`;
  const id = newId();
  const sealed = sealAddition(sent, letter, id, parsed.input.reason);
  const done = await withdraw(tenant, letter.hash, { id, sealed });
  await forgetDraft(tenant, "withdraw");
  if (done) await hold(tenant, "done", { act: done });
  return letterPage(tenant);
}
