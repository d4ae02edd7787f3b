import { gunzipSync } from "node:zlib";
import type { Visitor } from "./visitor";

/** Kilobytes (of 1,024) of script a page makes a browser fetch, compressed as the server sends them. */
export async function scriptKilobytes(visitor: Visitor, path: string): Promise<number> {
  const html = gunzipSync(await visitor.fetch(path)).toString();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  // `nomodule` is for browsers of another age; today's skip it.
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const source of new Set(sources)) bytes += (await visitor.fetch(source)).length;
  return bytes / 1024;
}
