import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actCases, actIds, formOf } from "./support/acts";
import { comparable, openScene, type Scene } from "./support/items";
import { pageCases, routeCases } from "./support/pages";

// What a person with an account and a browser may try beside asking for other people's things by name.

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

const pages = Object.entries(pageCases).map(([name, { path }]) => [name, path] as const);
const files = Object.entries(routeCases).flatMap(([name, file]) =>
  file ? [[name, file.path] as const] : [],
);
const foreign = "https://evil.example";

async function titleOfTask(): Promise<string> {
  const { rows } = await scene.database
    .pool("owner")
    .query<{ title: string }>("select title from tasks where tenant_id = $1 and id = $2", [
      scene.strangers.phuTho.tenant.id,
      scene.real.task,
    ]);
  return rows[0]?.title ?? "";
}

describe("what is kept on the way", () => {
  test.each([...pages, ...files])("%s is kept by no cache, read or refused", async (_, path) => {
    const { portal, real, people } = scene;
    for (const person of [people.insider, people.otherTenant, undefined]) {
      const response = await portal.get(path(real), person);
      expect(response.headers.get("cache-control"), String(response.status)).toMatch(/no-store/);
      expect(response.headers.get("cache-control")).not.toMatch(/public|s-maxage/);
    }
  });
});

describe("asked as a script of the portal asks", () => {
  test.each(pages)("%s is for a person of another tenant what never was", async (_, path) => {
    const { portal, real, never, people } = scene;
    const ask = async (ids: typeof real) => {
      const response = await portal.get(`${path(ids)}?_rsc=abcde`, people.otherTenant, { rsc: "1" });
      return { status: response.status, body: await comparable(response, ids) };
    };
    const hidden = await ask(real);
    expect(hidden).toEqual(await ask({ ...never, slug: "khong-c" }));
    expect(hidden.body).not.toContain("Quy chế phối hợp công tác giữa");
  });
});

describe("who asks", () => {
  test("is told by the cookie alone: a token in a header opens nothing", async () => {
    const { portal, real, people } = scene;
    const token = people.insider.cookie.split("=")[1] ?? "";
    const response = await portal.get(`/${real.slug}`, undefined, { authorization: `Bearer ${token}` });
    expect(response.status).toBe(307);
  });

  test("a tenant is told by the address alone, whatever host, path or tenant a header names", async () => {
    const { portal, real, people } = scene;
    const headers = {
      "x-forwarded-host": `${real.slug}.example`,
      "x-original-url": `/${real.slug}/tasks/${real.task}`,
      "x-rewrite-url": `/${real.slug}/tasks/${real.task}`,
      "x-invoke-path": `/${real.slug}/tasks/${real.task}`,
      "x-matched-path": `/${real.slug}/tasks/${real.task}`,
      "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
      "x-tenant": real.slug,
    };
    const path = pageCases["[tenant]/tasks/[taskId]"]?.path(real) ?? "";
    expect((await portal.get(path, people.otherTenant, headers)).status).toBe(404);
    const own = await portal.get("/ha-giang/tasks", people.otherTenant, headers);
    expect(own.status).toBe(200);
    expect(await own.text()).not.toContain(real.task);
  });
});

describe("where one is sent", () => {
  test("nobody is led to a host that a header names", async () => {
    const { portal, real } = scene;
    const response = await portal.get(`/${real.slug}/tasks`, undefined, {
      "x-forwarded-host": "evil.example",
    });
    expect(response.headers.get("location")).toMatch(/^\/sign-in\?next=/);
  });

  test.each([foreign, "//evil.example", "/\\evil.example", "/phu-tho/..//evil.example"])(
    "signing in with %s as the target stays here",
    async (target) => {
      const { portal, database } = scene;
      const csrf = await portal.get("/api/auth/csrf");
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const cookie = csrf.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
      const [someone] = database.haGiang.posts;
      const { rows } = await database
        .pool("owner")
        .query<{ email: string }>("select email from accounts where id = $1", [someone?.accountId]);
      const body = new URLSearchParams({
        csrfToken,
        email: rows[0]?.email ?? "",
        password: database.password,
        callbackUrl: target,
      });
      const response = await portal.post("/api/auth/callback/credentials", body, { cookie });
      expect(response.headers.getSetCookie().join()).toContain("authjs.session-token=");
      const { origin } = new URL(response.headers.get("location") ?? "", portal.origin);
      expect(origin.replace("localhost", "127.0.0.1")).toBe(portal.origin);
      const page = await portal.get(`/sign-in?next=${encodeURIComponent(target)}`, {
        cookie: response.headers
          .getSetCookie()
          .map((each) => each.split(";")[0])
          .join("; "),
      });
      expect(page.headers.get("location")).toBe("/ha-giang");
    },
  );
});

describe("an act sent from another site's page", () => {
  test.each([
    ["as a form", {}],
    ["with the portal's host in a header of its own", { "x-forwarded-host": "evil.example" }],
  ])("is not done, though the cookie comes along: %s", async (_, more) => {
    const { portal, real, people } = scene;
    const act = actCases["describeTaskAction"];
    const id = actIds("modules").get("describeTaskAction") ?? "";
    const before = await titleOfTask();
    const form = formOf(id, real.slug, act?.fields(real) ?? {});
    const headers = { origin: "https://elsewhere.example", ...more };
    const response = await portal.post(`/${real.slug}/tasks/${real.task}`, form, people.insider, headers);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await titleOfTask()).toBe(before);
  });
});

test("the server fetches and converts no file for anybody", async () => {
  const { portal, real, people } = scene;
  const file = encodeURIComponent(`/${real.slug}/files/${real.document}`);
  for (const person of [undefined, people.insider])
    expect((await portal.get(`/_next/image?url=${file}&w=640&q=75`, person)).status).toBe(404);
});
