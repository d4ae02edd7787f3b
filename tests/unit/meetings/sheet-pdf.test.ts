import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { renderSheetPdf, splitAtPages } from "@/lib/meetings/paper/render-sheet-pdf";
import type { PaperRow, SheetPaper } from "@/lib/meetings/paper/sheet-paper";

/** A day of so many lines, in one half-day. */
function day(name: string, lines: number): PaperRow[] {
  return Array.from({ length: lines }, (_, index) => ({
    mark: "",
    cells: [
      index === 0 ? { text: name, rows: lines } : null,
      index === 0 ? { text: "Sáng", rows: lines } : null,
      { text: "08:00–10:00" },
      { text: "Hội nghị chuyên đề về chuyển đổi số trong các cơ quan của tỉnh, của xã và của phường" },
      { text: "Bí thư" },
      { text: "Các sở" },
      { text: "Phòng họp 1" },
      { text: "VP ĐĐBQH&HĐND" },
    ],
  }));
}

const paper: SheetPaper = {
  title: "LỊCH CÔNG TÁC TUẦN 48",
  subject: "của lãnh đạo",
  version: "Ban hành",
  issuer: null,
  columns: ["day", "session", "time", "content", "chair", "participants", "place", "preparing"],
  head: ["Ngày", "Buổi", "Giờ", "Nội dung", "Chủ trì", "Thành phần", "Địa điểm", "Chuẩn bị"],
  rows: [...day("Thứ Hai", 4), ...day("Thứ Ba", 20)],
  recipients: ["Nơi nhận:"],
  signer: { title: "Chánh Văn phòng", name: "Người ký" },
  foot: "Đầu chuỗi nhật ký khi ban hành: 0123456789abcdef.",
};

test("a cell that reaches over a page's end is begun again on the next page", () => {
  const rows = splitAtPages([...day("Thứ Hai", 2), ...day("Thứ Ba", 5)], new Set([3, 5]));
  expect(rows.map(({ cells }) => cells[0])).toEqual([
    { text: "Thứ Hai", rows: 2 },
    null,
    { text: "Thứ Ba", rows: 1 },
    { text: "Thứ Ba", rows: 2 },
    null,
    { text: "Thứ Ba", rows: 2 },
    null,
  ]);
});

test("each page says which day it goes on with, and has the head of the history in its foot", async () => {
  const bytes = await renderSheetPdf(paper, new Date("2026-11-24T00:00:00Z"));
  const run = spawnSync("pdftotext", ["-layout", "-", "-"], { input: bytes });
  const pages = run.stdout.toString("utf8").normalize("NFC").split("\f").slice(0, -1);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(page).toContain("0123456789abcdef");
    // The last page may hold the signature alone.
    if (page.includes("08:00")) expect(page).toContain("Thứ Ba");
  }
});
