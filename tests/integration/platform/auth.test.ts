import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { checkCredentials } from "@/lib/platform/auth/check-credentials";
import { changePassword, signOutEverywhere } from "@/lib/platform/auth/credentials-changes";
import { readSession } from "@/lib/platform/auth/current-session";
import { chooseActingPost, openSession } from "@/lib/platform/auth/sessions";
import { disconnect } from "@/lib/platform/db/client";
import { runQuery } from "@/lib/platform/queries/run-query";
import { postOf } from "@/prisma/seed/caller";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

// The framework's request, which a test has none of: what the browser sent along.
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const http = "http://portal.example";
const https = "https://portal.example";
const sessionCookie = "authjs.session-token";

let database: SeededDatabase;
let email: string;
let accountId: string;

beforeAll(async () => {
  database = await seededDatabase();
  ({ email, accountId } = postOf(database.phuTho, "VPTU", "chief"));
});

afterAll(async () => {
  await disconnect();
  await database.close();
});

beforeEach(async () => {
  jar.clear();
  await database.pool("superuser").query("delete from sign_in_throttle");
});

type Cookie = { name: string; value: string; text: string };

function cookiesOf(response: Response): Cookie[] {
  return response.headers.getSetCookie().map((text) => {
    const [name = "", value = ""] = (text.split(";", 1)[0] ?? "").split(/=(.*)/s);
    return { name, value: decodeURIComponent(value), text };
  });
}

