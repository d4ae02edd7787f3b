import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "@/scripts/lib/root.mjs";
import { readWholeDatabase } from "@/tests/support/whole-database";
import { actCases, actIds, formOf, scriptedFormOf } from "./support/acts";
import { comparable, type Ids, openScene, type Scene } from "./support/items";
import { citizenPages, openPages, pageCases, routeCases } from "./support/pages";
import type { Person } from "./support/portal";

// Who may not see a thing cannot tell it from one that never was, whichever way they ask; and whatever they send
// changes nothing.

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

function foldersWith(file: string): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => path === file || path.endsWith(`/${file}`))
    .map((path) => (dirname(path) === "." ? "" : dirname(path)))
    .sort();
}

// Sign-in and the worker write for themselves; everything else must stand as it stood.
const restless = ["sessions", "sign_in_events", "sign_in_throttle", "worker_heartbeats"];

async function everything(): Promise<Record<string, string>> {
  const prints = [...(await readWholeDatabase(scene.database.pool("superuser")))];
  return Object.fromEntries(prints.filter(([table]) => !restless.includes(table)));
}

async function answer(
  response: Response,
  ids: Ids,
): Promise<{ status: number; location: string | null; body: string }> {
  return {
    status: response.status,
    location: response.headers.get("location"),
    body: await comparable(response, ids),
  };
}

// As long as the real one, since answers carry lengths.
const neverTenant = "khong-c";

function elsewhere(ids: Ids): Ids {
  return { ...ids, slug: neverTenant };
}

async function expectNotFound(person: Person, path: (ids: Ids) => string, never: Ids): Promise<void> {
  const { portal, real } = scene;
  const hidden = await answer(await portal.get(path(real), person), real);
  expect(hidden.status).toBe(404);
  expect(hidden).toEqual(await answer(await portal.get(path(never), person), never));
}

describe("pages", () => {
  test("every page and every address of files has its case here", () => {
    expect(foldersWith("page.tsx")).toEqual(
      [...Object.keys(pageCases), ...Object.keys(citizenPages), ...openPages].sort(),
    );
    expect(foldersWith("route.ts")).toEqual(Object.keys(routeCases).sort());
  });

  const all = Object.entries(pageCases);

  test.each(all)("%s is there for who may see it", async (_, { path, by }) => {
    const response = await scene.portal.get(path(scene.real), scene.people[by ?? "insider"]);
    expect(response.status).toBe(200);
  });

  test.each(all)("%s leads nobody to the door, whether it is there or not", async (_, { path }) => {
    const { portal, real, never } = scene;
    for (const ids of [real, never]) {
      const response = await portal.get(path(ids));
      expect(response.status).toBe(307);
      expect(response.headers.get("location")).toMatch(/^\/sign-in\?next=/);
    }
    expect(await answer(await portal.get(path(real)), real)).toEqual(
      await answer(await portal.get(path(never)), never),
    );
  });

  test.each(all)("%s is for a person of another tenant what never was", async (_, { path }) => {
    await expectNotFound(scene.people.otherTenant, path, elsewhere(scene.never));
    await expectNotFound(scene.people.otherTenant, path, scene.never);
  });

  test.each(all.filter(([, { seenBy }]) => seenBy === "part"))(
    "%s is for an office without a part what never was",
    async (_, { path }) => {
      await expectNotFound(scene.people.withoutPart, path, scene.never);
    },
  );

  test.each(Object.entries(citizenPages))(
    "%s is the same for everybody, signed in or not",
    async (_, page) => {
      const { portal, real, people } = scene;
      for (const person of [undefined, people.insider, people.withoutPart, people.otherTenant]) {
        const response = await portal.get(`/${real.slug}${page.path}`, person);
        expect(response.status).toBe(page.at === undefined ? 200 : 307);
        expect(response.headers.get("location")).toBe(
          page.at === undefined ? null : `/${real.slug}${page.at}`,
        );
        expect(response.headers.get("cache-control")).toMatch(/no-store/);
        expect((await portal.get(`/${neverTenant}${page.path}`, person)).status).toBe(404);
      }
    },
  );

  test("with a mixture of real and wrong in the address is what never was", async () => {
    const { portal, real, never, people } = scene;
    const mixed = [
      `/${real.slug}/agreements/${never.draft}/articles/${real.article}`,
      `/${real.slug}/agreements/${real.draft}/receipts/${real.signature}`,
      `/ha-giang/tasks/${real.task}`,
      `/ha-giang/agreements/${real.waiting}`,
      `/ha-giang/files/${real.document}`,
      `/${real.slug}/tasks/${real.task}%00`,
      `/${real.slug}/tasks/' or true --`,
      `/${real.slug.toUpperCase()}/tasks/${real.task}`,
    ];
    for (const path of mixed) expect((await portal.get(path, people.otherTenant)).status, path).toBe(404);
    for (const path of mixed.slice(0, 2))
      expect((await portal.get(path, people.withoutPart)).status, path).toBe(404);
  });
});

