import { gunzipSync } from "node:zlib";
import type { Visitor } from "./visitor";

/** A form as it stands on a page, to be sent as a browser without script sends it. */
export type PageForm = { path: string; hidden: readonly (readonly [string, string])[] };

const entities: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};

const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll(/&(?:quot|amp|#x27|lt|gt);/g, (found) => entities[found] ?? "");

/** The form on a page that has such a field to fill in; null where there is none. */
export async function formOn(visitor: Visitor, path: string, field: string): Promise<PageForm | null> {
  const html = gunzipSync(await visitor.fetch(path)).toString();
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].find(([text]) =>
    text.includes(`name="${field}"`),
  );
  if (!form) return null;
  const hidden = [...form[0].matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, "name");
    return name ? [[name, attribute(tag, "value") ?? ""] as const] : [];
  });
  const action = attribute(form[0].slice(0, form[0].indexOf(">")), "action");
  return { path: action || path, hidden };
}

/** Sends it filled in; throws unless the act was done. */
export async function sendForm(
  visitor: Visitor,
  { path, hidden }: PageForm,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of hidden) form.append(name, value);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const status = await visitor.send(path, form);
  if (status !== 303) throw new Error(`the form of ${path} was answered ${status}`);
}
