import { expect, test } from "vitest";
import { nextNumber } from "@/lib/petitions/numbers";

test.each([
  ["12/PC-VPUBND", 12, "13/PC-VPUBND"],
  ["09/PC-VP", 9, "10/PC-VP"],
  ["099/PC", 99, "100/PC"],
  ["Số 36-HD/VPTU", 36, "Số 37-HD/VPTU"],
  [" 7 ", 7, "8"],
])("after %s comes the next, written as that was", (number, ordinal, next) => {
  expect(nextNumber({ number, ordinal })).toBe(next);
});
