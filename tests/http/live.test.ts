import { afterAll, beforeAll, expect, test } from "vitest";
import { announce } from "@/lib/platform/live/announce";
import { openScene, type Scene } from "./support/items";
import { type Person, startPortal } from "./support/portal";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
  // No worker runs here; a page is told that changes are heard of only while one does.
  await scene.database
    .pool("owner")
    .query("insert into worker_heartbeats (id, at) values ('worker', now() + interval '1 hour')");
});

afterAll(() => scene.close());

const path = () => `/${scene.real.slug}/live`;

/** What a stream says, as far as it came; `ended` once the server has closed it. */
async function read(person: Person, slug = scene.real.slug, portal = scene.portal) {
  const response = await portal.get(`/${slug}/live`, person);
  const said: string[] = [];
  let wake = () => {};
  const reader = response.body?.getReader();
  const ended = (async () => {
    const decoder = new TextDecoder();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      said.push(...decoder.decode(part.value).split("\n\n").filter(Boolean));
      wake();
    }
  })();
  return {
    response,
    said,
    ended,
    /** Until it has said so, however long that takes. */
    says: async (event: string) => {
      while (!said.some((frame) => frame.startsWith(`event: ${event}`))) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    leave: async () => {
      await reader?.cancel();
    },
  };
}

test("nobody gets 401, a stranger the 404 of what never existed", async () => {
  expect((await scene.portal.get(path())).status).toBe(401);
  expect((await scene.portal.get(path(), scene.people.otherTenant)).status).toBe(404);
  expect((await scene.portal.get("/never-there/live", scene.people.insider)).status).toBe(404);
});

test("a change is heard in its own tenant only, as a word and nothing else", async () => {
  const insider = await read(scene.people.insider);
  const stranger = await read(scene.people.otherTenant, scene.database.haGiang.tenant.slug);
  expect(insider.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(insider.response.headers.get("cache-control")).toBe("private, no-store, no-transform");
  // Only a process that listens says that it does.
  await Promise.all([insider.says("beat"), stranger.says("beat")]);
  await announce({ tenantId: scene.strangers.phuTho.tenant.id });
  await insider.says("changed");
  // The stranger's next word, after the same notification: theirs.
  await announce({ tenantId: scene.database.haGiang.tenant.id });
  await stranger.says("changed");
  expect(stranger.said.filter((frame) => frame.startsWith("event: changed"))).toHaveLength(1);
  expect(new Set(insider.said)).toEqual(
    new Set(["retry: 5000", "event: beat\ndata: 1", "event: changed\ndata: 1"]),
  );
  await Promise.all([insider.leave(), stranger.leave()]);
});

test("each of two web processes hears", async () => {
  const other = await startPortal(scene.database);
  const streams = [await read(scene.people.insider), await read(scene.people.insider, undefined, other)];
  await Promise.all(streams.map((stream) => stream.says("beat")));
  await announce({ tenantId: scene.strangers.phuTho.tenant.id });
  await Promise.all(streams.map((stream) => stream.says("changed")));
  // One that is told to end does not wait for its streams.
  await other.stop("SIGTERM");
  await streams[1]?.ended;
  await streams[0]?.leave();
});

test("a session has four at most", async () => {
  const person = await scene.portal.signedIn(scene.strangers.fourth);
  const open = await Promise.all(Array.from({ length: 4 }, () => read(person)));
  expect(open.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
  expect((await scene.portal.get(path(), person)).status).toBe(429);
  await Promise.all(open.map((stream) => stream.leave()));
});

test("the stream of a session that was ended hears nothing more and is closed", async () => {
  const person = await scene.portal.signedIn(scene.strangers.fourth);
  const stream = await read(person);
  await stream.says("beat");
  await scene.database
    .pool("auth")
    .query("update sessions set revoked_at = now() where account_id = $1 and revoked_at is null", [
      scene.strangers.fourth.accountId,
    ]);
  await announce({ tenantId: scene.strangers.phuTho.tenant.id });
  await stream.ended;
  expect(stream.said.some((frame) => frame.startsWith("event: changed"))).toBe(false);
});
