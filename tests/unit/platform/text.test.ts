import { expect, test } from "vitest";
import { normaliseText } from "@/lib/platform/forms/text";

test("what nobody typed is left out at the door: no paper or calendar can hold it, nobody would see it", () => {
  expect(normaliseText("Họp\u0000 Ban\u0007 Thường\u000B vụ\u0085 \u202Eexe.\u202C\u2066x\u2069")).toBe(
    "Họp Ban Thường vụ exe.x",
  );
  expect(normaliseText("dòng một \r\ndòng hai\r\tba ")).toBe("dòng một\ndòng hai\n\tba");
});
