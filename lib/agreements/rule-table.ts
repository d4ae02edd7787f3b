import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const agreementActs = [
  "draft",
  "read",
  "download",
  "edit",
  "raise",
  "answer",
  "send",
  "consent",
  "openRound",
  "sign",
  "declineToSign",
  "withdraw",
  "revise",
  "delegate",
  "registerCertificate",
  "requestKey",
  "requestOfficeKey",
  "issue",
  "nameOutside",
  "nameSigner",
  "speakOutside",
] as const;
export type AgreementAct = (typeof agreementActs)[number];

/**
 * The acting office's part in an agreement. "own" is the part of any office drafting a new agreement, before there
 * are parties, and of an office in its own delegations and certificates; "other" is an office of the tenant that represents no party.
 */
export const agreementParts = ["contact", "party", "other", "own"] as const;
export type AgreementPart = (typeof agreementParts)[number];

/** Stored states of a version; "none" is before it exists. */
export const agreementStates = [
  "none",
  "draft",
  "negotiating",
  "awaiting-signatures",
  "signed",
  "declined",
  "withdrawn",
] as const;
export type AgreementState = (typeof agreementStates)[number];

export type AgreementRule = Rule<AgreementAct, AgreementPart, AgreementState>;

/** The act of signing belongs to a person: that the paper names this very person is checked apart. */
const signers: readonly Role[] = ["chief"];
/** Who may be named in the chief's place, by a delegation on record. */
const delegates: readonly Role[] = ["deputy-chief", "department-head"];
const heading: readonly Role[] = ["chief", "deputy-chief"];
const deciding: readonly Role[] = [...heading, "department-head"];
const working: readonly Role[] = [...deciding, "specialist"];

function signing(clause: number): RuleSource {
  return { kind: "article", articleKey: "signing", clause };
}

function review(clause: number): RuleSource {
  return { kind: "article", articleKey: "review", clause };
}

const publishedWhenSigned: RuleSource = { kind: "article", articleKey: "effect", clause: 3 };

/** Where the agreement says which roles inside an office may do what it gives the office. */
export const agreementRolesSource = { kind: "article", articleKey: "heads", clause: 4 } as const;

/**
 * Who may do what on a version of an agreement. Beyond these rows a command still asks whether all consents are to
 * the present text (openRound) and whether the actor holds the named signing post and has not signed (sign).
 */
