import "server-only";
import { translateFieldErrors } from "@/lib/platform/commands/form-action";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import type { ReceivedForm } from "@/lib/platform/files/receive-form";
import { putJob } from "@/lib/platform/outbox/queue";
import { checkDocumentQueue } from "../queues";
import { judgeIncrement } from "../signing/judge-increment";
import { stampRoots } from "../stamp-authority";
import { hold, letGo, openedParty } from "./browser";
import {
  partyAnswer,
  partyDecline,
  partyFile,
  partyGiveBackTurn,
  partySign,
  partyTakeTurn,
} from "./functions";
import { partyAnswerSchema, partyDeclineSchema } from "./schema";
import { partyHash } from "./secret";
import type { PartyDone } from "./types";

export type PartySent = { tenant: string; field: (name: string) => string; form: ReceivedForm };
type Act = (sent: PartySent) => Promise<string>;

const pageOf = (tenant: string) => `/${tenant}/party`;

/** Remembers in this browser what a secret opens; what is none opens nothing. */
export async function openParty(tenant: string, secret: string): Promise<string> {
  for (const name of ["done", "form"] as const) await letGo(tenant, name);
  await hold(tenant, "link", { hash: partyHash(secret) ?? "" });
  return pageOf(tenant);
}

async function done(tenant: string, act: PartyDone): Promise<string> {
  await letGo(tenant, "form");
  await hold(tenant, "done", { act });
  return pageOf(tenant);
}

/** Back to the page with what was typed and what is wrong with it: keys under `fields`. */
async function back(
  sent: Pick<PartySent, "tenant" | "field">,
  act: string,
  wrong: Record<string, string>,
): Promise<string> {
  const keys = Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, [key]]));
  const errors = Object.entries(await translateFieldErrors(keys)).map(([name, texts]) => [
    name,
    texts.join(" "),
  ]);
  const words = sent.field("words").slice(0, 500);
  await hold(sent.tenant, "form", { act, words, errors: Object.fromEntries(errors) });
  return `${pageOf(sent.tenant)}#errors`;
}

/** Back to the page with one sentence of what hindered the act. */
export function backFor(tenant: string, act: string, key: string): Promise<string> {
  return back({ tenant, field: () => "" }, act, { [act]: key });
}

async function answer(sent: PartySent): Promise<string> {
  const { tenant, field } = sent;
  const hash = await openedParty(tenant);
  if (hash === null) return pageOf(tenant);
  const parsed = partyAnswerSchema.safeParse({
    answer: field("answer"),
    words: field("words"),
    contentHash: field("contentHash"),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return back(sent, "answer", { [String(issue?.path[0] ?? "answer")]: issue?.message ?? "invalid" });
  }
  const said = await partyAnswer(tenant, hash, parsed.data);
  if (said === "stale") return back(sent, "answer", { answer: "partyTextChanged" });
  return said === "done" ? done(tenant, parsed.data.answer) : pageOf(tenant);
}

async function turn(sent: PartySent): Promise<string> {
  const { tenant } = sent;
  const hash = await openedParty(tenant);
  const said = hash === null ? "gone" : await partyTakeTurn(tenant, hash);
  if (said === "taken") return back(sent, "turn", { turn: "partyTurnTaken" });
  if (said === "no-certificate") return back(sent, "turn", { turn: "partyNoCertificate" });
  // Where nobody signs it any more the page itself says why.
  return said === "done" ? done(tenant, "turn") : pageOf(tenant);
}

async function giveBack({ tenant }: PartySent): Promise<string> {
  const hash = await openedParty(tenant);
  const said = hash === null ? "gone" : await partyGiveBackTurn(tenant, hash);
  return said === "done" ? done(tenant, "givenBack") : pageOf(tenant);
}

/** Will not sign, and says why: with that the round stops, as it does for a signer of the portal. */
async function decline(sent: PartySent): Promise<string> {
  const { tenant, field } = sent;
  const hash = await openedParty(tenant);
  if (hash === null) return pageOf(tenant);
  const parsed = partyDeclineSchema.safeParse({ words: field("words") });
  if (!parsed.success)
    return back(sent, "decline", { words: parsed.error.issues[0]?.message ?? "reasonMissing" });
  const said = await partyDecline(tenant, hash, parsed.data.words);
  return said === "done" ? done(tenant, "declined") : pageOf(tenant);
}

/** The signed file comes back: judged as any file from elsewhere, against the certificates of this very body. */
async function sign(sent: PartySent): Promise<string> {
  const { tenant, form } = sent;
  const hash = await openedParty(tenant);
  const handed = hash === null ? null : await partyFile(tenant, hash);
  if (hash === null) return pageOf(tenant);
  if (handed === null) return back(sent, "sign", { file: "partyTurnOver" });
  const [file] = form.files;
  if (!file || file.bytes.length === 0 || form.refused.length > 0)
    return back(sent, "sign", { file: form.refused.length > 0 ? "partyFileTooBig" : "signedFileMissing" });
  const judged = judgeIncrement({
    before: handed.bytes,
    after: file.bytes,
    issued: { length: handed.issuedLength, sha256: handed.issuedSha256 },
    signers: handed.signers.map(({ receivedAt, ...signer }) => ({
      ...signer,
      receivedAt: new Date(receivedAt),
    })),
    place: `party_${handed.place}`,
    registered: handed.certificates.map(({ sha256 }) => sha256),
    roots: handed.roots,
    stampRoots: stampRoots(),
    now: new Date(),
  });
  if (!judged.ok) return back(sent, "sign", { file: `increment.${judged.fault}` });
  const certificate = handed.certificates.find(({ sha256 }) => sha256 === judged.certificateSha256);
  if (!certificate) throw new Error("a registered certificate was judged");
  const { fieldName } = judged;
  const kept = await partySign(tenant, hash, { bytes: file.bytes, fieldName, certificateId: certificate.id });
  if (kept === null) return back(sent, "sign", { file: "partyTurnOver" });
  // portal_public writes no job: the check of the kept file is asked for as the portal, which names nobody.
  await inTenant({ tenantId: kept.tenantId, accountId: "" }, (tx) =>
    putJob(tx, { queue: checkDocumentQueue, data: { ...kept } }),
  );
  return done(tenant, "signed");
}

/** Nothing of the link stays in this browser. */
async function leave({ tenant }: PartySent): Promise<string> {
  for (const name of ["link", "done", "form"] as const) await letGo(tenant, name);
  return pageOf(tenant);
}

async function open({ tenant, field }: PartySent): Promise<string> {
  return openParty(tenant, field("secret"));
}

/** What the page of a link is sent to. */
export const partyActs: Readonly<Record<string, Act>> = {
  open,
  answer,
  turn,
  "give-back": giveBack,
  sign,
  decline,
  leave,
};
