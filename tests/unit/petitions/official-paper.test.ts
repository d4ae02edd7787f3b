import { spawnSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  abstractOf,
  draftOf,
  fileNameOf,
  paperForms,
  paperKinds,
  recipientsOf,
} from "@/lib/petitions/paper/forms";
import { type OfficialPaper, textsOf } from "@/lib/petitions/paper/official-paper";
import { renderOfficialDocx } from "@/lib/petitions/paper/render-official-docx";
import { renderOfficialPdf } from "@/lib/petitions/paper/render-official-pdf";
import { kindsNow, type PaperLetter, stepOf } from "@/lib/petitions/paper/steps";
import {
  authorityIn,
  nameLines,
  numberLine,
  paperNumber,
  placeAndDate,
} from "@/lib/platform/documents/official-form";
import { paperIssuedAt as at, factsOf, paperOf } from "@/tests/support/builders/official-papers";

const squeezed = (text: string) => text.normalize("NFC").replaceAll(/\s+/g, "");

async function ofDocx(paper: OfficialPaper): Promise<string> {
  const files = unzipSync(await renderOfficialDocx(paper));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t\b[^>]*>(.*?)<\/w:t>/gs)]
    .map(([, text = ""]) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"'))
    .join("");
}

async function ofPdf(paper: OfficialPaper): Promise<string> {
  const run = spawnSync("pdftotext", ["-layout", "-", "-"], { input: await renderOfficialPdf(paper, at) });
  return run.stdout.toString("utf8");
}

const hasPdfText = spawnSync("pdftotext", ["-v"]).error === undefined;

describe.each(paperKinds)("a paper of kind %s", (kind) => {
  test.each(["state", "party"] as const)("says the same as Word file in the %s's form", async (form) => {
    const paper = paperOf(kind, form);
    const said = squeezed(await ofDocx(paper));
    for (const text of textsOf(paper)) expect(said).toContain(squeezed(text));
    expect(said).toContain("Nơinhận:");
  });

  test.skipIf(!hasPdfText)("says the same as PDF", async () => {
    const paper = { ...paperOf(kind), recipients: [] };
    const said = squeezed(await ofPdf(paper));
    // Two columns stand beside one another in the head and at the foot: word by word.
    for (const text of textsOf(paper).flatMap((each) => each.split(/\s+/)))
      expect(said).toContain(squeezed(text));
    for (const { text } of paper.paragraphs) expect(said).toContain(squeezed(text));
  });

  test("is begun with the parts of the official form", () => {
    const paper = paperOf(kind);
    expect(numberLine(paper)).toMatch(/^Số: 05\/\S+/);
    expect(textsOf(paper)).toEqual(
      expect.arrayContaining([
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Phú Thọ, ngày 04 tháng 02 năm 2026",
        "- Lưu: VT, hồ sơ.",
      ]),
    );
    expect(paper.abstract).not.toBe("");
    expect(paper.paragraphs.some((each) => each.kind === "article")).toBe(paperForms[kind].orders);
  });
});

test("the same description gives the same bytes", async () => {
  const paper = paperOf("decision");
  expect(await renderOfficialPdf(paper, at)).toEqual(await renderOfficialPdf(paper, at));
});

test("a denunciation's papers name nobody, whatever the portal knows", () => {
  for (const kind of paperKinds.filter((each) => paperForms[each].classes.includes("denunciation"))) {
    const facts = { ...factsOf(kind, true), sender: { fullName: "Khổng Thị Mơ", address: "Xóm Vực" } };
    const all = [abstractOf(kind, facts), draftOf(kind, facts), recipientsOf(kind, facts)].join("\n");
    expect(all).not.toMatch(/Khổng|Mơ|Xóm Vực/);
  }
});

test("numbers are those of the State's and of the Party's form", () => {
  expect(paperNumber("state", 5, "TB", "VPUBND")).toBe("05/TB-VPUBND");
  expect(paperNumber("party", 5, "TB", "VPTU")).toBe("05-TB/VPTU");
  expect(paperNumber("state", 125, "", "VPUBND")).toBe("125/VPUBND");
  expect(placeAndDate("Phú Thọ", "2026-11-24")).toBe("Phú Thọ, ngày 24 tháng 11 năm 2026");
});

test("in whose place somebody signs is written as the State and as the Party write it", () => {
  expect(authorityIn("state", "KT. CHÁNH VĂN PHÒNG")).toBe("KT. CHÁNH VĂN PHÒNG");
  expect(authorityIn("party", "KT. CHÁNH VĂN PHÒNG")).toBe("K/T CHÁNH VĂN PHÒNG");
  expect(authorityIn("party", "TM. BAN THƯỜNG VỤ")).toBe("T/M BAN THƯỜNG VỤ");
  expect(authorityIn("party", "TUQ. CHÁNH VĂN PHÒNG")).toBe("T/UQ CHÁNH VĂN PHÒNG");
  expect(authorityIn("party", "CHÁNH VĂN PHÒNG")).toBe("CHÁNH VĂN PHÒNG");
});

