import { expect, test } from "vitest";
import { obedienceOf } from "@/lib/tasks/obedience";

const office = "00000000-0000-4000-8000-000000000001";
const today = "2026-11-27";

test("without words it is this year so far, and no figure is open", () => {
  expect(obedienceOf("a", {}, today)).toEqual({
    agreementId: "a",
    from: "2026-01-01",
    until: today,
    open: null,
  });
});

test("days are read in either order", () => {
  const { from, until } = obedienceOf("a", { from: "30/06/2026", until: "01/04/2026" }, today);
  expect([from, until]).toEqual(["2026-04-01", "2026-06-30"]);
});

test("a figure opens with its duty and office, and not by unknown words", () => {
  const query = { duty: "weekly-schedule", office, figure: "late" };
  expect(obedienceOf("a", query, today).open).toEqual({
    dutyKey: "weekly-schedule",
    officeId: office,
    figure: "late",
  });
  for (const change of [{ figure: "all" }, { office: "x" }, { duty: undefined }]) {
    expect(obedienceOf("a", { ...query, ...change }, today).open).toBeNull();
  }
});
