import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postOf } from "@/prisma/seed/caller";
import type { SeededPost } from "@/prisma/seed/create-tenant";
import { actIds, formOf } from "./support/acts";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// The switch of language, as a browser without script uses it: kept for the person, and for no other.

let scene: Scene;
let chief: SeededPost;
let specialist: SeededPost;

beforeAll(async () => {
  scene = await openScene();
  chief = postOf(scene.strangers.phuTho, "VP UBND", "chief");
  specialist = postOf(scene.strangers.phuTho, "VP UBND", "specialist");
}, 180_000);

afterAll(() => scene.close());

const act = () => actIds("accounts").get("setLanguageAction") ?? "";

function choose(language: string, page: string, person?: Person, headers: Record<string, string> = {}) {
  const body = formOf(act(), "", { language });
  // The act takes the form alone, without the state of a form that comes back.
  body.delete("$ACTION_1:0");
  body.delete("$ACTION_1:1");
  body.delete("$ACTION_REF_1");
  body.delete("$ACTION_KEY");
  body.set(`$ACTION_ID_${act()}`, "");
  return scene.portal.post(page, body, person, { referer: `${scene.portal.origin}${page}`, ...headers });
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith("language="))
    ?.split(";")[0] ?? "";

async function keptOf({ accountId }: SeededPost): Promise<string> {
  const { rows } = await scene.database
    .pool("owner")
    .query<{ locale: string }>("select locale from accounts where id = $1", [accountId]);
  return rows[0]?.locale ?? "";
}

async function page(path: string, cookie: string): Promise<string> {
  return (await scene.portal.get(path, { cookie })).text();
}

describe("a person who chose English", () => {
  test("is on the same page in English, has it kept, and comes back to Vietnamese the same way", async () => {
    const person = await scene.portal.signedIn(chief);
    const path = "/phu-tho/tasks?of=open";
    const chosen = await choose("en", path, person);
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, path]);
    expect(cookieOf(chosen)).toBe("language=en");
    expect([await keptOf(chief), await keptOf(specialist)]).toEqual(["en", "vi"]);
    const english = await page("/phu-tho/tasks", `${person.cookie}; ${cookieOf(chosen)}`);
    expect(english).toContain('<html lang="en"');
    expect(english).toContain("Tiếng Việt");
    expect(english).not.toContain("Nhiệm vụ</");
    const back = await choose("vi", path, person);
    expect([cookieOf(back), await keptOf(chief)]).toEqual(["language=vi", "vi"]);
    expect(await page("/phu-tho/tasks", person.cookie)).toContain('<html lang="vi"');
  });

  test("has it again after signing in on another machine", async () => {
    const owner = scene.database.pool("owner");
    await owner.query("update accounts set locale = 'en' where id = $1", [specialist.accountId]);
    const first = await scene.portal.get("/api/auth/csrf");
    const jar = first.headers.getSetCookie().map((line) => line.split(";")[0]);
    const { csrfToken } = (await first.json()) as { csrfToken: string };
    const form = new URLSearchParams({
      csrfToken,
      email: specialist.email,
      password: scene.database.password,
    });
    const signedIn = await scene.portal.post("/api/auth/callback/credentials", form, {
      cookie: jar.join("; "),
    });
    expect(cookieOf(signedIn)).toBe("language=en");
    await owner.query("update accounts set locale = 'vi' where id = $1", [specialist.accountId]);
  });
});

describe("the switch", () => {
  test("is there for anybody, and keeps nothing but a cookie", async () => {
    const chosen = await choose("en", "/sign-in");
    expect([chosen.headers.get("location"), cookieOf(chosen)]).toEqual(["/sign-in", "language=en"]);
    const english = await page("/sign-in", "language=en");
    expect(english).toContain("Official e-mail");
    expect(await page("/verify", "language=en")).toContain("Check a signed file");
    const citizen = await choose("en", "/phu-tho/citizen");
    expect([citizen.headers.get("location"), cookieOf(citizen)]).toEqual(["/phu-tho/citizen", "language=en"]);
    expect(await page("/phu-tho/citizen", "language=en")).toContain("What is your letter about?");
  });

  test("knows two languages, and leads to no other site", async () => {
    for (const strange of ["fr", "", "en-GB", "../en"]) {
      expect(cookieOf(await choose(strange, "/sign-in"))).toBe("language=vi");
      expect(await page("/sign-in", `language=${strange}`)).toContain('<html lang="vi"');
    }
    for (const referer of ["https://elsewhere.example//other.example", "nonsense", ""]) {
      const location = (await choose("en", "/sign-in", undefined, { referer })).headers.get("location");
      expect(location).toBe("/");
    }
  });
});
