import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const petitionActs = [
  "take",
  "read",
  "assign",
  "classify",
  "amend",
  "record",
  "assess",
  "split",
  "forward",
  "answerForward",
  "issueLink",
  "enterAnswer",
  "takeBack",
  "tellResult",
  "guide",
  "return",
  "fileAway",
  "reopen",
  "decline",
  "settle",
  "withdraw",
  "destroy",
  "attach",
  "readScan",
  "look",
  "unseal",
  "readLooks",
  "join",
  "keepApart",
  "undoJoin",
  "issueSecret",
  "seeAdditions",
  "issuePaper",
  "readPaper",
  "reviewLookUps",
  "importMany",
  "askPart",
  "takeOverPart",
  "acceptPart",
  "declinePart",
  "givePart",
] as const;
export type PetitionAct = (typeof petitionActs)[number];

/** A register of more letters than these is a search of the whole province: `look_ups_many_in_charge` holds it. */
export const manyLetters = 500;

/**
 * The acting office's one strongest part: lead (handles it now), forwarded (asked to take it over), filing (received it or wrote
 * it into the register), assist (asked to contribute), informed, none. Taking in comes before there is a letter: "serving" is an
 * office that serves a body, "other" one that serves none; reading the looks of one's office is about no letter either.
 */
export const petitionParts = [
  "lead",
  "forwarded",
  "filing",
  "assist",
  "informed",
  "none",
  "serving",
  "other",
] as const;
export type PetitionPart = (typeof petitionParts)[number];

/** "none" is the state before the letter is in the register. */
export const petitionStates = [
  "none",
  "received",
  "classified",
  "accepted",
  "suspended",
  "forwarded",
  "guided",
  "returned",
  "settled",
  "filed-away",
  "not-accepted",
  "refused",
  "withdrawn",
  "split",
] as const;
export type PetitionState = (typeof petitionStates)[number];

/**
 * How far an office has come that assists with a letter: the acting one when it assists, the addressed one when the lead acts.
 * "named" by the agreement is an office nobody asked yet.
 */
export const contributionStates = [
  "named",
  "asked",
  "accepted",
  "declined",
  "contributed",
  "taken-over",
] as const;
export type ContributionState = (typeof contributionStates)[number];

export type PetitionRule = Rule<PetitionAct, PetitionPart, PetitionState, ContributionState>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
/** Who handles letters: may be given one, and may open what is sealed of one that was given to nobody. */
export const handling: readonly Role[] = [...deciding, "specialist", "reception-officer"];
const taking: readonly Role[] = [...handling, "records-clerk"];
/** As the agreement gives them on every item of its duties. */
const working: readonly Role[] = [...deciding, "specialist"];
const existing = petitionStates.filter((state) => state !== "none");

const closed: readonly Exclude<PetitionState, "none">[] = [
  "guided",
  "returned",
  "settled",
  "filed-away",
  "not-accepted",
  "withdrawn",
  "split",
];

const circular = (article: string): RuleSource => ({
  kind: "law",
  name: `Thông tư 05/2021/TT-TTCP, ${article}`,
});
function responsibilities(clause: number): RuleSource {
  return { kind: "article", articleKey: "responsibilities", clause };
}

/** Where the agreement says which roles inside an office may do what it gives the office. */
export const partRolesSource = { kind: "article", articleKey: "responsibilities", clause: 11 } as const;

/** A letter is worked on from its class until it is given over or over: as long its parts move. */
export const inHand = ["classified", "accepted", "suspended"] as const satisfies readonly PetitionState[];

const secrecy: RuleSource = { kind: "law", name: "Luật Tố cáo 2018, Điều 8 khoản 3" };
const register: RuleSource = { kind: "portal", name: "Sổ tiếp công dân và sổ đơn" };