export const agreementRules: readonly AgreementRule[] = [
  {
    id: "agreement-draft",
    act: "draft",
    roles: working,
    parts: ["own"],
    states: ["none"],
    source: { kind: "portal", name: "Bắt đầu một quy chế" },
    quote:
      "Văn phòng nào của tỉnh, thành phố cũng được soạn dự thảo quy chế từ bản mẫu và là văn phòng đầu mối của dự thảo đó.",
  },
  {
    id: "agreement-read-party",
    act: "read",
    roles,
    parts: ["contact", "party"],
    states: ["draft", "negotiating", "awaiting-signatures", "signed", "declined", "withdrawn"],
    source: signing(9),
    quote: "Các bên được xem quy chế ở mọi giai đoạn, kể cả bản bị từ chối ký và bản đã rút.",
  },
  {
    id: "agreement-read-signed",
    act: "read",
    roles,
    parts: ["other"],
    states: ["signed"],
    source: publishedWhenSigned,
    quote: "Quy chế đã ký được công khai để mọi văn phòng trên Cổng phối hợp xem và tải về.",
  },
  {
    id: "agreement-download-party",
    act: "download",
    roles,
    parts: ["contact", "party"],
    states: ["awaiting-signatures", "signed", "declined", "withdrawn"],
    source: signing(9),
    quote: "Từ khi mở vòng ký, các bên được tải bản quy chế, kể cả bản sau đó bị từ chối ký hoặc đã rút.",
  },
  {
    id: "agreement-download-signed",
    act: "download",
    roles,
    parts: ["other"],
    states: ["signed"],
    source: publishedWhenSigned,
    quote: "Quy chế đã ký được công khai để mọi văn phòng trên Cổng phối hợp xem và tải về.",
  },
  {
    id: "agreement-edit-draft",
    act: "edit",
    roles: working,
    parts: ["contact"],
    states: ["draft"],
    source: signing(1),
    quote: "Văn phòng đầu mối soạn, sửa dự thảo trước khi gửi các bên.",
  },
  {
    id: "agreement-edit-negotiating",
    act: "edit",
    roles: working,
    parts: ["contact", "party"],
    states: ["negotiating"],
    source: signing(2),
    quote:
      "Trong thời gian thương lượng, mỗi bên, kể cả văn phòng đầu mối, được đề xuất và sửa lời văn, phân công, thời hạn của dự thảo.",
  },
  {
    id: "agreement-raise",
    act: "raise",
    roles: working,
    parts: ["contact", "party"],
    states: ["negotiating"],
    source: signing(2),
    quote:
      "Trong thời gian thương lượng, mỗi bên, kể cả văn phòng đầu mối, được đề xuất và sửa lời văn, phân công, thời hạn của dự thảo.",
  },
  {
    id: "agreement-answer",
    act: "answer",
    roles: working,
    parts: ["contact", "party"],
    states: ["negotiating"],
    source: signing(2),
    quote:
      "Trong thời gian thương lượng, mỗi bên, kể cả văn phòng đầu mối, được đề xuất và sửa lời văn, phân công, thời hạn của dự thảo.",
  },
  {
    id: "agreement-send",
    act: "send",
    roles: working,
    parts: ["contact"],
    states: ["draft"],
    source: signing(1),
    quote: "Văn phòng đầu mối gửi dự thảo để các bên thương lượng.",
  },
  {
    id: "agreement-consent",
    act: "consent",
    roles: heading,
    parts: ["contact", "party"],
    states: ["negotiating"],
    source: signing(3),
    quote:
      "Trong thời gian thương lượng, mỗi bên, kể cả văn phòng đầu mối, ghi nhận đồng thuận đối với đúng nội dung dự thảo đang có.",
  },
  {
    id: "agreement-open-round",
    act: "openRound",
    roles: heading,
    parts: ["contact"],
    states: ["negotiating"],
    source: signing(4),
    quote:
      "Trong thời gian thương lượng, khi tất cả các bên đã đồng thuận với cùng một nội dung, văn phòng đầu mối mở vòng ký, ấn định ngày, thứ tự ký và lấy số.",
  },
  {
    id: "agreement-sign",
    act: "sign",
    roles: signers,
    parts: ["contact", "party"],
    states: ["awaiting-signatures"],
    source: signing(5),
    quote:
      "Trong vòng ký, người giữ chức vụ ký đã ghi của mỗi bên, kể cả văn phòng đầu mối, tự mình ký khi đến lượt theo thứ tự đã ấn định, không ký thừa lệnh.",
  },
  {
    id: "agreement-decline-to-sign",
    act: "declineToSign",
    roles: signers,
    parts: ["contact", "party"],
    states: ["awaiting-signatures"],
    source: signing(6),
    quote:
      "Trong vòng ký, người giữ chức vụ ký của mỗi bên, kể cả văn phòng đầu mối, khi chưa ký thì được từ chối ký và phải nêu rõ lý do.",
  },
  {
    id: "agreement-sign-on-behalf",
    act: "sign",
    roles: delegates,
    parts: ["contact", "party"],
    states: ["awaiting-signatures"],
    source: signing(5),
    quote:
      "Trong vòng ký, cấp phó ký thay hoặc người được ký thừa ủy quyền chỉ ký khi ủy quyền đã ghi nhận còn thời hạn và văn bản đã ghi tên người đó.",
  },
  {
    id: "agreement-decline-on-behalf",
    act: "declineToSign",
    roles: delegates,
    parts: ["contact", "party"],
    states: ["awaiting-signatures"],
    source: signing(6),
    quote: "Người ký thay, người ký thừa ủy quyền đã ghi tên trên văn bản cũng được từ chối như vậy.",
  },
  {
    id: "agreement-delegate",
    act: "delegate",
    roles: signers,
    parts: ["own"],
    states: ["none"],
    source: { kind: "law", name: "Điều 13 Nghị định 30/2020/NĐ-CP" },
    quote:
      "Người đứng đầu giao cấp phó ký thay, hoặc ủy quyền bằng văn bản, có thời hạn và nội dung, cho người ký thừa ủy quyền; người được ủy quyền không ủy quyền lại.",
  },
  {
    id: "agreement-register-certificate",
    act: "registerCertificate",
    roles: [...signers, ...delegates],
    parts: ["own"],
    states: ["none"],
    source: { kind: "portal", name: "Đăng ký chứng thư số" },
    quote:
      "Người ký hoặc người được ký thay đăng ký chứng thư số của chính mình trước khi ký bằng chứng thư số đó trên Cổng phối hợp.",
  },
  {
    id: "agreement-request-key",
    act: "requestKey",
    roles: [...signers, ...delegates],
    parts: ["own"],
    states: ["none"],
    source: { kind: "portal", name: "Quên mật khẩu ký" },
    quote:
      "Người ký hoặc người được ký thay quên mật khẩu ký thì lập khóa ký mới; người vận hành Cổng cấp chứng thư số cho khóa mới và thu hồi chứng thư số cũ.",
  },
  {
    id: "agreement-request-office-key",
    act: "requestOfficeKey",
    roles: ["records-clerk"],
    parts: ["own"],
    states: ["none"],
    source: { kind: "portal", name: "Quên mật khẩu ký" },
    quote:
      "Văn thư giữ khóa của cơ quan quên mật khẩu ký, hoặc mới nhận giữ khóa, thì lập khóa ký mới cho cơ quan; người vận hành Cổng cấp chứng thư số cho khóa mới và thu hồi chứng thư số cũ.",
  },
  {
    id: "agreement-issue",
    act: "issue",
    roles: ["records-clerk"],
    parts: ["contact", "party"],
    states: ["signed"],
    source: { kind: "law", name: "Điều 5, Điều 32 Nghị định 30/2020/NĐ-CP" },
    quote:
      "Sau chữ ký số của người có thẩm quyền, văn thư cơ quan trực tiếp ký số của cơ quan, tổ chức vào văn bản để ban hành.",
  },
  {
    id: "agreement-name-outside",
    act: "nameOutside",
    roles: working,
    parts: ["contact"],
    states: ["draft"],
    source: { kind: "portal", name: "Bên ngoài cổng" },
    quote:
      "Khi còn soạn dự thảo, văn phòng đầu mối ghi tên tổ chức ngoài cổng là một bên của quy chế, văn phòng đại diện cho tổ chức đó, người ký và chức vụ ký.",
  },
  {
    id: "agreement-name-signer",
    act: "nameSigner",
    roles: working,
    parts: ["contact"],
    states: ["draft", "negotiating"],
    source: { kind: "portal", name: "Bên ngoài cổng" },
    quote:
      "Trước khi mở vòng ký, văn phòng đầu mối ghi người khác ký cho bên ngoài cổng, nêu rõ lý do. Đã mở vòng ký thì văn bản đã in tên người ký: rút vòng ký, lập bản mới rồi ghi.",
  },
  {
    id: "agreement-speak-outside",
    act: "speakOutside",
    roles: [...working, "records-clerk"],
    parts: ["contact", "party"],
    states: ["negotiating", "awaiting-signatures"],
    source: { kind: "portal", name: "Bên ngoài cổng" },
    quote:
      "Văn phòng đại diện cho bên ngoài cổng, kể cả văn phòng đầu mối, cấp và thu hồi đường dẫn của bên đó, đăng ký chứng thư số và ghi thay ý kiến của bên đó.",
  },
  {
    id: "agreement-withdraw-draft",
    act: "withdraw",
    roles: heading,
    parts: ["contact"],
    states: ["draft", "negotiating"],
    source: signing(7),
    quote: "Trước khi mở vòng ký, văn phòng đầu mối được rút dự thảo, nêu rõ lý do.",
  },
  {
    id: "agreement-withdraw-round",
    act: "withdraw",
    roles: heading,
    parts: ["contact"],
    states: ["awaiting-signatures"],
    source: signing(7),
    quote:
      "Khi vòng ký chưa đủ chữ ký, văn phòng đầu mối được rút vòng ký, nêu rõ lý do; số đã lấy được ghi là hủy.",
  },
  {
    id: "agreement-revise-signed",
    act: "revise",
    roles: deciding,
    parts: ["contact", "party"],
    states: ["signed"],
    source: review(2),
    quote:
      "Quy chế đã ký không được sửa trên bản đã ký; mọi sửa đổi, bổ sung do một bên lập thành bản mới từ bản đã ký và được các bên ký lại.",
  },
  {
    id: "agreement-revise-ended",
    act: "revise",
    roles: deciding,
    parts: ["contact", "party"],
    states: ["declined", "withdrawn"],
    source: review(3),
    quote:
      "Bản bị từ chối ký hoặc đã rút được giữ nguyên; mỗi bên được lập bản mới từ bản đó để tiếp tục thương lượng.",
  },
];
