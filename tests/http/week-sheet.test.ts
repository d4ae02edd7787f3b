import { spawnSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sheetLayouts } from "@/lib/meetings/layouts";
import messages from "@/messages/vi.json";
import { openScene, type Scene } from "./support/items";

// The week sheet on the page, as PDF and as Word file, and a programme on the page and as Word file: one table in several hands,
// compared as text.

let scene: Scene;
let monday: string;

beforeAll(async () => {
  scene = await openScene();
  const { rows } = await scene.database.pool("owner").query<{ monday: string }>(
    `select to_char(s.monday, 'YYYY-MM-DD') as monday from week_sheets s
        where s.tenant_id = $1 and (select count(*) from week_sheet_versions v where v.tenant_id = s.tenant_id and v.sheet_id = s.id) = 2`,
    [scene.database.phuTho.tenant.id],
  );
  monday = rows[0]?.monday ?? "";
});

afterAll(() => scene.close());

function words(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&nbsp;", " ")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Cells with text, row by row. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)]
      .map(([, cell = ""]) => words(cell.replaceAll(/<[^>]*>/g, " ")))
      .filter((text) => text !== ""),
  );
}

/** The sheet as the page has it. */
async function ofPage(version: number): Promise<string[][]> {
  const path = `/${scene.real.slug}/calendar?week=${monday}&version=${version}`;
  const html = await (await scene.portal.get(path, scene.people.insider)).text();
  const [, table = ""] = /<section class="week".*?<table>(.*?)<\/table>/s.exec(html) ?? [];
  const shown = table
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<caption.*?<\/caption>/gs, "")
    .replaceAll(/<span class="sr-only">.*?<\/span>/g, "")
    .replaceAll(/<em class="noprint">.*?<\/em>/g, "");
  return rowsOf(shown);
}

async function file(name: string): Promise<Uint8Array> {
  return bytesAt(`/${scene.real.slug}/calendar/files/${monday}/${name}`);
}

async function bytesAt(path: string): Promise<Uint8Array> {
  const response = await scene.portal.get(path, scene.people.insider);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The table of a Word file that `nth` others come before. */
function tableOf(docx: Uint8Array, nth = 0): string[][] {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  const table = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)][nth]?.[1] ?? "";
  return [...table.matchAll(/<w:tr\b.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)]
      .map(([cell]) =>
        words(
          [...cell.matchAll(/<w:p\b.*?<\/w:p>/gs)]
            .map(([paragraph]) =>
              [...paragraph.matchAll(/<w:t\b[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(""),
            )
            .join(" "),
        ),
      )
      .filter((text) => text !== ""),
  );
}

const ofDocx = async (version: number) => tableOf(await file(`lich-tuan-${version}.docx`));

async function ofPdf(version: number): Promise<string> {
  const run = spawnSync("pdftotext", ["-raw", "-", "-"], { input: await file(`lich-tuan-${version}.pdf`) });
  expect(run.status).toBe(0);
  return words(run.stdout.toString("utf8").normalize("NFC"));
}

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/[\s,;.]+/).filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe.each([0, 1])("version %i", (version) => {
  test("the Word file has the page's rows, words and order", async () => {
    const page = await ofPage(version);
    expect(page.length).toBeGreaterThan(8);
    expect(await ofDocx(version)).toEqual(page);
  });

  test("the PDF has every word of the page as often, and the heads", async () => {
    const page = tally((await ofPage(version)).flat().join(" "));
    const paper = await ofPdf(version);
    const printed = tally(paper);
    // A long code is broken in its narrow column; everything else stands as words.
    const missing = [...page].filter(
      ([word, count]) => !word.includes("&") && (printed.get(word) ?? 0) < count,
    );
    expect(missing).toEqual([]);
    expect(paper).toContain("LỊCH CÔNG TÁC TUẦN");
    expect(paper).toContain(version === 0 ? "Ban hành" : "Điều chỉnh lần 1");
    expect(paper).toContain("Nơi nhận:");
    expect(paper).toContain("Đầu chuỗi nhật ký");
  });
});

