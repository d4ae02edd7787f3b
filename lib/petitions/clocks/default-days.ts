import type { CalendarDay, DayKind, Mark } from "./types";

const labourLaw = "Điều 111, Điều 112 Bộ luật Lao động 2019";

type Row = readonly [day: string, kind: DayKind, name: string];
type Origin = { source: string; mark: Mark; decidedOn?: string; active?: boolean };

function days(origin: Origin, rows: readonly Row[]): CalendarDay[] {
  return rows.map(([day, kind, name]) => ({
    day,
    kind,
    name,
    source: origin.source,
    decidedOn: origin.decidedOn ?? null,
    active: origin.active ?? true,
    mark: origin.mark,
  }));
}

const newYear = "Tết Dương lịch";
const tet = "Tết Nguyên đán";
const hungKings = "Giỗ Tổ Hùng Vương";
const victory = "Ngày Chiến thắng";
const labourDay = "Ngày Quốc tế lao động";
const nationalDay = "Quốc khánh";

const off = "holiday" as const;
const instead = "compensation" as const;

/**
 * Days off and worked days of state bodies, 2022 to 2027 (DOMAIN 10). Only what is certain is counted: a day that is wished
 * for, or one of two choices not announced yet, is kept inactive until an administrator says so. Weekends are not listed
 * unless a holiday falls on them.
 */
export const defaultDays: readonly CalendarDay[] = [
  ...days({ source: labourLaw, mark: "general" }, [
    ["2022-01-01", off, newYear],
    ["2022-01-03", instead, newYear],
    ["2022-01-31", off, tet],
    ["2022-02-01", off, tet],
    ["2022-02-02", off, tet],
    ["2022-02-03", off, tet],
    ["2022-02-04", off, tet],
    ["2022-04-10", off, hungKings],
    ["2022-04-11", instead, hungKings],
    ["2022-04-30", off, victory],
    ["2022-05-01", off, labourDay],
    ["2022-05-02", instead, victory],
    ["2022-05-03", instead, labourDay],
    ["2022-09-01", off, nationalDay],
    ["2022-09-02", off, nationalDay],
    ["2023-01-01", off, newYear],
    ["2023-01-02", instead, newYear],
    ["2023-01-20", off, tet],
    ["2023-01-21", off, tet],
    ["2023-01-22", off, tet],
    ["2023-01-23", off, tet],
    ["2023-01-24", off, tet],
    ["2023-01-25", instead, tet],
    ["2023-01-26", instead, tet],
    ["2023-04-29", off, hungKings],
    ["2023-04-30", off, victory],
    ["2023-05-01", off, labourDay],
    ["2023-05-02", instead, hungKings],
    ["2023-05-03", instead, victory],
    ["2023-09-01", off, nationalDay],
    ["2023-09-02", off, nationalDay],
    ["2023-09-04", instead, nationalDay],
    ["2024-01-01", off, newYear],
    ["2024-02-08", off, tet],
    ["2024-02-09", off, tet],
    ["2024-02-10", off, tet],
    ["2024-02-11", off, tet],
    ["2024-02-12", off, tet],
    ["2024-02-13", instead, tet],
    ["2024-02-14", instead, tet],
    ["2024-04-18", off, hungKings],
    ["2024-04-29", "swap-off", "Nghỉ hoán đổi dịp 30/4"],
    ["2024-04-30", off, victory],
    ["2024-05-01", off, labourDay],
    ["2024-05-04", "make-up", "Làm bù cho ngày 29/4"],
    ["2024-09-02", off, nationalDay],
    ["2024-09-03", off, nationalDay],
    ["2025-01-01", off, newYear],
    ["2025-04-07", off, hungKings],
    ["2025-04-30", off, victory],
    ["2025-05-01", off, labourDay],
    ["2025-04-26", "make-up", "Làm bù cho ngày 02/5"],
    ["2026-01-01", off, newYear],
    ["2027-01-01", off, newYear],
    ["2027-04-16", off, hungKings],
    ["2027-04-30", off, victory],
    ["2027-05-01", off, labourDay],
    ["2027-05-03", instead, labourDay],
    ["2027-09-02", off, nationalDay],
  ]),
  ...days({ source: "Thông báo lịch nghỉ Tết và Quốc khánh năm 2025 (theo báo chí)", mark: "press" }, [
    ["2025-01-27", off, tet],
    ["2025-01-28", off, tet],
    ["2025-01-29", off, tet],
    ["2025-01-30", off, tet],
    ["2025-01-31", off, tet],
    ["2025-05-02", "swap-off", "Nghỉ hoán đổi dịp 30/4"],
    ["2025-09-01", off, nationalDay],
    ["2025-09-02", off, nationalDay],
  ]),
  ...days({ source: "Văn bản 12729/VPCP-KGVX (theo báo chí)", mark: "press", decidedOn: "2025-12-25" }, [
    ["2026-01-02", "swap-off", "Nghỉ hoán đổi dịp Tết Dương lịch"],
    ["2026-01-10", "make-up", "Làm bù cho ngày 02/01"],
  ]),
  ...days({ source: "Thông báo lịch nghỉ Tết và Quốc khánh năm 2026 (theo báo chí)", mark: "press" }, [
    ["2026-02-16", off, tet],
    ["2026-02-17", off, tet],
    ["2026-02-18", off, tet],
    ["2026-02-19", off, tet],
    ["2026-02-20", off, tet],
    ["2026-04-26", off, hungKings],
    ["2026-04-27", instead, hungKings],
    ["2026-04-30", off, victory],
    ["2026-05-01", off, labourDay],
    ["2026-08-22", "make-up", "Làm bù cho ngày 31/8"],
    ["2026-08-31", "swap-off", "Nghỉ hoán đổi dịp Quốc khánh"],
    ["2026-09-01", off, nationalDay],
    ["2026-09-02", off, nationalDay],
  ]),
  // Off whichever of the two usual choices is announced: one day before Tết and four after, or two and three.
  ...days({ source: `${labourLaw}; phương án nghỉ chưa công bố`, mark: "undecided" }, [
    ["2027-02-05", off, tet],
    ["2027-02-06", off, tet],
    ["2027-02-07", off, tet],
    ["2027-02-08", off, tet],
    ["2027-02-09", off, tet],
    ["2027-02-10", instead, tet],
  ]),
  ...days({ source: "Chưa công bố", mark: "undecided", active: false }, [
    ["2027-02-04", off, tet],
    ["2027-02-11", instead, tet],
    ["2027-09-01", off, nationalDay],
    ["2027-09-03", off, nationalDay],
  ]),
  ...days(
    { source: "Nghị quyết 80-NQ/TW; chưa thấy văn bản quy định ngày nghỉ", mark: "undecided", active: false },
    [
      ["2026-11-24", off, "Ngày Văn hóa Việt Nam"],
      ["2027-11-24", off, "Ngày Văn hóa Việt Nam"],
    ],
  ),
];
