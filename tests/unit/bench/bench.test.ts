import { describe, expect, it } from "vitest";
import goals from "@/bench/goals.json";
import { accessOf, type GeneratedTask, generateTasks, type World } from "@/bench/lib/generate-tasks";
import { randomFrom } from "@/bench/lib/random";
import { percentile, resultOf } from "@/bench/lib/result";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const world: World = {
  duties: [
    {
      id: "duty-1",
      versionId: "version",
      leadOfficeId: "party",
      assistOfficeIds: ["council", "committee"],
      informedOfficeIds: [],
    },
    {
      id: "duty-2",
      versionId: "version",
      leadOfficeId: "committee",
      assistOfficeIds: ["council"],
      informedOfficeIds: ["party"],
    },
  ],
  creators: [
    { officeId: "party", accountId: "clerk-1" },
    { officeId: "council", accountId: "clerk-2" },
  ],
  since: new Date("2021-11-22T00:00:00Z"),
  until: new Date("2026-11-22T00:00:00Z"),
};

function generated(seed: number, count: number): GeneratedTask[] {
  return [...generateTasks(randomFrom(seed), world, count)];
}

describe("generated tasks", () => {
  it("are the same for the same seed and others for another", () => {
    expect(generated(7, 200)).toEqual(generated(7, 200));
    expect(generated(8, 200)).not.toEqual(generated(7, 200));
  });

  it("have ids of their own, all of them valid", () => {
    const ids = generated(1, 2_000).map((task) => task.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
  });

  it("lie in the world's span, newest first", () => {
    const instants = generated(1, 500).map((task) => task.createdAt.getTime());
    expect(instants).toEqual(instants.toSorted((one, other) => other - one));
    expect(instants.at(0)).toBeLessThanOrEqual(world.until.getTime());
    expect(instants.at(-1)).toBeGreaterThanOrEqual(world.since.getTime());
  });

  it("are read by each office once, by its strongest part", () => {
    for (const task of generated(3, 300)) {
      const rows = accessOf(task);
      expect(new Set(rows.map((row) => row.officeId)).size).toBe(rows.length);
      expect(rows.find((row) => row.officeId === task.duty.leadOfficeId)?.level).toBe("lead");
      expect(rows.map((row) => row.officeId)).toContain(task.creatorOfficeId);
    }
  });
});

describe("a result", () => {
  it("has exactly the keys outside tools read, null where a figure does not apply", () => {
    const line: unknown = JSON.parse(JSON.stringify(resultOf("sign", 30, { p50_ms: 1.234, p95_ms: 2 }, 3)));
    expect(line).toEqual({
      name: "sign",
      n: 30,
      p50_ms: 1.23,
      p95_ms: 2,
      rps: null,
      rss_mb: null,
      ratio: null,
      goal: 3,
      met: true,
    });
  });

  it("is judged by its ratio, else by its 95th percentile, and never met without either", () => {
    expect(resultOf("a", 1, { p95_ms: 4 }, 3).met).toBe(false);
    expect(resultOf("a", 1, { p95_ms: 4, ratio: 1.4 }, 1.5).met).toBe(true);
    expect(resultOf("a", 1, { p95_ms: 1, ratio: 1.6 }, 1.5).met).toBe(false);
    expect(resultOf("a", 1, {}, 1.5).met).toBe(false);
  });

  it("takes percentiles by nearest rank", () => {
    const values = [5, 1, 4, 2, 3];
    expect(percentile(values, 0.5)).toBe(3);
    expect(percentile(values, 0.95)).toBe(5);
    expect(() => percentile([], 0.5)).toThrow("nothing was measured");
  });
});

describe("goals", () => {
  it("are positive numbers", () => {
    const all = Object.values(goals).flatMap((group) => Object.values(group));
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((goal) => !(goal > 0))).toEqual([]);
  });
});
