import { randomBytes, type X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, type TSTInfo } from "pkijs";
import { judgeTimeStamp } from "./verification/verify-cms";

/** A responder of RFC 3161 and whom its tokens must lead to. */
export type StampAuthority = { url: string; roots: readonly X509Certificate[] };

/** Why there is no time stamp; never why a signature is not made. */
export class NoTimeStamp extends Error {
  override name = "NoTimeStamp";
}

/** Bytes kept free for a token beside the signature: two or three RSA-4096 certificates and what is said of them. */
export const RESERVED_TOKEN_BYTES = 12_288;

const SHA_256 = "2.16.840.1.101.3.4.2.1";
const patienceMs = 4_000;
const toleranceMs = 5 * 60_000;

/**
 * Asks for a time stamp over a SHA-256 digest (RFC 3161 §2.4, over HTTP §3.4) and takes it only when it is over that very digest,
 * answers this very question (nonce), is of now, and leads to one of the responder's roots. Throws `NoTimeStamp` in every other case,
 * after four seconds at the latest.
 */
export async function askForTimeStamp(
  { url, roots }: StampAuthority,
  digest: Uint8Array,
): Promise<Uint8Array> {
  const nonce = newNonce();
  const answer = await send(url, encodeRequest(digest, nonce));
  const token = tokenOf(answer);
  const isOver = (hash: string, imprint: Buffer) => hash === "sha256" && imprint.equals(digest);
  const { problems, info } = judgeTimeStamp(token, isOver, roots);
  if (problems.length > 0 || !info) throw new NoTimeStamp(problems.join(", "));
  if (!isAnswerTo(info, nonce)) throw new NoTimeStamp("nonce");
  if (Math.abs(info.genTime.getTime() - Date.now()) > toleranceMs) throw new NoTimeStamp("clock");
  if (token.length > RESERVED_TOKEN_BYTES) throw new NoTimeStamp("size");
  return token;
}

/** Eight bytes that are a positive number in their shortest form (X.690 §8.3.2). */
function newNonce(): Buffer {
  const bytes = randomBytes(8);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes;
}

function encodeRequest(digest: Uint8Array, nonce: Buffer): ArrayBuffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    nonce: new asn1js.Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return request.toSchema().toBER();
}

async function send(url: string, body: ArrayBuffer): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok || !response.body) throw new NoTimeStamp(`status ${response.status}`);
    return await readAtMost(response.body, 2 * RESERVED_TOKEN_BYTES);
  } catch (error) {
    // Whatever the network says is said without its address.
    throw error instanceof NoTimeStamp ? error : new NoTimeStamp("unreachable");
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) throw new NoTimeStamp("size");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The token of a response that grants it, byte for byte as it was sent. */
function tokenOf(answer: Uint8Array): Buffer {
  try {
    const { result, offset } = asn1js.fromBER(answer);
    const response = new TimeStampResp({ schema: result });
    // 0 granted, 1 granted with changes, which are then judged (RFC 3161 §2.4.2).
    const granted: readonly number[] = [0, 1];
    const isGranted = granted.includes(response.status.status);
    const token = result instanceof asn1js.Sequence ? result.valueBlock.value[1] : undefined;
    if (offset !== answer.length || !isGranted || !token) throw new NoTimeStamp("not granted");
    return Buffer.from(token.valueBeforeDecodeView);
  } catch (error) {
    // pkijs throws its own errors on an answer that is none.
    throw error instanceof NoTimeStamp ? error : new NoTimeStamp("not an answer");
  }
}

function isAnswerTo({ nonce }: TSTInfo, asked: Buffer): boolean {
  return nonce !== undefined && Buffer.from(nonce.valueBlock.valueHexView).equals(asked);
}
