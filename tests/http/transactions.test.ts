import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedOf } from "./support/asked";
import { CitizenBrowser, telling } from "./support/citizen";
import { openScene, type Scene } from "./support/items";
import { citizenPages, pageCases, routeCases } from "./support/pages";

// Counted in the server's own log: what the code believes of itself is no proof.

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

const reads = [
  ...Object.entries(pageCases).map(([name, page]) => [name, page] as const),
  ...Object.entries(routeCases).flatMap(([name, file]) => (file ? [[name, file] as const] : [])),
];

describe("a page without a session", () => {
  const counted = (get: () => Promise<Response>) => askedOf(scene.portal, get);

  test.each(Object.entries(citizenPages))("%s asks at most twice", async (_, { path }) => {
    const { portal, real } = scene;
    const { statements } = await counted(() => portal.get(`/${real.slug}${path}`));
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(2);
  });

  test("so do those that show a letter, and forms that came back to be mended", async () => {
    const { portal, real, database } = scene;
    const browser = new CitizenBrowser(portal, real.slug);
    await browser.send("tell", telling(database.phuTho.bodies.get("UBND") ?? ""));
    const pages = ["", "/send"];
    for (const page of pages) {
      const { status, statements } = await counted(() => browser.get(page));
      expect([page, status, statements <= 2]).toEqual([page, 200, true]);
    }
    await browser.send("send", {});
    const receipt = await browser.receipt();
    await browser.send("look-up", receipt);
    await browser.send("add", {});
    await browser.send("contact", { phone: "1" });
    await browser.send("withdraw", {});
    for (const page of ["/letter", "/letter/add", "/letter/contact", "/letter/withdraw"]) {
      const { status, statements } = await counted(() => browser.get(page));
      expect([page, status, statements <= 2]).toEqual([page, 200, true]);
    }
  });
});

describe("a read", () => {
  test.each(reads)(
    "%s opens at most one transaction beside the session's own statement",
    async (_, { path, by }) => {
      const { portal, real, people } = scene;
      portal.statements();
      const response = await portal.get(path(real), people[by ?? "insider"]);
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      const lines = portal.statements();
      const begun = lines.filter((line) => /(statement|execute [^:]+): begin/i.test(line));
      const alone = lines.filter((line) => line.includes("portal_auth@"));
      expect(begun.length).toBe(1);
      expect(alone.length).toBeLessThanOrEqual(1);
      // Everything else is inside that transaction, which is promised to write nothing.
      expect(lines.filter((line) => /execute [^:]+: .*transaction_read_only/.test(line)).length).toBe(1);
      expect(lines.filter((line) => /: (insert|update|delete) /i.test(line))).toEqual([]);
    },
  );
});
