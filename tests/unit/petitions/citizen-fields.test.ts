import { expect, test } from "vitest";
import { cleanFields } from "@/lib/petitions/citizen/clean-fields";
import { tellSchema } from "@/lib/petitions/citizen/schema";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const letter = {
  bodyId: "0192a1b2-0000-7000-8000-000000000000",
  subject: "Xin tính lại tiền đền bù",
  content: "Nhà tôi có đất vườn bị thu hồi.",
  fullName: "Đinh Thị Trâm Ngọc",
  address: "Khu 5, xã Hy Cương",
};

test("what is one line stays one line, and what is not seen goes", () => {
  const { values } = cleanFields(
    formOf({ subject: "a\r\nLocation:\u0000 b\u202E\u2028", content: "một\r\nhai\u0007" }),
  );
  expect(values).toEqual({ subject: "a Location: b", content: "một\nhai" });
});

test("a name, telephone or address that is far too long is said to be so", () => {
  const long = "à".repeat(10_000);
  const wrong = tellSchema.safeParse({ ...letter, fullName: long, phone: "0".repeat(10_000), address: long });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["fullName", "tooLong"],
    ["address", "tooLong"],
    ["phone", "tooLong"],
  ]);
});

test("the line many read names neither who wrote nor where they live", () => {
  for (const subject of ["Dinh Thi Tram Ngoc xin tính lại", "Khu 5, xã Hy Cương xin tính lại"]) {
    const wrong = tellSchema.safeParse({ ...letter, subject });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual(["citizenSubjectNames"]);
  }
});
