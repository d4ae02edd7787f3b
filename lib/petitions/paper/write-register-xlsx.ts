import ExcelJS from "exceljs";

export type RegisterWorkbook = {
  title: string;
  /** Under the title: whose register, of which days. */
  lead: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Of the sheet, and how wide its columns are; the register's where nothing is said. */
  name?: string;
  widths?: readonly number[];
};

const registerWidths = [6, 12, 34, 16, 44, 16, 8, 24, 10, 24, 24, 24, 24];

/** The register as an .xlsx as an office would have typed it. Texts stay texts: nothing in a cell is a formula. */
export async function writeRegisterXlsx(register: RegisterWorkbook): Promise<Uint8Array> {
  const widths = register.widths ?? registerWidths;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(register.name ?? "Sổ", {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: "frozen", ySplit: 4 }],
  });
  // A4; the library names it by an enum that exists in its types only.
  Object.assign(sheet.pageSetup, { paperSize: 9 });
  sheet.columns = register.columns.map((_, index) => ({ width: widths[index] ?? 20 }));
  sheet.addRow([register.title]).font = { bold: true, size: 14 };
  sheet.addRow([register.lead]);
  sheet.addRow([...register.columns]).font = { bold: true };
  sheet.addRow(register.columns.map((_, index) => `(${index + 1})`));
  for (const row of register.rows) sheet.addRow([...row]);
  sheet.eachRow((row, number) => {
    if (number < 3) return;
    row.alignment = { wrapText: true, vertical: "top" };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = {
        top: { style: "thin" },
        left: { style: "thin" },
        bottom: { style: "thin" },
        right: { style: "thin" },
      };
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
