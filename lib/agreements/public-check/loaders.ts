import "server-only";
import { heldAnswer } from "./held-answer";
import { megabytes } from "./limits";
import { portalRoots } from "./roots";
import { knownRoots } from "./summary";
import type { VerifyView } from "./types";

export async function loadVerify(): Promise<VerifyView> {
  return { answer: await heldAnswer(), roots: knownRoots(await portalRoots()), megabytes };
}
