import { expect } from "vitest";
import { setCalendarRules } from "@/lib/meetings/commands/set-calendar-rules";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;

const rules = {
  exchangeWeekday: "5",
  morningFrom: "7h",
  morningUntil: "11:30",
  afternoonFrom: "13h30",
  afternoonUntil: "17:00",
  holdDays: "10",
  travelMinutes: "45",
  layout: "thanh-hoa",
};

describeCommand(setCalendarRules, {
  province,
  ready: async () => ({}),
  by: administrator,
  input: () => rules,
  subjectId: tenantId,
  does: {
    "keeps hours in minutes, the day, and the columns of the layout": async ({ province }) => {
      const [row] = await province.rows("select * from calendar_settings where tenant_id = $1", [tenantId()]);
      expect(row).toMatchObject({
        exchange_weekday: 5,
        morning_from: 420,
        morning_until: 690,
        afternoon_from: 810,
        afternoon_until: 1020,
        hold_days: 10,
        travel_minutes: 45,
        sheet_columns: ["day", "session", "content", "place", "participants"],
      });
    },
    "and nothing of another province": async ({ province }) => {
      const rows = await province.rows(
        "select 1 from calendar_settings where travel_minutes = 45 and tenant_id <> $1",
        [tenantId()],
      );
      expect(rows).toEqual([]);
    },
  },
  events: ["meetings.calendarRulesSet"],
  wrongInput: {
    "a morning that ends before it begins": { change: { morningUntil: "6h" }, field: "morningUntil" },
    "an afternoon that begins in the morning": { change: { afternoonFrom: "11h" }, field: "afternoonFrom" },
    "an hour nobody can read": { change: { morningFrom: "sớm" }, field: "morningFrom" },
    "an eighth day": { change: { exchangeWeekday: "8" }, field: "exchangeWeekday" },
    "a sheet without its content": { change: { layout: "own", columns: ["day", "place"] }, field: "columns" },
    "a column nobody knows": {
      change: { layout: "own", columns: ["day", "content", "mật"] },
      field: "columns",
    },
    "travel of a day": { change: { travelMinutes: "1440" }, field: "travelMinutes" },
  },
  notAllowed: {
    "a chief": { by: [party, "chief"], reason: "role", source: "portal" },
    "a clerk": { by: [party, "records-clerk"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "forbidden" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
