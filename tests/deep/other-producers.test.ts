import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkOffline } from "@/lib/agreements/signing/check-offline";
import { documentWords, placeAndDateLine } from "@/lib/agreements/signing/document-words";
import { renderAgreementDocx } from "@/lib/agreements/signing/render-agreement-docx";
import { updates } from "@/tests/unit/agreements/signing/attacks";
import { Tampering } from "@/tests/unit/agreements/signing/incremental-update";
import { outsideSigner, signedOver } from "@/tests/unit/agreements/signing/outside-file";
import { sampleAgreement } from "@/tests/unit/agreements/signing/sample-agreement";
import { makeScene, sign } from "@/tests/unit/agreements/signing/signed-agreement";

// Clean files from another producer: an office opens the portal's Word copy in LibreOffice, prints it to PDF and has it signed with
// a tool of its own. Nothing of such a file is the portal's, and all of it must be accepted. Needs LibreOffice Writer.
const hasOffice = spawnSync("soffice", ["--version"]).error === undefined;

/** How an office saves a PDF: as it is, for the archive, and so that a screen reader can read it. */
const ways: readonly { name: string; filter: string }[] = [
  { name: "as it is", filter: "pdf:writer_pdf_Export" },
  {
    name: "for the archive (PDF/A-2)",
    filter: 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}',
  },
  {
    name: "tagged, for screen readers",
    filter: 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
  },
];

/** The name of the program as a PDF holds it: UTF-16, in hexadecimal digits. */
function isFromLibreOffice(pdf: Uint8Array): boolean {
  const name = Buffer.from("LibreOffice", "utf16le").swap16().toString("hex").toUpperCase();
  return Buffer.from(pdf).toString("latin1").toUpperCase().includes(name);
}

async function wordCopy(): Promise<Uint8Array> {
  const { number, symbol, place, date, ...paper } = sampleAgreement(3);
  return renderAgreementDocx({
    ...paper,
    numberLine: `Số: ${number}/${symbol}`,
    placeAndDate: placeAndDateLine(place, date),
    worth: documentWords.wordOfSigned,
  });
}

test.skipIf(!hasOffice).each(ways)(
  "a file that LibreOffice saved $name and others signed is accepted, and one painted over is not",
  async ({ filter }) => {
    const folder = mkdtempSync(join(tmpdir(), "producers-"));
    const signers = ["Nguyễn Thị Một", "Trần Văn Hai"].map((name, index) =>
      outsideSigner(`/CN=${name}/title=Chánh Văn phòng/O=Văn phòng ${index + 1}`),
    );
    try {
      writeFileSync(join(folder, "text.docx"), await wordCopy());
      const made = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          filter,
          "--outdir",
          folder,
          join(folder, "text.docx"),
        ],
        { env: { ...process.env, HOME: folder }, timeout: 240_000 },
      );
      expect(made.status).toBe(0);
      const text = new Uint8Array(readFileSync(join(folder, "text.pdf")));
      expect(isFromLibreOffice(text)).toBe(true);
      const today = { roots: [], now: new Date() };
      expect(checkOffline(text, today)).toEqual({ ok: true, signatures: [], problems: [] });

      // By a tool that shares no line with the portal's own.
      let signed: Uint8Array = text;
      for (const [index, signer] of signers.entries()) signed = signedOver(signed, signer, `ky-${index + 1}`);
      const { ok, problems, signatures } = checkOffline(signed, today);
      expect({ ok, problems }).toEqual({ ok: true, problems: [] });
      expect(signatures.map(({ signerName, problems: found }) => [signerName, found])).toEqual([
        ["Nguyễn Thị Một", []],
        ["Trần Văn Hai", []],
      ]);

      // And by the portal's, as when somebody signs here what was written there.
      const scene = await makeScene(2);
      const [first] = scene.signers;
      if (!first) throw new Error("no signer");
      const mixed = await sign(text, scene.authority, first, 0);
      expect(checkOffline(mixed, { ...today, now: new Date("2025-11-30T00:00:00Z") }).ok).toBe(true);

      for (const { name, change } of updates.slice(0, 6)) {
        const painted = change(new Tampering(signed, "anybody"));
        expect(checkOffline(painted, today).ok, name).toBe(false);
      }
    } finally {
      for (const signer of signers) signer.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
