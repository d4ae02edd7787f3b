import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { paperKinds } from "@/lib/petitions/paper/forms";
import { textsOf } from "@/lib/petitions/paper/official-paper";
import { renderOfficialDocx } from "@/lib/petitions/paper/render-official-docx";
import { renderOfficialPdf } from "@/lib/petitions/paper/render-official-pdf";
import { findDocumentFonts } from "@/lib/platform/documents/document-fonts";
import { paperIssuedAt, paperOf } from "@/tests/support/builders/official-papers";

// Needs LibreOffice Writer and poppler-utils; npm test compares the words of both files without them.
const hasOffice =
  spawnSync("soffice", ["--version"]).error === undefined &&
  spawnSync("pdftotext", ["-v"]).error === undefined;

const squeezed = (text: string) => text.normalize("NFC").replaceAll(/\s+/g, "");
const pagesOf = (path: string) =>
  Number(/Pages:\s+(\d+)/.exec(spawnSync("pdfinfo", [path]).stdout.toString("utf8"))?.[1]);
const textOf = (path: string) => spawnSync("pdftotext", ["-layout", path, "-"]).stdout.toString("utf8");

test.skipIf(!hasOffice)(
  "LibreOffice opens every Word file of a paper and prints the words and pages of its PDF",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "papers-"));
    const fonts = dirname(dirname(findDocumentFonts().normal));
    writeFileSync(
      join(folder, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir>
        <match target="pattern"><test name="family"><string>Times New Roman</string></test>
        <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>`,
    );
    try {
      const papers = paperKinds.flatMap((kind) =>
        (["state", "party"] as const).map((form) => ({
          name: `${kind}-${form}`,
          paper: paperOf(kind, form),
        })),
      );
      for (const { name, paper } of papers) {
        writeFileSync(join(folder, `${name}.docx`), await renderOfficialDocx(paper));
        writeFileSync(join(folder, `${name}-own.pdf`), await renderOfficialPdf(paper, paperIssuedAt));
      }
      const files = papers.map(({ name }) => join(folder, `${name}.docx`));
      const run = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          ...files,
        ],
        {
          env: { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf"), HOME: folder },
          timeout: 240_000,
        },
      );
      expect(run.status).toBe(0);
      for (const { name, paper } of papers) {
        const opened = join(folder, `${name}.pdf`);
        expect(readFileSync(opened).length, name).toBeGreaterThan(1_000);
        expect(pagesOf(opened), name).toBe(pagesOf(join(folder, `${name}-own.pdf`)));
        const said = squeezed(textOf(opened));
        for (const word of textsOf(paper).flatMap((text) => text.split(/\s+/))) {
          expect(said, `${name}: ${word}`).toContain(squeezed(word));
        }
        for (const { text } of paper.paragraphs) expect(said, name).toContain(squeezed(text));
      }
    } finally {
      if (process.env["KEEP_PAPERS"] === undefined) rmSync(folder, { recursive: true, force: true });
      else console.log(folder);
    }
  },
  300_000,
);
