/** What an import tells who runs it. */
export type ImportWords = typeof meetingWords;

const usage = (name: string, kinds: string, more = "") =>
  `Cách dùng: npm run ${name} -- --tenant <mã tỉnh> --office <mã cơ quan> ${more}[--dry-run] [--json] tệp.${kinds}`;

export const meetingWords = {
  usage: usage("meetings:import", "csv|xlsx|ics"),
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
  ...meetingWords,
  usage: usage("petitions:import", "csv|xlsx", "[--by <thư điện tử thanh tra hoặc quản trị>] "),
  noKey: "Chưa có khóa mã hóa đơn thư: đặt PORTAL_LETTER_KEY hoặc PORTAL_SERVER_KEY.",
  wrote: (count: number) => `Đã nhập ${count} đơn.`,
};
