import { normaliseText } from "@/lib/platform/forms/text";
import { isLegacyVietnamese } from "@/lib/platform/imports/legacy";

// Control characters but line ends and tabs, and those that turn or hide what is read.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Fields of several lines; every other is one line, whatever was put between its words. */
const longFields = new Set(["content", "page", "reason"]);

/**
 * What was typed, as it may be kept: NFC, without characters that are not seen. Of fields sent twice the last counts. Names the
 * fields that were written for a font of the nineties (TCVN3, VNI), which nobody could read.
 */
export function cleanFields(form: FormData): { values: Record<string, string>; legacy: string[] } {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "__proto__") continue;
    const text = normaliseText(
      value
        .toWellFormed()
        .replaceAll(unseen, (mark) => (mark === "\n" || mark === "\t" || mark === "\r" ? mark : "")),
    );
    values[name] = longFields.has(name) ? text : text.replaceAll(/\s+/g, " ");
  }
  return { values, legacy: Object.keys(values).filter((name) => isLegacyVietnamese(values[name] ?? "")) };
}