test("an adjustment shows what was and what is, a postponed line that it is off", async () => {
  const rows = (await ofPage(1)).map((row) => row.join(" | "));
  expect(rows.find((row) => row.includes("Kiểm tra tiến độ"))).toContain("Xã Phù Ninh Xã Hy Cương");
  expect(rows.find((row) => row.includes("công tác dân vận"))).toMatch(/^hoãn/);
  expect((await ofPage(0)).flat().join(" ")).not.toContain("Xã Phù Ninh Xã Hy Cương");
});

const headings: Readonly<Record<string, string>> = messages.calendar.columns;

test("both forms of the official sheet can be set for a province: the columns follow", async () => {
  const owner = scene.database.pool("owner");
  const tenantId = scene.database.phuTho.tenant.id;
  const { rows } = await owner.query<{ columns: string[] }>(
    "select sheet_columns as columns from calendar_settings where tenant_id = $1",
    [tenantId],
  );
  try {
    for (const [name, columns] of Object.entries(sheetLayouts)) {
      await owner.query("update calendar_settings set sheet_columns = $2 where tenant_id = $1", [
        tenantId,
        columns,
      ]);
      const page = await ofPage(1);
      expect(page[0], name).toEqual(columns.map((column) => headings[column]));
      expect(await ofDocx(1), name).toEqual(page);
      const printed = tally(await ofPdf(1));
      const words = tally(page.flat().join(" "));
      expect(
        [...words].filter(([word, count]) => !word.includes("&") && (printed.get(word) ?? 0) < count),
      ).toEqual([]);
      // Thanh Hóa's has no column for the hour nor for who chairs: the one begins the content, the other those who attend.
      const sitting = page.find((row) => row.join(" ").includes("thường kỳ"))?.join(" | ") ?? "";
      expect(sitting, name).toMatch(
        name === "thanh-hoa"
          ? /\(08:00–11:00\) Phiên họp .* thường kỳ \| Phòng họp A.* \| Chủ tịch Ủy ban nhân dân tỉnh Phan Văn Độ; /
          : /08:00–11:00 \| Phiên họp .* thường kỳ \| Chủ tịch Ủy ban nhân dân tỉnh Phan Văn Độ \| .*Phòng họp A/,
      );
    }
  } finally {
    await owner.query("update calendar_settings set sheet_columns = $2 where tenant_id = $1", [
      tenantId,
      rows[0]?.columns,
    ]);
  }
});

test("a version that never was and a name that is none are not found", async () => {
  for (const name of ["lich-tuan-9.pdf", "lich-tuan.exe", "..%2Flich-tuan.pdf"]) {
    const path = `/${scene.real.slug}/calendar/files/${monday}/${name}`;
    expect((await scene.portal.get(path, scene.people.insider)).status).toBe(404);
  }
});

describe("a programme of work", () => {
  test.each(["kind = 'year' and state = 'issued'", "kind = 'quarter'", "kind = 'month'"])(
    "%s: the Word file has the page's heads, rows, words and order",
    async (which) => {
      const { rows } = await scene.database.pool("owner").query<{ id: string }>(
        `select p.id from work_programmes p join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
          where p.tenant_id = $1 and o.code = 'VPTU' and ${which} and exists (
            select 1 from programme_items i where i.tenant_id = p.tenant_id and i.programme_id = p.id)
          order by p.starts_on, p.id limit 1`,
        [scene.database.phuTho.tenant.id],
      );
      const path = `/${scene.real.slug}/programmes/${rows[0]?.id}`;
      const html = await (await scene.portal.get(path, scene.people.insider)).text();
      const [, table = ""] = /<table class="[^"]*\bprogramme\b[^"]*">(.*?)<\/table>/s.exec(html) ?? [];
      const page = rowsOf(
        table
          .replaceAll(/<!--.*?-->/g, "")
          .replaceAll(/<caption.*?<\/caption>/gs, "")
          .replaceAll(/<details class="why.*?<\/details>/gs, "")
          .replaceAll(/<a class="noprint.*?<\/a>/gs, "")
          .replaceAll(/<span class="noprint">.*?<\/a><\/span>/gs, "")
          .replaceAll(/<span class="(sr-only|only-narrow)">.*?<\/span>/g, ""),
      );
      expect(page.length).toBeGreaterThan(1);
      expect(page[0]).toHaveLength(8);
      // Its own head stands in a table as well.
      expect(tableOf(await bytesAt(`${path}/files/chuong-trinh.docx`), 1)).toEqual(page);
    },
  );
});
