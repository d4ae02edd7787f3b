import "server-only";
import { newId } from "@/lib/platform/ids";
import { openPerson, personColumns } from "../../identity/columns";
import { keyedHash } from "../../identity/letter-key";
import { phoneDigits } from "../../identity/person";
import { forgetDraft, hold } from "../drafts";
import { changeContact } from "../functions";
import { bytesOf, portalKey } from "../keys";
import { letterPage, opened } from "../opened";
import { contactSchema } from "../schema";
import { back, base64, parse, type Sent, type Target } from "../sent";

/** Where the sender can be reached now, kept as the letter keeps the name. */
export async function contact(sent: Sent): Promise<Target> {
  const { tenant, portal } = sent;
  const letter = await opened(sent);
  if (!letter?.row.person) return letterPage(tenant);
  const parsed = await parse(contactSchema, sent);
  if ("errors" in parsed) return `${await back(sent, "contact", parsed.errors)}#errors`;
  const { address, phone } = parsed.input;
  const { person, identity } = letter.row;
  const of = { tenantId: portal.tenantId, personId: person.id };
  const lookup = await portalKey(tenant, portal, "lookup");
  const digits = phoneDigits(phone);
  const plain = { address, phone, phoneHash: digits ? keyedHash(lookup.key, "phone", digits) : "" };
  const resealed = () => {
    const known = openPerson(bytesOf(person.sealed ?? ""), letter.key, of);
    const now = { ...known, address: address || known.address, phone: phone || known.phone };
    const { sealed } = personColumns(now, "sealed", { letter: letter.key, lookup: lookup.key }, of);
    return { sealed: base64(sealed ?? new Uint8Array()) };
  };
  const changed = await changeContact(tenant, letter.hash, {
    id: newId(),
    identity,
    personId: person.id,
    ...(identity === "sealed" ? resealed() : plain),
  });
  await forgetDraft(tenant, "contact");
  if (changed) await hold(tenant, "done", { act: "contact" });
  return letterPage(tenant);
}