describe("files", () => {
  const files = Object.entries(routeCases).flatMap(([name, file]) => (file ? [[name, file] as const] : []));

  test.each(files)(
    "%s: who may read it has it, nobody is 401, strangers have what never was",
    async (_, { path, seenBy }) => {
      const { portal, real, never, people } = scene;
      expect((await portal.get(path(real), people.insider)).status).toBe(200);
      for (const ids of [real, never]) {
        const nobody = await portal.get(path(ids));
        expect([nobody.status, await nobody.text()]).toEqual([401, ""]);
      }
      for (const person of seenBy === "part"
        ? [people.otherTenant, people.withoutPart]
        : [people.otherTenant])
        await expectNotFound(person, path, never);
      await expectNotFound(people.otherTenant, path, elsewhere(never));
    },
  );
});

describe("acts", () => {
  const ids = actIds("modules");
  let stood: Record<string, string>;

  beforeAll(async () => {
    stood = await everything();
  });

  /** Nothing is changed since the act before; a change is told once, by the act that made it. */
  async function expectUntouched(): Promise<void> {
    const [before, now] = [stood, await everything()];
    stood = now;
    expect(now).toEqual(before);
  }

  const all = Object.entries(actCases);

  function send(name: string, of: Ids, person?: Person): Promise<Response> {
    const act = actCases[name];
    const id = ids.get(name);
    if (!act || !id) throw new Error(`no act ${name}`);
    return scene.portal.post(act.page(of), formOf(id, of.slug, act.fields(of)), person);
  }

  test("every act of the modules has its case here", () => {
    expect([...ids.keys()].sort()).toEqual(Object.keys(actCases).sort());
  });

  test.each(all)("%s: nobody changes nothing and is led to the door", async (name) => {
    for (const of of [scene.real, scene.never]) {
      const response = await send(name, of);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toMatch(/^\/sign-in\?next=/);
    }
    await expectUntouched();
  });

  function sendByScript(name: string, of: Ids, person?: Person, more = {}): Promise<Response> {
    const act = actCases[name];
    if (!act) throw new Error(`no act ${name}`);
    const body = scriptedFormOf(of.slug, { ...act.fields(of), ...more });
    return scene.portal.post(act.page(of), body, person, {
      "next-action": ids.get(name) ?? "",
      accept: "text/x-component",
    });
  }

  test.each(all)("%s: nobody by script changes nothing and is 401", async (name) => {
    const told = await answer(await sendByScript(name, scene.real), scene.real);
    expect(told).toEqual({ status: 401, location: null, body: "signed-out" });
    expect(told).toEqual(await answer(await sendByScript(name, scene.never), scene.never));
    await expectUntouched();
  });

  test.each(all.filter(([, act]) => act.onItem))(
    "%s: strangers by script are told what they are told of nothing",
    async (name) => {
      for (const person of [scene.people.otherTenant, scene.people.withoutPart]) {
        const told = await answer(await sendByScript(name, scene.real, person), scene.real);
        expect(told).toEqual(await answer(await sendByScript(name, scene.never, person), scene.never));
      }
      await expectUntouched();
    },
  );

  test.each(all)("%s: a person of another tenant is told what they are told of nothing", async (name) => {
    const { otherTenant } = scene.people;
    const told = await answer(await send(name, scene.real, otherTenant), scene.real);
    expect(told.status).toBe(404);
    expect(told).toEqual(await answer(await send(name, scene.never, otherTenant), scene.never));
    const nowhere = elsewhere(scene.never);
    expect(told).toEqual(await answer(await send(name, nowhere, otherTenant), nowhere));
    await expectUntouched();
  });

  test.each(all.filter(([, act]) => act.onItem))(
    "%s: an office without a part is told the same",
    async (name) => {
      const { withoutPart } = scene.people;
      const told = await answer(await send(name, scene.real, withoutPart), scene.real);
      expect(told.status).toBe(404);
      expect(told).toEqual(await answer(await send(name, scene.never, withoutPart), scene.never));
      await expectUntouched();
    },
  );

  // The page above answers 404 by itself. From a page that a stranger may read the act alone has to say no.
  test.each(all.filter(([, act]) => act.onItem))("%s: nor from a page of their own", async (name) => {
    const act = actCases[name];
    const id = ids.get(name) ?? "";
    // A page of the act's own module, which anybody of the province may open.
    const ofTasks = name.endsWith("TaskAction") || /Request|Contribution|Handover/.test(name);
    const ofMeetings = name.endsWith("MeetingAction") || name === "recordPresenceAction";
    const ofLetters =
      /Petition|Milestone|Forward|BodyAnswer|Additions|Secret|Paper|tellResult|keepApart|undoJoin|Case|Representative|Appointment|PartAction$/.test(
        name,
      );
    const ofProgrammes = /Programme|ItemAction$|carryDown|Overlap/.test(name);
    const own = ofProgrammes
      ? "programmes/new"
      : ofLetters
        ? "settings/bodies"
        : ofMeetings
          ? "calendar/new"
          : ofTasks
            ? "tasks/new"
            : "agreements/new";
    for (const [person, slug] of [
      [scene.people.otherTenant, "ha-giang"],
      [scene.people.withoutPart, scene.real.slug],
    ] as const) {
      const tell = async (of: Ids) =>
        answer(
          await scene.portal.post(`/${slug}/${own}`, formOf(id, of.slug, act?.fields(of) ?? {}), person),
          of,
        );
      const told = await tell(scene.real);
      expect(told.status).toBe(200);
      expect(told).toEqual(await tell(scene.never));
      // The tenant in the form may also be the stranger's own.
      const here = await answer(
        await scene.portal.post(`/${slug}/${own}`, formOf(id, slug, act?.fields(scene.real) ?? {}), person),
        scene.real,
      );
      expect(here.status).toBe(200);
    }
    await expectUntouched();
  });

  test("the same form from who leads the task does change it, or all of the above proves nothing", async () => {
    const before = await everything();
    const response = await send("describeTaskAction", scene.real, scene.people.insider);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/${scene.real.slug}/tasks/${scene.real.task}`);
    expect(await everything()).not.toEqual(before);
  });

  test("and so does the same by script", async () => {
    const before = await everything();
    const response = await sendByScript("describeTaskAction", scene.real, scene.people.insider, {
      revision: "2",
    });
    const said = `${response.status} ${await response.text()}`;
    expect(response.headers.get("x-action-redirect"), said).toContain(
      `/${scene.real.slug}/tasks/${scene.real.task}`,
    );
    expect(await everything()).not.toEqual(before);
  });
});
