import "server-only";
import { translateFieldErrors } from "@/lib/platform/commands/form-action";
import { dayAt, formatDay, parseTypedDay } from "@/lib/platform/dates/days";
import { forgetDraft, held, hold, letGo } from "../citizen/drafts";
import { type Act, back, parse, type Sent, type Target } from "../citizen/sent";
import { linkAnswer, linkLetter } from "./functions";
import { linkAnswerSchema } from "./schema";
import { linkHash } from "./secret";

const pageOf = (tenant: string): Target => `/${tenant}/link`;

/** Remembers in this browser, for half an hour, which slip a secret opens; what is none opens nothing. */
export async function openLink(tenant: string, secret: string): Promise<Target> {
  await letGo(tenant, "done");
  await hold(tenant, "link", { hash: linkHash(secret) ?? "" });
  return pageOf(tenant);
}

export async function openedLink(tenant: string): Promise<string | null> {
  const value = await held(tenant, "link");
  return typeof value?.["hash"] === "string" ? value["hash"] : null;
}

/** The secret typed from paper. */
async function open({ tenant, values }: Sent): Promise<Target> {
  await forgetDraft(tenant, "slip");
  return openLink(tenant, values["secret"] ?? "");
}

/** One of the three things a link is for. */
async function answer(sent: Sent): Promise<Target> {
  const { tenant } = sent;
  const page = pageOf(tenant);
  const hash = await openedLink(tenant);
  const letter = hash === null ? null : await linkLetter(tenant, hash);
  if (hash === null || letter === null) return page;
  // Why it is sent back and what came of it are two fields on one page, and one of them is meant.
  const said = sent.values["answer"] === "sent-back" ? sent.values["why"] : sent.values["words"];
  const values = { ...sent.values, words: said ?? "" };
  const parsed = await parse(linkAnswerSchema, { ...sent, values });
  if ("errors" in parsed) return `${await back(sent, "slip", parsed.errors, undefined, page)}#errors`;
  const { answer: given, ground, words, documentNumber: document } = parsed.input;
  const resultOn = parseTypedDay(parsed.input.resultOn, dayAt(new Date()));
  if (given === "answered" && resultOn !== null && resultOn < letter.sentOn) {
    const errors = await translateFieldErrors({ resultOn: ["beforeSlip"] });
    return `${await back(sent, "slip", errors, undefined, page)}#errors`;
  }
  // Of a letter whose sender is kept secret nothing is taken in words.
  const kept = letter.sealed ? "" : words;
  const done = await linkAnswer(tenant, hash, {
    answer: given,
    ground,
    words: kept,
    document,
    resultOn,
    followUp:
      resultOn === null ? "" : [`${document}, ${formatDay(resultOn)}`, kept].filter(Boolean).join(": "),
  });
  await forgetDraft(tenant, "slip");
  if (done) await hold(tenant, "done", { act: given });
  return page;
}

/** Nothing of the slip stays in this browser. */
async function leave({ tenant }: Sent): Promise<Target> {
  await letGo(tenant, "link");
  await forgetDraft(tenant, "slip");
  return pageOf(tenant);
}

/** What the page of a link is sent to. */
export const linkActs: Readonly<Record<string, Act>> = { open, answer, leave };
