import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator, IntlErrorCode, type Locale } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import globalError from "@/messages/global-error.json";
import vi from "@/messages/vi.json";

type MessageTree = { readonly [key: string]: string | MessageTree };

const languages: readonly (readonly [locale: Locale, tree: MessageTree])[] = [
  ["vi", vi],
  ["en", en],
];

function flatten(tree: MessageTree, prefix = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(`${prefix}${key}`, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** Names of arguments and of rich-text tags: what the code hands over, and so the same in every language. */
function slots(text: string): string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? "");
  return [...new Set(names)].sort();
}

/** Parsing happens when a text is formatted; without values only the parser's own complaint is of interest. */
function parseErrors(locale: Locale, tree: MessageTree): string[] {
  const errors: string[] = [];
  for (const [key, text] of flatten(tree)) {
    const translate = createTranslator({
      locale,
      messages: { text },
      timeZone: "Asia/Ho_Chi_Minh",
      onError: (error) => {
        if (error.code === IntlErrorCode.INVALID_MESSAGE) errors.push(`${key}: ${error.message}`);
      },
    });
    const tags = Object.fromEntries(slots(text).map((name) => [name, (chunks: unknown) => String(chunks)]));
    translate.markup("text", tags);
  }
  return errors;
}

describe("message files", () => {
  it("hold the same keys in every language", () => {
    expect([...flatten(en).keys()].sort()).toEqual([...flatten(vi).keys()].sort());
  });

  it("hold every text that a command answers with", () => {
    const texts = flatten(vi);
    const answers = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("generated"))
      .flatMap((name) =>
        [
          ...readFileSync(join("lib", name), "utf8").matchAll(/new DomainError\(\s*"[a-z-]+",\s*"([\w.]+)"/g),
        ].map((match) => match[1] ?? ""),
      );
    expect(answers.length).toBeGreaterThan(100);
    expect([...new Set(answers)].filter((key) => !texts.has(`errors.${key}`))).toEqual([]);
  });

  it.each(languages)("hold no empty text (%s)", (_locale, tree) => {
    const empty = [...flatten(tree)].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it.each(languages)("hold only texts the parser reads (%s)", (locale, tree) => {
    expect(parseErrors(locale, tree)).toEqual([]);
  });

  it("ask for the same arguments in every language", () => {
    const english = flatten(en);
    const different = [...flatten(vi)].filter(([key, text]) => {
      return slots(text).join() !== slots(english.get(key) ?? "").join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("say the same on the page that stands in for a broken layout", () => {
    expect(globalError).toEqual(vi.errorPages.fault);
  });

  it("notice a text the parser cannot read", () => {
    expect(parseErrors("vi", { broken: "Còn {count, plural, one {1 việc" })).toHaveLength(1);
  });
});
