import "server-only";
import { Readable } from "node:stream";
import { fileHeaders } from "./answer-file";
import { sealContext } from "./keep";
import { openSealed } from "./sealed";
import { openBytes } from "./storage";

/**
 * The bytes of a sealed file, opened as they stream. What is sealed because
 * of a person is answered to a command only (a POST that leaves its event), never to a read. Null where the bytes are gone; a wrong key throws.
 */
export async function answerSealedFile(
  tenantId: string,
  fileId: string,
  key: Uint8Array,
): Promise<Response | null> {
  const stream = await openBytes(tenantId, fileId);
  if (!stream) return null;
  const { head, bytes } = await openSealed(stream, key, sealContext(tenantId, fileId));
  const body = Readable.toWeb(Readable.from(bytes)) as unknown as ReadableStream<Uint8Array>;
  return new Response(body, { headers: fileHeaders(head) });
}
