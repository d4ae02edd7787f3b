import { NextIntlClientProvider } from "next-intl";
import { createElement, type FunctionComponent, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ClashList } from "@/components/calendar/clash-list";
import { ClashPanel } from "@/components/calendar/clash-panel";
import { MonthGrid } from "@/components/calendar/month-grid";
import { UndoButton } from "@/components/calendar/undo-button";
import { useClashTexts } from "@/components/calendar/use-clash-texts";
import { WeekScreen } from "@/components/calendar/week-screen";
import { FormContext, type FormTexts } from "@/components/forms/form-context";
import type { Clash, ClashAdvice, SheetLine, SheetVersionRef, WeekView } from "@/lib/meetings/types";
import { plusDays } from "@/lib/platform/dates/days";
import { type FormState, idleFormState } from "@/lib/platform/forms/form-state";
import messages from "@/messages/vi.json";

// What a screen says, read as its reader has it before any script runs.

function shown(content: ReactNode): string {
  const props = { locale: "vi", messages, timeZone: "Asia/Ho_Chi_Minh", children: content } as const;
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props));
}

function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const texts: FormTexts = {
  optional: "",
  dateHint: "",
  oneError: "",
  manyErrors: "",
  kept: "",
  passwordAgain: "",
  sending: "",
};

function inForm(state: FormState, content: ReactNode): ReactNode {
  return createElement(FormContext, { value: { formId: "meeting", state, texts } }, content);
}

const refused = (advice: unknown): FormState => ({ status: "error", fieldErrors: {}, values: {}, advice });

const clash: Clash = {
  resource: "Bí thư Tỉnh ủy",
  day: "2027-12-06",
  from: "08:00",
  until: "10:00",
  kind: "confirmed",
  what: "Hội nghị giao ban",
  office: "VPTU",
  near: false,
  takeable: false,
};
const room: Clash = { ...clash, resource: "Phòng họp 1" };
const hold: Clash = { ...clash, from: "09:00", kind: "hold", what: null, office: null };

describe("what clashes", () => {
  const Listed: FunctionComponent<{ clashes: readonly Clash[] }> = ({ clashes }) =>
    createElement(ClashList, { clashes, texts: useClashTexts() });
  const told = (...clashes: Clash[]) => words(shown(createElement(Listed, { clashes })));

  test("one meeting that takes leader and room is one line and counted once", () => {
    const text = told(clash, room);
    expect(text).toContain("Bí thư Tỉnh ủy, Phòng họp 1 : Hội nghị giao ban");
    expect(text.match(/Hội nghị giao ban/g)).toHaveLength(1);
    expect(text).toMatch(/^Trùng 1 cuộc đã xác nhận /);
  });

  test.each([
    ["confirmed alone", [clash], /^Trùng 1 cuộc đã xác nhận$/],
    ["holds alone", [hold], /^Vướng 1 cuộc đang giữ chỗ$/],
    ["both", [clash, hold], /^Trùng 1 cuộc đã xác nhận, vướng 1 cuộc đang giữ chỗ$/],
  ])("its head names only what there is: %s", (_name, clashes, head) => {
    const [said = ""] = /<p class="clash__h">.*?<\/p>/s.exec(shown(createElement(Listed, { clashes }))) ?? [];
    expect(words(said)).toMatch(head);
  });

  const advice: ClashAdvice = {
    clashes: [clash],
    slots: [
      {
        value: "2027-12-06T03:00Z/2027-12-06T05:00Z",
        day: "2027-12-06",
        from: "10:00",
        until: "12:00",
        holds: 0,
        soonest: true,
      },
    ],
  };
  const Panel: FunctionComponent<{ ask?: string }> = ({ ask }) =>
    createElement(ClashPanel, { texts: useClashTexts(), ask, override: { label: "Lý do", hint: "" } });

  test("another time is offered only where the form has boxes for one", () => {
    const answered = (ask?: string) =>
      shown(inForm(refused(advice), createElement(Panel, ask === undefined ? {} : { ask })));
    expect(answered("/t/calendar/clash")).toContain('name="slot"');
    expect(answered()).toContain("Hội nghị giao ban");
    expect(answered()).not.toContain('name="slot"');
  });

  test("a reason for too little time between is asked where there is too little, and kept once it was said", () => {
    const asked = (state: FormState) =>
      shown(inForm(state, createElement(Panel))).includes('name="overrideReason"');
    const near = { ...advice, clashes: [{ ...clash, near: true }] };
    expect(asked(idleFormState)).toBe(false);
    expect(asked(refused(advice))).toBe(false);
    expect(asked(refused(near))).toBe(true);
    expect(
      asked({ status: "error", fieldErrors: {}, values: { overrideReason: "Họp trực tuyến" }, advice }),
    ).toBe(true);
  });
});

