import { expect, test } from "vitest";
import { targetAfterSignIn } from "@/lib/platform/auth/home";

const phuTho = { id: "1", slug: "phu-tho", name: "Tỉnh Phú Thọ", demo: true };
const session = { tenants: [phuTho] };

test.each(["/phu-tho", "/phu-tho/tasks?after=1", "/phu-tho/agreements/x/log"])(
  "goes where it was wanted: %s",
  (path) => {
    expect(targetAfterSignIn(session, path)).toBe(path);
  },
);

test.each([
  undefined,
  "",
  "phu-tho",
  "/ha-giang/tasks",
  "//phu-tho",
  "//evil.example/phu-tho",
  "/\\evil.example",
  "\\/phu-tho",
  "https://evil.example/phu-tho",
  "javascript:alert(1)",
  "/phu-tho/../ha-giang",
  "/phu-tho\n//evil.example",
  "/\t/evil.example",
  "/phu-tho@evil.example",
  "/api/auth/signout",
])("goes home instead of to %j", (path) => {
  expect(targetAfterSignIn(session, path)).toBe("/phu-tho");
});

test("a path that leads round to the own tenant is cleaned first", () => {
  expect(targetAfterSignIn(session, "/ha-giang/../phu-tho/tasks")).toBe("/phu-tho/tasks");
});

test("somebody without a tenant has nowhere to go", () => {
  expect(targetAfterSignIn({ tenants: [] }, "/phu-tho")).toBeNull();
});