const letterAt = (state: string, change: Partial<PaperLetter> = {}): PaperLetter => ({
  class: "complaint",
  state,
  unmet: 0,
  milestones: [],
  ...change,
});

test.each([
  ["no class yet", letterAt("received", { class: null }), []],
  ["a proposal", letterAt("classified", { class: "proposal" }), ["guidance", "forwarding", "interim"]],
  [
    "a complaint that was classified",
    letterAt("classified"),
    ["acceptance", "guidance", "forwarding", "interim"],
  ],
  [
    "a complaint that does not meet a condition",
    letterAt("classified", { unmet: 1 }),
    ["refusal", "guidance", "forwarding", "interim"],
  ],
  [
    "an accepted complaint, refused no more",
    letterAt("accepted"),
    ["acceptance", "verification", "dialogue", "decision", "extension", "interim"],
  ],
  ["a settled complaint", letterAt("settled"), ["decision"]],
  [
    "an accepted denunciation",
    letterAt("accepted", { class: "denunciation" }),
    ["acceptance", "verification", "conclusion", "extension", "interim"],
  ],
  ["a letter joined to an earlier one", letterAt("classified", { joined: true }), ["forwarding", "interim"]],
])("the papers of %s say nothing against what is on record", (_, letter, kinds) => {
  expect(kindsNow(letter)).toEqual(kinds);
});

test.each([
  ["acceptance", letterAt("classified"), ["accepted"], "accepted"],
  [
    "acceptance",
    letterAt("classified", { class: "denunciation" }),
    ["accepted", "acceptance-notified"],
    "accepted",
  ],
  ["acceptance", letterAt("accepted"), [], null],
  ["acceptance", letterAt("accepted", { class: "denunciation" }), ["acceptance-notified"], null],
  ["refusal", letterAt("classified", { unmet: 1 }), [], "not-accepted"],
  ["guidance", letterAt("classified"), [], "guided"],
  ["decision", letterAt("accepted"), ["decided"], "settled"],
  ["conclusion", letterAt("accepted", { class: "denunciation" }), ["concluded"], "settled"],
  ["extension", letterAt("accepted", { class: "denunciation" }), ["extended"], null],
  ["extension", letterAt("accepted"), [], null],
  ["forwarding", letterAt("classified"), [], null],
  ["interim", letterAt("classified", { class: "proposal" }), ["outcome-told"], null],
  ["interim", letterAt("accepted", { milestones: ["outcome-told"] }), ["progress-told"], null],
] as const)("a %s ends the step it is about (%#)", (kind, letter, milestones, state) => {
  expect(stepOf(kind, letter)).toEqual({ milestones, state });
});

test("an acceptance notice is begun with the day and the term the portal knows", () => {
  const complaint = draftOf("acceptance", factsOf("acceptance"));
  expect(complaint).toContain("thụ lý giải quyết từ ngày 05/11/2026; thời hạn giải quyết là 30 ngày");
  expect(draftOf("acceptance", { ...factsOf("acceptance", true), settleDays: 30 })).toContain(
    "thụ lý từ ngày 05/11/2026; thời hạn giải quyết là 30 ngày",
  );
  expect(draftOf("verification", factsOf("verification"))).toContain("số 04/TB-VPUBND ngày 05/11/2026");
});

test("a long name is broken between whole phrases", () => {
  const lines = (name: string) => nameLines(name);
  expect(lines("VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH")).toEqual([
    "VĂN PHÒNG",
    "ĐOÀN ĐẠI BIỂU QUỐC HỘI",
    "VÀ HỘI ĐỒNG NHÂN DÂN",
    "TỈNH",
  ]);
  expect(lines("ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH PHÚ THỌ")).toEqual(["ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH PHÚ THỌ"]);
  expect(lines("ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ")).toEqual(["ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"]);
  expect(lines("TỈNH ỦY PHÚ THỌ")).toEqual(["TỈNH ỦY PHÚ THỌ"]);
});

test("a paper's file is called by its kind and number", () => {
  expect(fileNameOf("decision", "01/QĐ-HĐND")).toBe("quyet-dinh-giai-quyet-01-QD-HDND");
  expect(fileNameOf("acceptance", "05-TB/VPTU")).toBe("thong-bao-thu-ly-05-TB-VPTU");
});
