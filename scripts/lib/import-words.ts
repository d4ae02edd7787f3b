/** What an import tells who runs it. */
export const words = {
  usage:
    "Cách dùng: npm run meetings:import -- --tenant <mã tỉnh> --office <mã cơ quan> [--dry-run] [--json] tệp.csv|xlsx|ics",
  noTenant: (slug: string) => `Không có tỉnh nào tên “${slug}”.`,
  noOffice: (code: string) => `Không có cơ quan nào mã “${code}”.`,
  noFile: (file: string) => `Không đọc được tệp ${file}.`,
  fault: (line: number, error: string) => `Dòng ${line}: ${error}`,
  nothing: (count: number) => `Có ${count} dòng chưa nhập được, chưa ghi gì. Sửa tệp rồi chạy lại.`,
  wouldWrite: (count: number) => `Nhập được cả ${count} dòng (chạy thử, chưa ghi gì).`,
  wrote: (count: number) => `Đã nhập ${count} cuộc họp.`,
};

/** The same for a register of letters. */
export const petitionWords = {
  ...words,
  usage:
    "Cách dùng: npm run petitions:import -- --tenant <mã tỉnh> --office <mã cơ quan> [--dry-run] [--json] tệp.csv|xlsx",
  noKey: "Chưa có khóa mã hóa đơn thư: đặt PORTAL_LETTER_KEY hoặc PORTAL_SERVER_KEY.",
  wrote: (count: number) => `Đã nhập ${count} đơn.`,
};
