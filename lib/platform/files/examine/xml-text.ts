const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code =
      name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

export type XmlToken =
  | { kind: "open" | "close"; name: string; attributes: string; empty: boolean }
  | { kind: "text"; text: string };

/** Tags by their local names, and the text between them; enough for office files, whose XML a program wrote. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const pattern = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*?)?)(\/?)>|<[?!][^>]*>|([^<]+)/g;
  for (const match of xml.matchAll(pattern)) {
    const [, slash, name, attributes = "", empty, text] = match;
    if (text !== undefined) yield { kind: "text", text: unescapeXml(text) };
    else if (name !== undefined) {
      yield { kind: slash === "/" ? "close" : "open", name, attributes, empty: empty === "/" };
    }
  }
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const found = value?.[1] ?? value?.[2];
  return found === undefined ? undefined : unescapeXml(found);
}