/** Who may do what with a letter or a visit. Whose name may be seen is asked apart, on every look. */
export const petitionRules: readonly PetitionRule[] = [
  {
    id: "petition-take",
    act: "take",
    roles: taking,
    parts: ["serving"],
    states: ["none"],
    source: register,
    quote:
      "Văn phòng phục vụ cơ quan nhận đơn tiếp nhận đơn, lượt tiếp công dân gửi đến các cơ quan của tỉnh và ghi vào sổ chung.",
  },
  {
    id: "petition-read",
    act: "read",
    roles,
    parts: ["lead", "forwarded", "filing", "assist", "informed"],
    states: existing,
    source: register,
    quote:
      "Văn phòng tiếp nhận, văn phòng đang xử lý, văn phòng được chuyển đơn, được đề nghị phối hợp hoặc được thông tin được xem đơn; danh tính người tố cáo chỉ người được giao xử lý được xem.",
  },
  {
    id: "petition-assign",
    act: "assign",
    roles: deciding,
    parts: ["lead"],
    states: ["received", "classified", "accepted", "suspended", "forwarded"],
    source: register,
    quote:
      "Chánh Văn phòng, Phó Chánh Văn phòng hoặc trưởng phòng của văn phòng đang xử lý giao đơn cho một người của văn phòng thụ lý; đổi người hoặc thôi giao thì nêu rõ lý do. Người được giao thôi giữ chức vụ thì đơn lại là việc chung của văn phòng.",
  },
  {
    id: "petition-classify-received",
    act: "classify",
    roles: taking,
    parts: ["lead", "filing"],
    states: ["received"],
    source: register,
    quote: "Đơn mới vào sổ thì văn phòng tiếp nhận hoặc văn phòng đang xử lý phân loại.",
  },
  {
    id: "petition-classify-again",
    act: "classify",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: register,
    quote: "Đơn đã phân loại mà chưa xử lý thì văn phòng đang xử lý được phân loại lại.",
  },
  {
    id: "petition-amend-received",
    act: "amend",
    roles: taking,
    parts: ["lead", "filing"],
    states: ["received"],
    source: register,
    quote:
      "Đơn mới vào sổ thì văn phòng tiếp nhận hoặc văn phòng đang xử lý được sửa nội dung đã ghi, nêu rõ lý do; nội dung cũ vẫn được giữ.",
  },
  {
    id: "petition-amend-classified",
    act: "amend",
    roles: taking,
    parts: ["lead"],
    states: ["classified"],
    source: register,
    quote:
      "Đơn đã phân loại mà chưa xử lý thì văn phòng đang xử lý được sửa nội dung đã ghi, nêu rõ lý do; nội dung cũ vẫn được giữ.",
  },
  {
    id: "petition-record",
    act: "record",
    roles: handling,
    parts: ["lead"],
    states: ["received", "classified", "accepted", "suspended", "settled", "refused"],
    source: register,
    quote:
      "Văn phòng đang xử lý ghi các mốc giải quyết đơn, nêu rõ văn bản; cổng tính thời hạn theo các mốc đó.",
  },
  {
    id: "petition-assess",
    act: "assess",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: circular("Điều 6"),
    quote:
      "Đơn đã phân loại thì văn phòng đang xử lý xem xét từng điều kiện, kết luận đơn đủ hay không đủ điều kiện xử lý.",
  },
  {
    id: "petition-split",
    act: "split",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: { kind: "law", name: "Luật Tiếp công dân 2013, Điều 25 khoản 3" },
    quote: "Đơn có nhiều nội dung khác nhau thì tách thành từng đơn để xử lý theo loại.",
  },
  {
    id: "petition-forward",
    act: "forward",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: circular("Điều 14 khoản 1"),
    quote:
      "Đơn không thuộc thẩm quyền thì chuyển đến cơ quan có thẩm quyền; cùng một nội dung chỉ chuyển một lần.",
  },
  {
    id: "petition-answer-forward",
    act: "answerForward",
    roles: taking,
    parts: ["forwarded"],
    states: ["forwarded"],
    source: register,
    quote: "Văn phòng được chuyển đơn xác nhận đã nhận và thụ lý theo dõi, hoặc gửi trả, nêu rõ lý do.",
  },
  {
    id: "petition-issue-link",
    act: "issueLink",
    roles: taking,
    parts: ["lead"],
    states: ["forwarded"],
    source: register,
    quote:
      "Văn phòng đã chuyển đơn ra cơ quan ngoài cổng cấp đường dẫn một việc để cơ quan đó trả lời phiếu chuyển, và thu hồi khi cần.",
  },
  {
    id: "petition-enter-answer",
    act: "enterAnswer",
    roles: taking,
    parts: ["lead"],
    states: ["forwarded"],
    source: register,
    quote:
      "Cơ quan ngoài cổng trả lời bằng giấy, điện thoại thì văn phòng đã chuyển đơn ghi thay, có đánh dấu; có kết quả thì đơn kết thúc.",
  },
  {
    id: "petition-take-back",
    act: "takeBack",
    roles: handling,
    parts: ["lead"],
    states: ["forwarded"],
    source: register,
    quote: "Đơn bị gửi trả thì văn phòng đã chuyển nhận lại để xử lý tiếp.",
  },
  {
    id: "petition-tell-result",
    act: "tellResult",
    roles: handling,
    parts: ["lead"],
    states: closed,
    source: { kind: "law", name: "Luật Tiếp công dân 2013, Điều 27 khoản 2" },
    quote: "Cơ quan được chuyển đơn thông báo kết quả giải quyết cho cơ quan đã chuyển đơn.",
  },
  {
    id: "petition-guide",
    act: "guide",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: circular("Điều 9"),
    quote:
      "Đơn không thuộc thẩm quyền thì hướng dẫn người gửi đến đúng cơ quan có thẩm quyền; việc hướng dẫn chỉ thực hiện một lần.",
  },
  {
    id: "petition-return",
    act: "return",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: circular("Điều 9"),
    quote:
      "Đơn do đại biểu, cơ quan báo chí hoặc cơ quan khác chuyển đến mà không thuộc thẩm quyền thì gửi trả kèm văn bản trả lời nơi chuyển.",
  },
  {
    id: "petition-file-away",
    act: "fileAway",
    roles: deciding,
    parts: ["lead"],
    states: ["classified"],
    source: circular("Điều 28"),
    quote:
      "Đơn không đủ điều kiện xử lý hoặc đã được giải quyết đúng pháp luật thì lưu; thời gian lưu là một năm.",
  },
  {
    id: "petition-reopen",
    act: "reopen",
    roles: deciding,
    parts: ["lead"],
    states: ["filed-away"],
    source: register,
    quote: "Đơn đã lưu mà có tình tiết mới hoặc lưu nhầm thì mở lại để xử lý, nêu rõ lý do.",
  },
  {
    id: "petition-decline",
    act: "decline",
    roles: deciding,
    parts: ["lead"],
    states: ["classified"],
    source: { kind: "law", name: "Luật Khiếu nại 2011, Điều 11; Luật Tố cáo 2018, Điều 29" },
    quote: "Khiếu nại, tố cáo không đủ điều kiện thì không thụ lý, thông báo bằng văn bản và nêu rõ lý do.",
  },
  {
    id: "petition-settle",
    act: "settle",
    roles: handling,
    parts: ["lead"],
    states: ["classified"],
    source: register,
    quote:
      "Kiến nghị, phản ánh, thông tin có nội dung tố cáo thuộc thẩm quyền thì văn phòng đang xử lý ghi kết quả giải quyết, trả lời.",
  },
  {
    id: "petition-withdraw",
    act: "withdraw",
    roles: handling,
    parts: ["lead"],
    states: ["received", "classified", "accepted", "suspended", "forwarded"],
    source: { kind: "law", name: "Luật Khiếu nại 2011, Điều 10; Luật Tố cáo 2018, Điều 33" },
    quote: "Người gửi đơn được rút đơn bằng văn bản khi đơn chưa có kết quả giải quyết.",
  },
  {
    id: "petition-destroy",
    act: "destroy",
    roles: ["chief", "deputy-chief"],
    parts: ["lead"],
    states: ["filed-away"],
    source: circular("Điều 28"),
    quote: "Hết thời gian lưu, người đứng đầu quyết định tiêu hủy đơn; khóa của đơn bị hủy cùng.",
  },
  {
    id: "petition-attach",
    act: "attach",
    roles: taking,
    parts: ["lead", "filing"],
    states: ["received", "classified", "accepted", "suspended", "forwarded"],
    source: register,
    quote:
      "Văn phòng tiếp nhận và văn phòng đang xử lý kèm bản quét vào đơn khi đơn chưa kết thúc; bản quét được mã hóa bằng khóa riêng của đơn.",
  },
  {
    id: "petition-read-scan",
    act: "readScan",
    roles: taking,
    parts: ["lead", "forwarded", "filing"],
    states: existing,
    source: register,
    quote:
      "Bản quét của đơn không có nội dung tố cáo chỉ người xử lý đơn của văn phòng tiếp nhận, văn phòng đang xử lý và văn phòng được chuyển đơn được mở.",
  },
  {
    id: "petition-look",
    act: "look",
    roles: handling,
    parts: ["lead"],
    states: existing,
    source: secrecy,
    quote:
      "Họ tên, địa chỉ, bút tích và thông tin khác về người tố cáo được giữ bí mật; chỉ người xử lý đơn của văn phòng đang xử lý được mở xem, phải nêu lý do, và mỗi lần xem được ghi lại. Đơn đã giao người thụ lý thì chỉ người đó được mở xem.",
  },
  {
    id: "petition-unseal",
    act: "unseal",
    roles: handling,
    parts: ["lead"],
    states: ["received", "classified"],
    source: secrecy,
    quote:
      "Đơn đã được nhận là có, hoặc chưa rõ có, nội dung tố cáo thì chỉ người xử lý được mở xem danh tính của văn phòng đang xử lý được chuyển ra khỏi tố cáo, phải nêu lý do; lần chuyển được ghi lại như một lần xem. Đơn đã giao người thụ lý thì chỉ người đó được chuyển.",
  },
  {
    id: "petition-read-looks",
    act: "readLooks",
    roles: ["inspector"],
    parts: ["serving", "other"],
    states: ["none"],
    source: secrecy,
    quote: "Thanh tra của văn phòng xem lại các lần người của văn phòng mình mở danh tính người tố cáo.",
  },
  {
    id: "petition-join",
    act: "join",
    roles: taking,
    parts: ["lead"],
    states: ["received", "classified"],
    source: register,
    quote:
      "Đơn trùng với đơn đã có ở văn phòng khác hoặc đã gửi trước thì nhập vào đơn gửi trước; thời hạn tính theo đơn gửi trước.",
  },
  {
    id: "petition-keep-apart",
    act: "keepApart",
    roles: taking,
    parts: ["lead"],
    states: ["received", "classified"],
    source: register,
    quote: "Đơn giống đơn khác mà không phải một đơn thì để riêng, nêu rõ lý do.",
  },
  {
    id: "petition-undo-join",
    act: "undoJoin",
    roles: taking,
    parts: ["lead"],
    states: ["received", "classified"],
    source: register,
    quote: "Việc nhập đơn, để riêng đơn được bỏ lại khi đơn chưa xử lý; vết của việc đó còn lưu.",
  },
  {
    id: "petition-issue-secret",
    act: "issueSecret",
    roles: taking,
    parts: ["lead", "filing"],
    states: existing,
    source: register,
    quote:
      "Văn phòng tiếp nhận hoặc văn phòng đang xử lý cấp mã riêng để người gửi tra cứu đơn; cấp lại khi người gửi mất mã và xuất trình giấy tờ tùy thân.",
  },
  {
    id: "petition-see-additions",
    act: "seeAdditions",
    roles: taking,
    parts: ["lead"],
    states: existing,
    source: register,
    quote:
      "Người gửi gửi thêm giấy tờ, đổi nơi ở hoặc xin rút đơn trên mạng thì văn phòng đang xử lý được báo trên bàn làm việc đến khi có người ghi đã xem.",
  },
  {
    id: "petition-issue-paper",
    act: "issuePaper",
    roles: [...deciding, "records-clerk"],
    parts: ["lead"],
    states: [
      "classified",
      "accepted",
      "suspended",
      "forwarded",
      "guided",
      "returned",
      "settled",
      "not-accepted",
      "withdrawn",
    ],
    source: { kind: "law", name: "Nghị định 30/2020/NĐ-CP, Điều 15 và Điều 18" },
    quote:
      "Văn phòng đang xử lý ban hành văn bản về đơn: lấy số trong sổ của năm hoặc ghi số của hệ thống văn bản; văn bản kết thúc một bước giải quyết thì mốc của bước đó được ghi cùng lúc; văn bản đã ban hành không sửa, sai nội dung thì thay thế, sai thể thức thì đính chính.",
  },
  {
    id: "petition-read-paper",
    act: "readPaper",
    roles: taking,
    parts: ["lead", "forwarded", "filing"],
    states: existing,
    source: register,
    quote:
      "Văn bản về đơn do người xử lý đơn của văn phòng tiếp nhận, văn phòng đang xử lý và văn phòng được chuyển đơn mở xem.",
  },
  {
    id: "petition-review-look-ups",
    act: "reviewLookUps",
    roles: ["inspector"],
    parts: ["serving", "other"],
    states: ["none"],
    source: register,
    quote:
      "Thanh tra của văn phòng xem lại ai của văn phòng mình đã hỏi đơn trùng ở các văn phòng, bao nhiêu lần, và đánh dấu đã xem.",
  },
  {
    id: "petition-import-many",
    act: "importMany",
    roles: ["inspector", "tenant-administrator"],
    parts: ["serving", "other"],
    states: ["none"],
    source: register,
    quote:
      "Nhập sổ hơn 500 đơn là hỏi đơn trùng hàng loạt ở các văn phòng: thanh tra của văn phòng hoặc quản trị cổng đứng tên.",
  },
  {
    id: "petition-ask-part",
    act: "askPart",
    roles: working,
    parts: ["lead"],
    states: inHand,
    assistStates: ["named"],
    source: responsibilities(4),
    quote:
      "Khi việc đang mở, văn phòng chủ trì đề nghị từng văn phòng phối hợp đóng góp, ghi rõ nội dung và thời hạn.",
  },
  {
    id: "petition-ask-part-again",
    act: "askPart",
    roles: working,
    parts: ["lead"],
    states: inHand,
    assistStates: ["asked", "declined", "contributed"],
    source: responsibilities(4),
    quote:
      "Khi việc đang mở, văn phòng chủ trì được gửi lại đề nghị để đổi thời hạn nếu văn phòng phối hợp chưa trả lời, để mời lại nếu văn phòng phối hợp đã từ chối hoặc để yêu cầu bổ sung phần đóng góp chưa tiếp thu.",
  },
  {
    id: "petition-take-over-part",
    act: "takeOverPart",
    roles: working,
    parts: ["lead"],
    states: inHand,
    assistStates: ["contributed"],
    source: responsibilities(5),
    quote:
      "Khi việc đang mở, văn phòng chủ trì xem xét và tiếp thu phần đóng góp đã nhận của từng văn phòng phối hợp.",
  },
  {
    id: "petition-accept-part",
    act: "acceptPart",
    roles: deciding,
    parts: ["assist", "filing"],
    states: inHand,
    assistStates: ["asked"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị thì nhận lời hoặc từ chối; trường hợp từ chối phải nêu rõ lý do.",
  },
  {
    id: "petition-decline-part",
    act: "declinePart",
    roles: deciding,
    parts: ["assist", "filing"],
    states: inHand,
    assistStates: ["asked"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị thì nhận lời hoặc từ chối; trường hợp từ chối phải nêu rõ lý do.",
  },
  {
    id: "petition-decline-accepted-part",
    act: "declinePart",
    roles: deciding,
    parts: ["assist", "filing"],
    states: inHand,
    assistStates: ["accepted"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp đã nhận lời nhưng không thực hiện được hoặc cần thời hạn khác thì từ chối, nêu rõ lý do, trước khi đóng góp.",
  },
  {
    id: "petition-give-part",
    act: "givePart",
    roles: handling,
    parts: ["assist", "filing"],
    states: inHand,
    assistStates: ["asked", "accepted"],
    source: responsibilities(8),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị hoặc đã nhận lời đóng góp bằng văn bản và chịu trách nhiệm về phần đóng góp của mình.",
  },
  {
    id: "petition-give-part-again",
    act: "givePart",
    roles: handling,
    parts: ["assist", "filing"],
    states: inHand,
    assistStates: ["contributed"],
    source: responsibilities(8),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được sửa đổi phần đã đóng góp cho đến khi văn phòng chủ trì tiếp thu.",
  },
];
