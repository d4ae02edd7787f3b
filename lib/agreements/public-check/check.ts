import "server-only";
import { getTranslations } from "next-intl/server";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { BadForm, type ReceivedForm, receiveForm } from "@/lib/platform/files/receive-form";
import { isForeign } from "@/lib/platform/files/upload-action";
import { stampRoots } from "../stamp-authority";
import { holdAnswer } from "./held-answer";
import { formLimits } from "./limits";
import { Pace } from "./pace";
import { portalRoots } from "./roots";
import { checkFile } from "./summary";
import type { CheckAnswer } from "./types";

/** A fifth of a process's time at most. */
const pace = new Pace(4);

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

function plain(status: number, text = ""): Response {
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

async function answerTo({ files, refused }: ReceivedForm): Promise<CheckAnswer> {
  const [file] = files;
  if (refused.some(({ problem }) => problem === "tooBig")) return { kind: "too-big" };
  if (!file || file.bytes.length === 0) return { kind: "none" };
  const roots = await portalRoots();
  const turn = await pace.run(() => checkFile(file, { roots, stampRoots: stampRoots() }, new Date()));
  return "done" in turn ? turn.done : { kind: "busy", seconds: turn.seconds };
}

/**
 * Anybody's file, read as a stream and judged in memory: it is kept nowhere, nothing is fetched for it. Answers with 303 to the
 * page, which tells what was found.
 */
export async function checkUpload(request: Request): Promise<Response> {
  if (isForeign(request)) return plain(403);
  let form: ReceivedForm | undefined;
  try {
    form = await receiveForm(request, formLimits);
    await holdAnswer(await answerTo(form));
    return new Response(null, { status: 303, headers: { ...headers, Location: "/verify#answer" } });
  } catch (error) {
    const t = await getTranslations("verify.notChecked");
    if (error instanceof BadForm) return plain(400, t("broken"));
    const known = asDomainError(error);
    if (known instanceof DomainError && known.code === "busy") return plain(503, t("busy", { seconds: 5 }));
    throw error;
  } finally {
    form?.release();
  }
}
