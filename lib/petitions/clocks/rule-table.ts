import type { Rule, RuleSource } from "@/lib/platform/policy/rule-table";

export const calendarActs = ["decideDay", "reviseRule", "chooseOffDays"] as const;
export const calendarParts = ["office"] as const;
export const calendarStates = ["kept"] as const;
export type CalendarAct = (typeof calendarActs)[number];
export type CalendarRule = Rule<
  CalendarAct,
  (typeof calendarParts)[number],
  (typeof calendarStates)[number],
  never
>;

const source: RuleSource = { kind: "portal", name: "Ngày nghỉ và thời hạn" };
const administering = ["chief", "tenant-administrator"] as const;

/** Who may say which days are off and how long the law's limits are. Everybody reads it. */
export const calendarRules: readonly CalendarRule[] = [
  {
    id: "calendar-decide-day",
    act: "decideDay",
    roles: administering,
    parts: ["office"],
    states: ["kept"],
    source,
    quote:
      "Quản trị cổng hoặc Chánh Văn phòng ghi ngày nghỉ, ngày làm bù theo văn bản của cơ quan có thẩm quyền, nêu rõ văn bản.",
  },
  {
    id: "calendar-revise-rule",
    act: "reviseRule",
    roles: administering,
    parts: ["office"],
    states: ["kept"],
    source,
    quote:
      "Quản trị cổng hoặc Chánh Văn phòng sửa thời hạn ghi sai hoặc ghi quy định mới, nêu rõ căn cứ và lý do; mức cũ vẫn được giữ.",
  },
  {
    id: "calendar-choose-off-days",
    act: "chooseOffDays",
    roles: administering,
    parts: ["office"],
    states: ["kept"],
    source,
    quote:
      "Quản trị cổng hoặc Chánh Văn phòng chọn thời hạn tính theo ngày có chuyển sang ngày làm việc tiếp theo hay không khi ngày cuối là ngày nghỉ.",
  },
];
