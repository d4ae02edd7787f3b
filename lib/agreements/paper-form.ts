import type { OfficialForm } from "@/lib/platform/documents/official-form";

/**
 * The form in which the paper of a version is drawn. Parties answer to the State and to the Party, and which head their joint
 * paper takes is settled nowhere: joint has the names of all over the title and is what a draft begins with.
 */
export const paperForms = ["joint", "state", "party"] as const satisfies readonly ("joint" | OfficialForm)[];
export type PaperForm = (typeof paperForms)[number];

/** How the paper of a version looks beside its words: part of the text, as they are. */
export type PaperLook = { form: PaperForm; recipients: readonly string[] };

/** To whom copies go, as the page that chooses an official form begins. */
export function firstRecipients(officeNames: readonly string[]): string[] {
  return [...officeNames.map((name) => `- ${name};`), "- Lưu: văn thư các bên."];
}
