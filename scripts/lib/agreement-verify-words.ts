import type { AgreementPdfProblem, ChangeKind, SignatureProblem } from "@/lib/agreements/signing/verify-pdf";
import messages from "@/messages/vi.json";

/** What agreement:verify prints. It is used without the portal, so its words stand here. */
export const words = {
  usage: "Cách dùng: npm run --silent agreement:verify -- [--trust <root.pem>]… [--json] <tệp.pdf>",
  cannotRead: (path: string) => `Không đọc được "${path}".`,
  badRoot: (path: string) => `"${path}" không phải là chứng thư (PEM hoặc DER).`,
  notPdf: (path: string) => `"${path}" không phải là tệp PDF.`,
  valid: (file: string, count: number) => `HỢP LỆ: ${file}, ${count} chữ ký.`,
  unsigned: (file: string) => `CHƯA KÝ: ${file} không có chữ ký nào.`,
  invalid: (file: string) => `KHÔNG HỢP LỆ: ${file}.`,
  signature: (ordinal: number, signer: string, time: string) => `Chữ ký ${ordinal}: ${signer}, ${time}`,
  unknownSigner: "không rõ người ký",
  unknownTime: "không rõ thời gian",
  /** The portal writes there in whose place somebody signs: "KT. Chánh Văn phòng …". */
  reason: (reason: string) => `mục đích ký: ${reason}`,
  stamped: (time: string) => `dấu thời gian: ${time}`,
  fine: "hợp lệ",
  page: (page: number) => `trang ${page}`,
  notice: (words: string) => `lưu ý: ${words}`,
  unrecorded:
    "Chỉ xét được những gì có trong tệp: còn thiếu chữ ký của ai thì đối chiếu với tên các bên ở cuối văn bản; chứng thư đã bị thu hồi hay chưa thì hỏi nơi cấp.",
} as const;

const changes: Record<ChangeKind, string> = messages.verify.change;

export const signatureWords: Record<SignatureProblem, string> = {
  ...messages.verify.problem,
  untrusted: "không rõ nơi cấp chứng thư: không phải chứng thư gốc đã cho bằng --trust",
};

export function problemWords(problem: AgreementPdfProblem): string {
  switch (problem.code) {
    case "unreadable":
      return `Tệp không đọc được chắc chắn (${problem.reason}).`;
    case "no-signature":
      return "Tệp không có chữ ký nào.";
    case "not-as-issued":
      return "Phần đầu của tệp không phải bản đã phát hành.";
    case "signed-before-issue":
      return "Bản gốc đã có sẵn chữ ký.";
    case "signature-missing":
      return `Thiếu chữ ký: có ${problem.found} trong ${problem.expected}.`;
    case "signature-unexpected":
      return `Thừa chữ ký: có ${problem.found}, chỉ ghi nhận ${problem.expected}.`;
    case "not-fully-covered":
      return "Sau chữ ký cuối còn có dữ liệu không được ký.";
    case "signature-outside-form":
      return "Tệp còn giữ một chữ ký nhưng đã bị tách khỏi văn bản.";
    case "content-changed-after-issue":
      return `Nội dung bị thay đổi sau khi phát hành, trước chữ ký đầu tiên: ${changeWords(problem)}.`;
    case "content-changed-after-signature":
      return `Nội dung bị thay đổi sau chữ ký ${problem.afterSignature}: ${changeWords(problem)}.`;
  }
}

function changeWords({ change, page }: { change: ChangeKind; page?: number }): string {
  return page === undefined ? changes[change] : `${changes[change]}, ${words.page(page)}`;
}
