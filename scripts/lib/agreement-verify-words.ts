import type { AgreementPdfProblem, ChangeKind, SignatureProblem } from "@/lib/agreements/signing/verify-pdf";

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
  fine: "hợp lệ",
  page: (page: number) => `trang ${page}`,
  notice: (words: string) => `lưu ý: ${words}`,
  unrecorded:
    "Chỉ xét được những gì có trong tệp: còn thiếu chữ ký của ai thì đối chiếu với tên các bên ở cuối văn bản; chứng thư đã bị thu hồi hay chưa thì hỏi nơi cấp.",
} as const;

const CHANGES: Record<ChangeKind, string> = {
  content: "chữ hoặc hình vẽ",
  font: "phông chữ",
  picture: "hình ảnh",
  resources: "tài nguyên của trang",
  annotation: "ghi chú trên trang",
  page: "thuộc tính của trang",
  geometry: "khổ hoặc hướng trang",
  "page-tree": "thứ tự hoặc số trang",
  layers: "lớp hiển thị",
  action: "lệnh tự động",
  names: "tệp đính kèm hoặc mục có tên",
  form: "biểu mẫu",
  "signature-place": "dấu chữ ký nằm ngoài chỗ dành sẵn",
  "signature-field": "trường chữ ký có mục lạ",
  catalogue: "mục gốc của tài liệu",
  trailer: "phần cuối của tệp",
  metadata: "tên hoặc tác giả tài liệu",
  "deleted-object": "đối tượng bị xóa",
  "new-object": "đối tượng lạ",
  "unsigned-revision": "lần ghi thêm không có chữ ký",
  "several-signatures": "nhiều chữ ký trong một lần ghi",
};

export const signatureWords: Record<SignatureProblem, string> = {
  contents: "vùng chứa chữ ký bị sửa",
  "byte-range": "chữ ký không bao trùm phần tệp phải bao trùm",
  "not-pades": "chữ ký theo mẫu cũ (PKCS#7), không phải PAdES",
  "signature-form": "loại chữ ký không được chấp nhận",
  "cms-broken": "dữ liệu chữ ký hỏng",
  "cms-padding": "phần đệm của chữ ký bị sửa",
  "cms-not-der": "dữ liệu chữ ký không mã hóa đúng chuẩn DER",
  "cms-header": "phần đầu dữ liệu chữ ký không đúng chuẩn",
  "cms-not-detached": "chữ ký không tách rời",
  "unsigned-attribute": "có thuộc tính lạ không được ký",
  "time-stamp": "dấu thời gian không hợp lệ",
  "time-stamp-untrusted": "chưa biết nơi cấp dấu thời gian có tin cậy được không",
  "no-signed-attributes": "thiếu thuộc tính được ký",
  "content-type": "sai loại nội dung",
  digest: "nội dung đã ký bị thay đổi",
  signature: "giá trị chữ ký sai",
  algorithm: "thuật toán không phù hợp",
  "weak-hash": "hàm băm quá yếu",
  "weak-key": "khóa quá ngắn",
  "no-signing-certificate": "chữ ký không ghi chứng thư đã dùng",
  "signing-certificate": "chứng thư không phải cái đã dùng khi ký",
  "no-certificate": "không có chứng thư người ký",
  "certificate-broken": "chứng thư hỏng",
  "foreign-certificate": "có chứng thư lạ kèm theo",
  "weak-certificate": "chứng thư dùng thuật toán yếu",
  "key-usage": "chứng thư không dùng để ký được",
  "signer-is-authority": "người ký dùng chính chứng thư của nơi cấp (hoặc tự cấp cho mình)",
  untrusted: "không rõ nơi cấp chứng thư: không phải chứng thư gốc đã cho bằng --trust",
  "forged-issuer": "chứng thư mang tên một nơi cấp không hề ký nó",
  expired: "chứng thư không còn hoặc chưa có hiệu lực lúc ký",
  "issuer-expired": "chứng thư của nơi cấp không có hiệu lực lúc ký",
  "no-time": "không có thời gian ký",
  "time-in-future": "thời gian ký ở tương lai",
  "time-order": "thời gian ký trước chữ ký liền trước",
  "same-person-twice": "một người ký hai lần",
  "other-signer": "không phải chứng thư đã ghi nhận",
  "other-field": "không phải ô chữ ký đã ghi nhận",
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
  return page === undefined ? CHANGES[change] : `${CHANGES[change]}, ${words.page(page)}`;
}
