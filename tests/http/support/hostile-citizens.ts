import { request } from "node:http";
import { drawing } from "@/tests/support/files/corpus";
import { hostile } from "@/tests/support/files/hostile";
import { CitizenBrowser, telling } from "./citizen";
import type { Scene } from "./items";
import { keptBytes, keptRows } from "./uploads";

type Told = {
  /** Forms sent in all. */
  forms: number;
  letters: number;
  additions: number;
  refused: number;
  faults: string[];
  takenThoughRefused: string[];
};

const long = "x".repeat(300_000);
/** What nobody should type. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  "\u0000",
  "Đơn\u0000của tôi về đường đi",
  "\u202Egpj.exe\u202C đảo chữ, đọc từ phải",
  "\u200Bẩn\u2066 mã\u2069 \uFEFFtrong chữ \u00AD",
  "<script>alert(document.cookie)</script>",
  '"><img src=x onerror=alert(1)>',
  "' or 1=1; drop table petitions; --",
  "$1::uuid; select pg_sleep(30)",
  "${7*7} {{7*7}} <%= 7*7 %>",
  "Nhµ t«i cã 312 m2 ®Êt v­ên bÞ thu håi lµm ®­êng, tiÒn ®Òn bï theo gi¸ n¨m 2023",
  "Ñaát vöôøn nhaø toâi bò thu hoài laøm ñöôøng, tieàn ñeàn buø tính theo giaù naêm 2023",
  "Đất vườn nhà tôi bị thu hồi".normalize("NFD"),
  "\r\n\r\nSet-Cookie: a=b\r\nLocation: https://evil.example",
  "🏠".repeat(200),
  "\uD800 nửa chữ",
  "a\u0300".repeat(5_000),
  long,
  "../../../../etc/passwd",
  "%00%0d%0a",
  "0900 000 733",
];

const names = [
  "bodyId",
  "subject",
  "content",
  "fullName",
  "address",
  "phone",
  "forOther",
  "helperName",
  "relation",
  "__proto__",
  "constructor",
  "petitionId",
  "state",
  "toString",
];

type Draw = ReturnType<typeof drawing>;

function spoilt(draw: Draw, bodyId: string): Record<string, string> {
  const fields: Record<string, string> = { ...telling(bodyId) };
  const spoil = 1 + draw.upTo(3);
  for (let n = 0; n < spoil; n += 1) fields[draw.one(names)] = draw.one(hostileTexts);
  if (draw.upTo(6) === 0) delete fields[draw.one(names)];
  return fields;
}

/** A body that promises 50 MB and breaks off, or is no form at all: answered or cut, and never kept. */
function broken(scene: Scene, path: string, draw: Draw): Promise<number> {
  const kind = draw.upTo(4);
  const type = ["multipart/form-data; boundary=b", "multipart/form-data", "application/json", "text/plain"][
    kind
  ];
  return new Promise((resolve) => {
    const sending = request(
      scene.portal.origin + path,
      {
        method: "POST",
        headers: {
          origin: scene.portal.origin,
          "content-type": type,
          ...(kind === 0 ? { "content-length": String(50 * 1024 * 1024) } : {}),
        },
      },
      (answer) => {
        answer.resume();
        answer.on("close", () => resolve(answer.statusCode ?? 0));
      },
    );
    sending.on("error", () => resolve(0));
    sending.write(
      `--b\r\nContent-Disposition: form-data; name="subject"\r\n\r\n${draw.one(hostileTexts).slice(0, 99)}`,
    );
    // Breaks off in the middle of what it promised.
    if (kind === 0) sending.destroy();
    else sending.end();
  });
}