async function post(
  base: string,
  path: string,
  fields: Record<string, string>,
  cookies: Cookie[] = [],
): Promise<Response> {
  const csrf = await GET(new NextRequest(`${base}/api/auth/csrf`));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const all = [...cookiesOf(csrf), ...cookies];
  return POST(
    new NextRequest(`${base}/api/auth/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: all.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; "),
      },
      body: new URLSearchParams({ ...fields, csrfToken }),
    }),
  );
}

const signIn = (base: string, address: string, password: string, cookies: Cookie[] = []) =>
  post(base, "callback/credentials", { email: address, password }, cookies);

/** The session cookie of a fresh sign-in, which the browser sends from now on. */
async function signedIn(): Promise<Cookie> {
  const response = await signIn(http, email, database.password);
  const cookie = cookiesOf(response).find((candidate) => candidate.name === sessionCookie);
  if (!cookie) throw new Error("no session cookie");
  jar.set(sessionCookie, cookie.value);
  return cookie;
}

const asOwner = (sql: string, ...values: unknown[]) => database.pool("owner").query(sql, values);

describe("the door", () => {
  test("a right password gives a session cookie no script reads", async () => {
    const response = await signIn(http, ` ${email.toUpperCase()} `, database.password);
    expect(response.status).toBe(302);
    const cookie = cookiesOf(response).find(({ name }) => name === sessionCookie);
    expect(cookie?.text).toMatch(/; HttpOnly/);
    expect(cookie?.text).toMatch(/; SameSite=Lax/);
    expect(cookie?.text).not.toMatch(/; Secure/);
  });

  test("over https the cookie never goes over http", async () => {
    const cookie = cookiesOf(await signIn(https, email, database.password)).find(({ name }) =>
      name.includes("session"),
    );
    expect(cookie?.name).toBe(`__Secure-${sessionCookie}`);
    expect(cookie?.text).toMatch(/; Secure/);
    jar.set(`__Secure-${sessionCookie}`, cookie?.value ?? "");
    expect(await readSession()).toMatchObject({ accountId });
  });

  test("unknown, wrong, disabled and malformed get one answer", async () => {
    const disabled = postOf(database.phuTho, "VP UBND", "specialist");
    await asOwner("update accounts set disabled_at = now() where id = $1", disabled.accountId);
    const answers = [];
    for (const [address, password] of [
      [email, "wrong"],
      ["nobody@phu-tho.example", "wrong"],
      [disabled.email, database.password],
      ["\u0000", "wrong"],
      ["x".repeat(300), "wrong"],
      [email, ""],
    ] as const) {
      const response = await signIn(http, address, password);
      const names = cookiesOf(response).map(({ name }) => name);
      answers.push([response.status, response.headers.get("location"), names, await response.text()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[1]).toBe(`${http}/sign-in?error=CredentialsSignin&code=wrong`);
  });

  test("every sign-in has a session of its own, whatever cookie came with it", async () => {
    const first = await signedIn();
    const before = await readSession();
    const again = cookiesOf(await signIn(http, email, database.password, [first])).find(
      ({ name }) => name === sessionCookie,
    );
    jar.set(sessionCookie, again?.value ?? "");
    const after = await readSession();
    expect(after?.sessionId).toBeDefined();
    expect(after?.sessionId).not.toBe(before?.sessionId);
  });

  test("without the token of the form nobody is signed in", async () => {
    const response = await POST(
      new NextRequest(`${http}/api/auth/callback/credentials`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ email, password: database.password, csrfToken: "guessed" }),
      }),
    );
    expect(cookiesOf(response).some(({ name }) => name === sessionCookie)).toBe(false);
  });

  test("signing out ends the session on the server, so that a kept cookie is worth nothing", async () => {
    const cookie = await signedIn();
    expect(await readSession()).toMatchObject({ accountId });
    await post(http, "signout", {}, [cookie]);
    expect(await readSession()).toBeNull();
    const { rows } = await asOwner(
      "select kind from sign_in_events where account_id = $1 order by at desc, id desc limit 1",
      accountId,
    );
    expect(rows).toEqual([{ kind: "signed-out" }]);
  });
});

describe("a session", () => {
  test("names the account and its tenants", async () => {
    await signedIn();
    expect(await readSession()).toMatchObject({
      accountId,
      actingPostId: null,
      tenants: [{ id: database.phuTho.tenant.id, slug: "phu-tho", demo: true }],
    });
  });

  test("is read from a cookie in parts", async () => {
    const { value } = await signedIn();
    jar.clear();
    jar.set(`${sessionCookie}.1`, value.slice(200));
    jar.set(`${sessionCookie}.0`, value.slice(0, 200));
    expect(await readSession()).toMatchObject({ accountId });
  });

  test.each(["", "x", "a.b.c.d.e", "%00", "🙂"])("is nobody's with the cookie %j", async (value) => {
    jar.set(sessionCookie, value);
    expect(await readSession()).toBeNull();
  });

  test.each([
    ["ended", "update sessions set revoked_at = now() where account_id = $1", "select $1::uuid"],
    ["expired", "update sessions set expires_at = now() where account_id = $1", "select $1::uuid"],
    [
      "of a disabled account",
      "update accounts set disabled_at = now() where id = $1",
      "update accounts set disabled_at = null where id = $1",
    ],
  ])("that is %s is nobody's at once", async (_what, end, mend) => {
    await signedIn();
    expect(await readSession()).not.toBeNull();
    await asOwner(end, accountId);
    expect(await readSession()).toBeNull();
    await asOwner(mend, accountId);
  });

  test("acts from a chosen post only while the account holds it", async () => {
    const person = postOf(database.phuTho, "VP UBND", "secretary");
    const foreign = postOf(database.phuTho, "VPTU", "chief");
    const sessionId = await openSession(person.accountId, new Date());
    const actorFor = async (postId: string) => {
      await chooseActingPost(sessionId, postId);
      const session = { sessionId, accountId: person.accountId, actingPostId: postId };
      return (await runQuery(async ({ actor }) => actor, { tenant: database.phuTho.tenant, session }, {}))
        ?.view;
    };
    expect(await actorFor(person.postId)).toMatchObject({ postId: person.postId, officeCode: "VP UBND" });
    const other = await actorFor(foreign.postId);
    expect(other?.posts.map((post) => post.postId)).toContain(other?.postId);
    expect(other?.officeCode).not.toBe("VPTU");
  });
});

describe("the throttle", () => {
  const start = new Date("2026-11-25T01:00:00Z");
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  const tries = async (address: string, count: number, now: Date) => {
    for (let each = 0; each < count; each += 1)
      await checkCredentials({ email: address, password: "wrong" }, now);
  };
  const right = (now: Date) => checkCredentials({ email, password: database.password }, now);

  test("nine slips cost nothing, the tenth half a minute, the next a whole one", async () => {
    await tries(email, 9, start);
    expect(await right(start)).toBe(accountId);
    await tries(email, 10, start);
    expect(await right(after(29))).toBeNull();
    expect(await right(after(31))).toBe(accountId);
    await tries(email, 10, start);
    await tries(email, 1, after(31));
    expect(await right(after(90))).toBeNull();
    expect(await right(after(92))).toBe(accountId);
  });

  test("waits at most a quarter of an hour, and guesses while waiting do not prolong it", async () => {
    for (let round = 0; round < 20; round += 1) await tries(email, 1, after(round * 1000));
    await tries(email, 30, after(19_000));
    const { rows } = await asOwner("select failures, locked_until from sign_in_throttle");
    expect(rows).toHaveLength(1);
    expect(rows[0].locked_until.getTime() - after(19_000).getTime()).toBeLessThanOrEqual(900_000);
    expect(await right(after(19_000 + 901))).toBe(accountId);
  });

  test("counts guesses that come at the same moment", async () => {
    await Promise.all(Array.from({ length: 40 }, () => tries(email, 1, start)));
    const { rows } = await asOwner("select failures from sign_in_throttle");
    expect(rows).toEqual([{ failures: 10 }]);
    const { rows: kinds } = await asOwner(
      "select kind, count(*)::int as n from sign_in_events where account_id = $1 and kind = 'throttled' group by kind",
      accountId,
    );
    expect(kinds[0].n).toBeGreaterThanOrEqual(30);
  });

  test("is kept for unknown addresses as well and names nobody", async () => {
    await tries("nobody@phu-tho.example", 12, start);
    const { rows } = await asOwner("select key, failures from sign_in_throttle");
    expect(rows).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{64}$/), failures: 10 }]);
  });

  test("forgets the slips of another day", async () => {
    await tries(email, 9, start);
    await tries(email, 9, after(25 * 3600));
    expect(await right(after(25 * 3600))).toBe(accountId);
  });
});

describe("a change of password", () => {
  test("needs the present one, ends the other sessions and keeps this one", async () => {
    const person = postOf(database.phuTho, "VPTU", "specialist");
    const here = await openSession(person.accountId, new Date());
    const there = await openSession(person.accountId, new Date());
    const session = { sessionId: here, accountId: person.accountId };
    const wanted = "một câu đủ dài";
    expect(await changePassword(session, "wrong", wanted, new Date())).toBe("wrong");
    expect(await changePassword(session, database.password, wanted, new Date())).toBe("changed");
    const { rows } = await asOwner(
      "select id from sessions where account_id = $1 and revoked_at is null",
      person.accountId,
    );
    expect(rows).toEqual([{ id: here }]);
    expect(there).not.toBe(here);
    expect(
      await checkCredentials({ email: person.email, password: database.password }, new Date()),
    ).toBeNull();
    expect(
      await checkCredentials({ email: person.email, password: wanted.normalize("NFD") }, new Date()),
    ).toBe(person.accountId);
  });

  test("is throttled like the door", async () => {
    const person = postOf(database.phuTho, "VPTU", "records-clerk");
    const session = {
      sessionId: await openSession(person.accountId, new Date()),
      accountId: person.accountId,
    };
    for (let each = 0; each < 10; each += 1)
      await changePassword(session, "wrong", "một câu đủ dài", new Date());
    expect(await changePassword(session, database.password, "một câu đủ dài", new Date())).toBe("throttled");
  });
});

test("signing out everywhere ends every session of the account and of nobody else", async () => {
  const person = postOf(database.phuTho, "VP UBND", "chief");
  const other = await openSession(accountId, new Date());
  await openSession(person.accountId, new Date());
  await openSession(person.accountId, new Date());
  await signOutEverywhere(person.accountId);
  const { rows } = await asOwner(
    "select account_id from sessions where revoked_at is null and (account_id = $1 or id = $2)",
    person.accountId,
    other,
  );
  expect(rows).toEqual([{ account_id: accountId }]);
});

describe("the people of a demonstration", () => {
  const people = () => database.pool("auth").query("select * from demonstration_people()");

  test("are those of demonstration tenants only", async () => {
    const { rows } = await people();
    expect(new Set(rows.map((row) => row.tenant_slug))).toEqual(new Set(["phu-tho", "ha-giang"]));
    expect(rows.some((row) => row.email === email && row.office_code === "VPTU")).toBe(true);
    await asOwner("update tenants set demo = false where slug = 'ha-giang'");
    expect(new Set((await people()).rows.map((row) => row.tenant_slug))).toEqual(new Set(["phu-tho"]));
    await asOwner("update tenants set demo = true where slug = 'ha-giang'");
  });

  test("open no tenant to the sign-in role", async () => {
    const client = await database.pool("auth").connect();
    await client.query("begin");
    await client.query("select * from demonstration_people()");
    const { rows } = await client.query("select current_setting('app.tenant_id', true) as tenant");
    expect(rows).toEqual([{ tenant: "" }]);
    await expect(client.query("select * from posts")).rejects.toThrow("permission denied");
    await client.query("rollback");
    client.release();
    await expect(database.pool("app").query("select * from demonstration_people()")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.pool("public").query("select * from demonstration_people()")).rejects.toThrow(
      "permission denied",
    );
  });
});