test("taking back is not offered again once the portal has said that it cannot be", () => {
  const button = createElement(UndoButton, { secondsLeft: 40, label: "Hoàn tác", left: "{seconds}" });
  expect(words(shown(inForm(idleFormState, button)))).toContain("Hoàn tác");
  expect(shown(inForm(refused(undefined), button))).toBe("");
});

describe("a week", () => {
  const version = (number: number): SheetVersionRef => ({
    number,
    publishedAt: new Date("2027-12-03T03:00:00Z"),
    publishedBy: null,
  });
  const line: SheetLine = {
    meetingId: "00000000-0000-4000-8000-000000000001",
    day: "2027-12-06",
    session: "morning",
    from: "08:00",
    until: "10:00",
    untilDay: null,
    title: "Hội nghị giao ban",
    chair: "Bí thư Tỉnh ủy",
    participants: "",
    place: "",
    preparing: "",
    serving: "",
    state: "hold",
    to: null,
    reason: null,
    restricted: false,
    officeIds: [],
    change: null,
    marks: [],
    hours: "08:00–10:00",
  };
  const view = (shows: WeekView["shows"], lines: readonly SheetLine[], clashes: WeekView["clashes"] = {}) =>
    words(
      shown(
        createElement(WeekScreen, {
          tenant: "tinh",
          onlyChanges: false,
          view: {
            monday: "2027-12-06",
            week: 49,
            year: 2027,
            today: "2027-12-01",
            shows,
            versions: [version(0), version(1), version(2)],
            lines,
            clashes,
            unpublished: 0,
            columns: ["time", "content", "chair", "participants", "place", "preparing"],
            lead: null,
            assists: [],
            mayPublish: false,
            mayFile: false,
            signer: null,
            auditHead: null,
            undo: null,
          },
        }),
      ),
    );

  test("that was adjusted since says so and leads to the newest, which says nothing of it", () => {
    expect(view({ kind: "version", version: version(1) }, [line])).toMatch(/Điều chỉnh lần 2.*Xem bản/i);
    expect(view({ kind: "version", version: version(2) }, [line])).not.toMatch(/Xem bản/i);
  });

  test("names of its changes only those there are", () => {
    const added = {
      ...line,
      meetingId: "00000000-0000-4000-8000-000000000002",
      change: { mark: "new" as const },
    };
    const text = view({ kind: "version", version: version(2) }, [line, added]);
    expect(text).toContain("1 mới");
    expect(text).not.toMatch(/\b0 (đổi|mới|hoãn|hủy|chốt|dời)/);
    expect(view({ kind: "version", version: version(2) }, [line])).not.toMatch(/\d+ mới/);
  });

  test("marks a line that another lies over, and says which", () => {
    const draft = view({ kind: "working" }, [line], {
      [line.meetingId]: [hold, { ...hold, resource: "Phòng họp 1" }],
    });
    expect(draft).toContain("Chuẩn bị vướng Thứ Hai");
    expect(draft).toContain("Vướng Bí thư Tỉnh ủy, Phòng họp 1: bận, 09:00–10:00");
    expect(view({ kind: "working" }, [line])).not.toContain("Phòng họp 1");
  });
});

test("a month is a table of whole weeks: its days lead to their lists, its weeks to their sheets", () => {
  const days = Array.from({ length: 31 }, (_, nth) => ({
    day: plusDays("2027-12-01", nth),
    count: 0,
    items: [],
  }));
  const item = { id: "m1", title: "Hội nghị giao ban", state: "approved" as const, from: "08:00" as const };
  const html = shown(
    createElement(MonthGrid, {
      days: days.map((each) => (each.day === "2027-12-06" ? { ...each, count: 3, items: [item] } : each)),
      today: "2027-12-06",
      base: "/tinh/calendar",
      caption: "Tháng 12/2027",
      dayAddress: (day) => `/tinh/calendar/list?at=${day}`,
    }),
  );
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) => row).slice(1);
  expect(rows.map((row) => [...row.matchAll(/<td\b/g)].length)).toEqual([7, 7, 7, 7, 7]);
  expect(rows.map((row) => /week=([\d-]+)/.exec(row)?.[1])).toEqual([
    "2027-11-29",
    "2027-12-06",
    "2027-12-13",
    "2027-12-20",
    "2027-12-27",
  ]);
  // The first is a Wednesday: two days of November stand before it, two of January after the last.
  expect(words(rows[0] ?? "")).toMatch(/^Tuần 48 29\/11 30\/11 Thứ Tư 1 /);
  expect(words(rows[4] ?? "")).toMatch(/ 01\/01 02\/01$/);
  const [today = ""] = /<td[^>]*aria-current="date".*?<\/td>/s.exec(html) ?? [];
  expect(words(today)).toContain("(hôm nay) 08:00 Hội nghị giao ban chờ xác nhận và 2 cuộc khác");
  expect(today).toContain("/tinh/calendar/list?at=2027-12-06");
});
