import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScene, type Scene } from "./support/items";
import { pageCases, routeCases } from "./support/pages";

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