/** Sends spoilt forms and hostile files as citizens do, four at a time, and compares what is kept with what was answered. */
export async function hostileCitizens(scene: Scene, from: number, count: number): Promise<Told> {
  const told: Told = { forms: 0, letters: 0, additions: 0, refused: 0, faults: [], takenThoughRefused: [] };
  const { portal, real, database } = scene;
  const owner = database.pool("owner");
  const counted = async () => {
    const { rows } = await owner.query<{ letters: number; additions: number }>(
      "select (select count(*)::int from petitions where origin = 'online') as letters, (select count(*)::int from petition_additions) as additions",
    );
    return rows[0] ?? { letters: 0, additions: 0 };
  };
  const before = await counted();
  const bodyId = database.phuTho.bodies.get("UBND") ?? "";
  const citizen = () => new CitizenBrowser(portal, real.slug);
  /** Sends one form and looks at the page it leads to. */
  async function sent(browser: CitizenBrowser, seed: number, ...form: Parameters<CitizenBrowser["post"]>) {
    told.forms += 1;
    const [act] = form;
    const response = await browser.post(...form);
    const at = response.headers.get("location") ?? "";
    const name = `${seed}: ${act} → ${response.status} ${at}`;
    if (![303, 400].includes(response.status)) told.faults.push(name);
    if (at === "") return at;
    const page = await browser.get(at.replace(/^\/phu-tho\/citizen|#errors$/g, ""));
    const text = await page.text();
    if (![200, 307].includes(page.status)) told.faults.push(`${name}: ${page.status}`);
    if (/<script>alert|<img src=x/.test(text)) told.faults.push(`${name}: markup came through`);
    return at;
  }
  const opened = citizen();
  await opened.send("tell", telling(bodyId));
  await opened.send("send", {});
  const receipt = await opened.receipt();
  await opened.send("look-up", receipt);
  told.letters += 1;
  const kinds: readonly ((seed: number, draw: Draw) => Promise<void>)[] = [
    async (seed, draw) => {
      const browser = citizen();
      const at = await sent(browser, seed, "tell", spoilt(draw, bodyId));
      if (!at.endsWith("/send")) told.refused += 1;
      else if ((await sent(browser, seed, "send", {})).endsWith("/sent")) told.letters += 1;
      else told.faults.push(`${seed}: a letter without files was not taken`);
    },
    async (seed, draw) => {
      const browser = citizen();
      const made = await hostile(seed);
      const declared = draw.upTo(8) > 0;
      await sent(browser, seed, "tell", telling(bodyId));
      const at = await sent(browser, seed, "send", declared ? { noSecrets: "on" } : {}, [made]);
      if (!at.endsWith("/sent")) told.refused += 1;
      else {
        told.letters += 1;
        if (made.outcome === "refused" || !declared) told.takenThoughRefused.push(`${seed}: ${made.what}`);
      }
    },
    async (seed, draw) => {
      const at = await sent(citizen(), seed, "look-up", {
        code: draw.one(hostileTexts),
        secret: draw.one(hostileTexts),
        ticket: draw.one(hostileTexts),
      });
      told.refused += 1;
      if (at.endsWith("/letter")) told.faults.push(`${seed}: opened`);
    },
    async (seed, draw) => {
      const act = draw.one(["contact", "withdraw"] as const);
      const full = told.additions >= 40;
      const at = await sent(full ? citizen() : opened, seed, act, {
        address: draw.one(hostileTexts),
        phone: draw.one(hostileTexts),
        reason: draw.one(hostileTexts),
      });
      if (!full && at.endsWith("/letter")) told.additions += 1;
      else told.refused += 1;
    },
    async (seed) => {
      const made = await hostile(seed);
      const full = told.additions >= 40;
      const at = await sent(full ? citizen() : opened, seed, "add", { noSecrets: "on" }, [made]);
      if (full || !at.endsWith("/letter")) told.refused += 1;
      else {
        told.additions += 1;
        if (made.outcome === "refused") told.takenThoughRefused.push(`${seed}: ${made.what}`);
      }
    },
    async (seed, draw) => {
      told.forms += 1;
      told.refused += 1;
      const status = await broken(
        scene,
        `/${real.slug}/upload/citizen/${draw.one(["tell", "send", "add"])}`,
        draw,
      );
      if (status >= 500) told.faults.push(`${seed}: broken → ${status}`);
    },
  ];
  let next = from;
  const one = async (): Promise<void> => {
    while (next < from + count) {
      const seed = next;
      next += 1;
      // Forms come faster here than people send them: the hour's count is put back.
      if (seed % 50 === 0) await owner.query("delete from citizen_tries");
      await kinds[seed % kinds.length]?.(seed, drawing(seed * 17 + 3));
    }
  };
  await Promise.all(Array.from({ length: 4 }, one));
  const after = await counted();
  if (after.letters - before.letters !== told.letters)
    told.faults.push(`${after.letters - before.letters} letters kept, ${told.letters} answered`);
  if (after.additions - before.additions !== told.additions)
    told.faults.push(`${after.additions - before.additions} additions kept, ${told.additions} answered`);
  const { rows } = await owner.query<{ subject: string }>(
    "select subject from petitions where origin = 'online'",
  );
  for (const { subject } of rows)
    if (/[\p{Cc}\p{Cf}]/u.test(subject)) told.faults.push(`kept as ${JSON.stringify(subject)}`);
  const ids = new Set(keptBytes().map((path) => path.split("/").at(-1)));
  for (const { id } of await keptRows(database)) if (!ids.delete(id)) told.faults.push(`no bytes of ${id}`);
  told.faults.push(...[...ids].map((id) => `bytes without a row: ${id}`));
  return told;
}
