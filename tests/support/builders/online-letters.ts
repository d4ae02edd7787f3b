import { citizenPortal, putDraft } from "@/lib/petitions/citizen/functions";
import { tellSchema } from "@/lib/petitions/citizen/schema";
import { writeLetter } from "@/lib/petitions/citizen/write-letter";
import { newId } from "@/lib/platform/ids";
import type { TakenPetition } from "@/tests/support/builders/petition-stages";
import type { Province } from "@/tests/support/builders/province";

/** A letter a citizen sends on line, past the pages: what is typed, sealed and written as it is from there. */
export async function sentOnline(
  province: Province,
  typed: Record<string, string>,
  body = "UBND",
): Promise<TakenPetition> {
  const { slug } = province.phuTho.tenant;
  const portal = await citizenPortal(slug);
  if (!portal) throw new Error("no such province");
  const draft = { id: newId(), token: newId() };
  await putDraft(slug, draft.id, new Uint8Array([1]));
  const letter = tellSchema.parse({ bodyId: province.phuTho.bodies.get(body), ...typed });
  const sent = { tenant: slug, portal, values: {}, legacy: [], form: { fields: {}, files: [] } as never };
  const { answer } = await writeLetter(sent, letter, draft, []);
  if (!answer || !("code" in answer)) throw new Error("not sent");
  const [row] = await province.rows<{ id: string }>("select id from petitions where code = $1", [
    answer.code,
  ]);
  return { petitionId: row?.id ?? "", code: answer.code };
}
