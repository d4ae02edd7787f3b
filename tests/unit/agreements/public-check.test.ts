import { describe, expect, test } from "vitest";
import { Pace } from "@/lib/agreements/public-check/pace";

/** A clock that moves only when somebody sleeps or works. */
function clock() {
  let at = 0;
  let spent = 0;
  return {
    now: () => at,
    spent: () => spent,
    sleep: (ms: number) => {
      at += ms;
      return Promise.resolve();
    },
    /** On a machine that does as much else besides: the clock goes twice as fast as the work. */
    work: (ms: number) => () => {
      at += 2 * ms;
      spent += ms;
      return at;
    },
  };
}

describe("the pace of checks for anybody", () => {
  test("leaves four parts of five to everything else, however many files come", async () => {
    const time = clock();
    const pace = new Pace(4, time);
    let worked = 0;
    while (time.now() < 60_000) {
      const turn = await pace.run(time.work(300));
      if ("done" in turn) worked += 300;
      else await time.sleep(turn.seconds * 1_000);
    }
    expect(worked / time.now()).toBeLessThanOrEqual(0.21);
    expect(worked / time.now()).toBeGreaterThan(0.08);
  });

  test("does small work in its turn and tells who comes behind a long one how long to wait", async () => {
    const time = clock();
    const pace = new Pace(4, time);
    expect(await pace.run(time.work(20))).toEqual({ done: 40 });
    // In its own place behind the first: 40 + 4 × 20, then the work.
    expect(await pace.run(time.work(2_000))).toEqual({ done: 4_120 });
    expect(await pace.run(time.work(20))).toEqual({ seconds: 8 });
  });

  test("rests as well after work that failed", async () => {
    const time = clock();
    const pace = new Pace(4, time);
    const failing = pace.run(() => {
      time.work(1_000)();
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(await pace.run(time.work(1))).toEqual({ seconds: 4 });
  });
});
