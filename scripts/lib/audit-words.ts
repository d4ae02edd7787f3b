import type { ChainFault } from "@/lib/platform/audit/chain";

/** What audit:export and audit:verify print. They run without the portal, so their words stand here. */
export const words = {
  exportUsage: "Cách dùng: npm run --silent audit:export -- --tenant <tên> > f.jsonl",
  verifyUsage:
    "Cách dùng: npm run audit:verify -- --tenant <tên> [--head <mã băm>], hoặc -- --file f.jsonl [--head <mã băm>]",
  noTenant: (slug: string) => `Không có tỉnh nào tên "${slug}".`,
  cannotRead: (path: string) => `Không đọc được "${path}".`,
  exported: (count: number, head: string) => `Đã xuất ${count} sự kiện. Đầu chuỗi: ${head}`,
  sound: (count: number, head: string) => `Nguyên vẹn: ${count} sự kiện. Đầu chuỗi: ${head}`,
  witnessed: (seq: number) => `Mã băm đã cho là của sự kiện số ${seq}.`,
} as const;

/** One sentence: what is wrong and where. */
export function faultWords(fault: ChainFault): string {
  switch (fault.kind) {
    case "unreadable":
      return `Dòng ${fault.line} không đọc được hoặc không đúng dạng của tệp nhật ký.`;
    case "edited":
      return `Sự kiện số ${fault.seq} đã bị sửa: nội dung không khớp mã băm của nó.`;
    case "missing":
      return `Mất sự kiện số ${fault.expected}: ở chỗ đó lại là sự kiện số ${fault.found}.`;
    case "out-of-place":
      return `Ở chỗ của sự kiện số ${fault.expected} lại là sự kiện số ${fault.found}: có sự kiện bị chèn thêm hoặc đổi chỗ.`;
    case "not-linked":
      return `Chuỗi đứt trước sự kiện số ${fault.seq}: nó không nối với sự kiện đứng trước, một trong hai đã bị thay.`;
    case "foreign":
      return `Sự kiện số ${fault.seq} thuộc chuỗi của tỉnh khác.`;
    case "tail-cut":
      return `Phần đuôi bị cắt: chuỗi đã có ${fault.recorded} sự kiện nhưng chỉ còn đến số ${fault.last}.`;
    case "head-differs":
      return `Đầu chuỗi được ghi không khớp sự kiện cuối (số ${fault.last}): phần đuôi đã bị thêm hoặc viết lại.`;
    case "witness-unknown":
      return `Không sự kiện nào trong ${fault.last} sự kiện mang mã băm đã cho: phần đuôi bị cắt hoặc chuỗi đã bị viết lại.`;
  }
}
