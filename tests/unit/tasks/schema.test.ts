import { expect, test } from "vitest";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { askContributionSchema, createTaskSchema, describeTaskSchema } from "@/lib/tasks/schema";

const id = "019aa000-0000-7000-8000-000000000001";

test("what a form leaves empty is nothing, not an empty text", () => {
  const task = createTaskSchema.parse({
    dutyId: id,
    title: "  Tài liệu hội nghị  ",
    bodyId: "",
    hostPostId: "",
    subjectKey: "",
    dueOn: "",
  });
  expect(task).toEqual({
    dutyId: id,
    title: "Tài liệu hội nghị",
    description: "",
    bodyId: null,
    hostPostId: null,
    subjectKey: null,
    dueOn: null,
  });
});

test.each([
  ["5/12/2026", "2026-12-05"],
  ["5.12.26", "2026-12-05"],
  ["2026-12-05", "2026-12-05"],
])("a day typed as %s is %s", (dueOn, day) => {
  expect(describeTaskSchema.parse({ taskId: id, revision: 1, title: "Việc đã nêu", dueOn }).dueOn).toBe(day);
});

test("a day without its year is the coming one", () => {
  const today = dayAt(new Date());
  const yesterday = plusDays(today, -1);
  const typed = `${Number(yesterday.slice(8, 10))}/${Number(yesterday.slice(5, 7))}`;
  const asked = askContributionSchema.parse({
    taskId: id,
    officeId: id,
    request: "Ý kiến thẩm định",
    dueOn: typed,
  });
  expect(asked.dueOn > today).toBe(true);
});

test.each(["31/2/2026", "mai", "5-13", "0/1/2027"])("%s is no day", (dueOn) => {
  expect(createTaskSchema.safeParse({ dutyId: id, title: "Việc đã nêu", dueOn }).success).toBe(false);
});
