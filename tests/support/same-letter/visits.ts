import type { Random } from "@/bench/lib/random";
import type { Written } from "./letters";
import type { Pair } from "./noise";

/**
 * A fourth generator: what people say at the desk and clerks note, short letters, everyday matters. Written after the others had been
 * looked at, so that something is left that the comparison was never fitted to.
 */
type Household = {
  wife: string;
  husband: string;
  phone: string;
  id: string;
  lane: string;
  old: string;
  now: string;
};
/** The same facts as a letter has them, as somebody tells them, and in a line of a clerk. */
type Matter = { topic: string; written: string[]; told: string[]; line: string };

const surnames =
  "Cù Lại Khuất Đỗ Thân Chử Kiều Mạc Tống Nghiêm Giáp Ninh Hứa Phùng Tô Đặng Bùi Lê Vũ Nguyễn".split(" ");
const boys = [
  "Văn Thạo",
  "Xuân Bách",
  "Đăng Khoa",
  "Tiến Lợi",
  "Hữu Phước",
  "Công Hậu",
  "Văn Tường",
  "Bá Thiện",
  "Gia Huy",
];
const girls = [
  "Thị Nụ",
  "Thị Thanh Trà",
  "Bích Hợp",
  "Thị Lượt",
  "Hồng Vân",
  "Thị Cúc",
  "Thị Ngà",
  "Minh Tâm",
  "Thị Hằng",
];
const lanes = [
  "xóm Rừng Thông",
  "thôn Cầu Đá",
  "tổ dân phố Hồ Sen",
  "khu Bãi Dâu",
  "bản Pom Lót",
  "ấp Rạch Tre",
];
const communes: readonly (readonly [old: string, now: string])[] = [
  ["xã Thanh Lãng, huyện Bình Lộc, tỉnh Bắc Sơn", "xã Bình Lộc, tỉnh Lương Giang"],
  ["thị trấn Mỏ Than, huyện Đông Khê, tỉnh Lương Giang", "phường Đông Khê, tỉnh Lương Giang"],
  ["xã Hạ Trung, huyện Bình Lộc, tỉnh Bắc Sơn", "xã Hạ Trung Sơn, tỉnh Lương Giang"],
  ["phường Bến Gỗ, thành phố Lương Giang, tỉnh Lương Giang", "phường Lương Giang, tỉnh Lương Giang"],
];

const man = (r: Random) => `${r.pick(surnames)} ${r.pick(boys)}`;
const woman = (r: Random) => `${r.pick(surnames)} ${r.pick(girls)}`;
const day = (r: Random) => [r.integer(1, 28), r.integer(1, 12), r.integer(2024, 2026)] as const;
const dayOf = ([d, m, y]: readonly [number, number, number]) => `ngày ${d}/${m}/${y}`;
const toldDay = ([d, m]: readonly [number, number, number]) => `hôm mùng ${d} tháng ${m}`;
const money = (r: Random) => r.integer(12, 980) * 100;
const sum = (thousands: number) => `${thousands.toLocaleString("de")}.000 đồng`;
const toldSum = (thousands: number) =>
  thousands >= 1000
    ? `${Math.floor(thousands / 1000)} triệu${thousands % 1000 ? ` ${thousands % 1000} nghìn` : ""}`
    : `${thousands} nghìn`;

const matters: readonly ((r: Random) => Matter)[] = [
  (r) => {
    const [on, fee, chief, pole] = [day(r), money(r), man(r), r.integer(11, 320)];
    return {
      topic: "Cắt điện sinh hoạt",
      written: [
        `Điện lực ${r.pick(["Hồng Phong", "Vạn Xuân", "Đồi Chè"])} cắt điện của gia đình tôi từ ${dayOf(on)} với lý do nợ tiền điện ${sum(fee)}.`,
        `Công tơ treo tại cột số ${pole} bị chạy nhanh, tôi đã đề nghị kiểm định nhưng chưa được thực hiện.`,
        `Ông ${chief}, đội trưởng đội quản lý, yêu cầu nộp đủ tiền mới đóng điện trở lại.`,
        "Trong nhà có người già phải dùng máy thở, mất điện rất nguy hiểm.",
      ],
      told: [
        `Nhà tôi bị cắt điện ${toldDay(on)}, họ bảo còn thiếu ${toldSum(fee)}.`,
        `Cái đồng hồ ở cột ${pole} nó quay vù vù, xin kiểm tra mãi có ai xuống đâu.`,
        `Anh ${chief} đội trưởng bảo nộp hết tiền thì mới có điện.`,
        "Cụ nhà tôi thở máy, mất điện thì sống sao nổi.",
      ],
      line: `Phản ánh điện lực cắt điện vì nợ ${sum(fee)}, công tơ cột ${pole} chạy sai, ông ${chief} không cho đóng lại.`,
    };
  },
  (r) => {
    const [on, plate, firm, road] = [
      day(r),
      r.integer(10000, 99999),
      r.pick(["Thái Sơn Hà", "Vĩnh Cửu", "Đại Phong"]),
      r.pick(["đê Hữu Hồng", "liên xã Cầu Đá", "Bờ Kênh Tám"]),
    ];
    return {
      topic: "Xe quá tải phá đường",
      written: [
        `Từ ${dayOf(on)}, đoàn xe tải của Công ty ${firm} chở đất qua đường ${road} gây hư hỏng nghiêm trọng mặt đường.`,
        `Xe biển số kết thúc bằng ${plate} thường chạy trong giờ học sinh tan trường.`,
        "Nhiều đoạn đã lún sâu thành rãnh, trời mưa không thể đi lại.",
        "Đề nghị lực lượng chức năng kiểm tra tải trọng và buộc công ty hoàn trả mặt đường.",
      ],
      told: [
        `Xe ben của ${firm} chạy ầm ầm trên đường ${road} từ ${toldDay(on)} tới giờ, nát bét cả đường.`,
        `Cái xe đuôi ${plate} hôm nào cũng phóng đúng lúc trẻ con đi học về.`,
        "Ổ gà ổ voi, mưa xuống thì lội như ruộng.",
        "Các bác cho người ra cân xe, bắt họ làm lại đường cho dân.",
      ],
      line: `Phản ánh xe tải Công ty ${firm} làm hỏng đường ${road}, đề nghị kiểm tra tải trọng.`,
    };
  },
  (r) => {
    const [on, due, officer, number] = [day(r), day(r), woman(r), r.integer(1001, 9899)];
    return {
      topic: "Chậm trả giấy phép kinh doanh",
      written: [
        `Tôi nộp hồ sơ đăng ký hộ kinh doanh, giấy tiếp nhận số ${number}, ${dayOf(on)} tại Trung tâm phục vụ hành chính công.`,
        `Giấy hẹn trả kết quả ${dayOf(due)} nhưng đến nay vẫn chưa có.`,
        `Cán bộ tiếp nhận là bà ${officer} yêu cầu bổ sung hợp đồng thuê nhà, trong khi quy định không có loại giấy này.`,
        "Việc chậm trễ khiến cửa hàng của tôi không thể mở.",
      ],
      told: [
        `Tôi làm giấy mở hàng ăn, nộp ${toldDay(on)}, biên nhận ${number}.`,
        `Hẹn ${toldDay(due)} lấy mà lên thì bảo chưa xong.`,
        `Cô ${officer} cứ đòi hợp đồng thuê nhà, tôi hỏi luật nào thì cô không nói.`,
        "Hàng tôi sắm cả rồi, đóng cửa để đấy.",
      ],
      line: `Kiến nghị giải quyết hồ sơ số ${number} hộ kinh doanh quá hạn, bà ${officer} đòi thêm giấy tờ.`,
    };
  },
  (r) => {
    const [on, owner, cows, field] = [
      day(r),
      man(r),
      r.integer(3, 40),
      r.pick(["Gò Cháy", "Đồng Lác", "Bến Đục", "Hóc Núi"]),
    ];
    return {
      topic: "Trâu bò phá hoa màu",
      written: [
        `Hộ ông ${owner} thả ${cows} con bò tại xứ đồng ${field} phá hại ruộng ngô của gia đình tôi.`,
        `Sự việc xảy ra nhiều lần, gần nhất là ${dayOf(on)}.`,
        "Trưởng thôn đã lập biên bản nhưng ông không chấp nhận bồi thường.",
        "Tôi đề nghị chính quyền buộc bồi thường và có biện pháp ngăn chặn.",
      ],
      told: [
        `Bò nhà ông ${owner}, ${cows} con, sang ${field} ăn sạch ngô của tôi.`,
        `Mấy bận rồi, bận cuối ${toldDay(on)}.`,
        "Thôn viết giấy mà ông ấy cứ cãi chày cãi cối chẳng đền đồng nào.",
        "Xin xã bắt đền cho tôi, nhốt bò lại.",
      ],
      line: `Đề nghị buộc ông ${owner} đền ngô bị bò phá tại ${field}.`,
    };
  },
  (r) => {
    const [on, amount, clinic, doctor] = [
      day(r),
      money(r),
      r.pick(["Thiện Nhân", "Hồng Đức", "An Phúc"]),
      man(r),
    ];
    return {
      topic: "Thu tiền khám bệnh",
      written: [
        `Phòng khám ${clinic} thu của tôi ${sum(amount)} ${dayOf(on)} mặc dù tôi có thẻ bảo hiểm y tế còn hạn.`,
        `Bác sĩ ${doctor} không giải thích và không xuất hóa đơn.`,
        "Tôi đề nghị làm rõ và hoàn trả số tiền thu sai.",
        "Tôi gửi kèm phiếu thu viết tay và ảnh chụp thẻ.",
      ],
      told: [
        `Đi khám ở ${clinic} ${toldDay(on)}, có thẻ bảo hiểm hẳn hoi mà mất ${toldSum(amount)}.`,
        `Ông bác sĩ ${doctor} chẳng nói chẳng rằng, hóa đơn không có.`,
        "Nhờ các bác đòi lại tiền cho tôi.",
        "Tờ phiếu viết tay tôi còn giữ đây.",
      ],
      line: `Phản ánh Phòng khám ${clinic} thu ${sum(amount)} của người có thẻ bảo hiểm.`,
    };
  },
  (r) => {
    const [team, amount, year, treasurer] = [r.integer(1, 14), money(r), r.integer(2021, 2025), woman(r)];
    return {
      topic: "Hợp tác xã nợ tiền lúa",
      written: [
        `Hợp tác xã nông nghiệp ${r.pick(["Quyết Tiến", "Thống Nhất", "Hợp Lực"])} còn nợ gia đình tôi ${sum(amount)} tiền lúa giống vụ mùa năm ${year}.`,
        `Kế toán là bà ${treasurer} nhiều lần hứa thanh toán nhưng không thực hiện.`,
        `Đội ${team} còn hơn mười hộ cùng hoàn cảnh.`,
        "Tôi kiến nghị Ủy ban nhân dân xã chỉ đạo thanh toán dứt điểm.",
      ],
      told: [
        `Bán thóc giống cho hợp tác từ ${year} mà còn thiếu tôi ${toldSum(amount)}.`,
        `Bà ${treasurer} kế toán khất lần này qua lần khác.`,
        `Cả đội ${team} bị thế chứ riêng gì tôi.`,
        "Mong xã bắt họ trả cho xong.",
      ],
      line: `Kiến nghị hợp tác xã trả ${sum(amount)} tiền lúa giống, kế toán ${treasurer} hứa nhiều lần.`,
    };
  },
];

function household(r: Random): Household {
  const [old, now] = r.pick(communes);
  return {
    wife: woman(r),
    husband: man(r),
    phone: `09${r.integer(10_000_000, 99_999_999)}`,
    id: `0${r.integer(10, 96)}1${r.integer(50, 99)}${r.integer(100_000, 999_999)}`,
    lane: `số ${r.integer(1, 190)}, ${r.pick(lanes)}`,
    old,
    now,
  };
}

const letter = (of: Household, subject: string, content: string): Written => ({
  fullName: of.wife,
  address: `${of.lane}, ${of.old}`,
  phone: of.phone,
  idNumber: of.id,
  subject,
  content,
});
const formal = (of: Household, { topic, written }: Matter) =>
  letter(
    of,
    topic,
    [`Tôi là ${of.wife}, trú tại ${of.lane}, ${of.old}.`, ...written, "Tôi xin trân trọng cảm ơn."].join(
      "\n",
    ),
  );
const spoken = (of: Household, { topic, told }: Matter) => letter(of, topic, told.join(" "));

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
const each = (text: string, change: (word: string) => string) => text.replace(/\p{L}+/gu, change);
const typo = (r: Random, word: string) => {
  const at = r.integer(0, word.length - 1);
  return (
    r.pick([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + word.charAt(at) + word.slice(at)]) ||
    word
  );
};
const scanned: Readonly<Record<string, string>> = {
  h: "b",
  n: "u",
  e: "c",
  c: "e",
  m: "rn",
  l: "1",
  o: "0",
  i: "l",
  t: "f",
};
const scan = (word: string) => word.replace(/[hnecmloit]/, (c) => scanned[c] ?? c);
const telexKeys: readonly (readonly [RegExp, string])[] = [
  [/\u0301/gu, "s"],
  [/\u0300/gu, "f"],
  [/\u0309/gu, "r"],
  [/\u0303/gu, "x"],
  [/\u0323/gu, "j"],
];
/** What the keys leave where the keyboard's program was off. */
const telex = (word: string) => {
  const bareWord = word.normalize("NFD");
  const tone = telexKeys.find(([mark]) => new RegExp(mark.source, "u").test(bareWord))?.[1] ?? "";
  return (
    bareWord
      .replace(/([aeo])\u0302/g, "$1$1")
      .replace(/a\u0306/g, "aw")
      .replace(/([ou])\u031b/g, "$1w")
      .replace(/\p{M}/gu, "")
      .replaceAll("đ", "dd")
      .replaceAll("Đ", "DD") + tone
  );
};
const teen: Readonly<Record<string, string>> = {
  không: "ko",
  được: "đc",
  gì: "j",
  rồi: "r",
  với: "vs",
  bảo: "bẩu",
  nhiều: "nhìu",
  tôi: "t",
  mà: "mak",
};
const shuffled = <T>(r: Random, list: readonly T[]) =>
  list
    .map((item) => ({ item, at: r.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

type Change = (r: Random, of: Household, matter: Matter, first: Written) => Written;
const alike: Readonly<Record<string, Change>> = {
  "told at the desk": (_r, of, matter) => spoken(of, matter),
  "noted by a clerk": (_r, of, matter) =>
    letter(
      of,
      "Tiếp công dân",
      `Bà ${of.wife} đến trình bày: ${matter.told.slice(0, 3).join(" ")} Đã hướng dẫn chờ văn bản.`,
    ),
  "one line of a clerk": (_r, of, { topic, line }) => letter(of, topic, line),
  "without marks": (_r, _of, _m, first) => ({
    ...first,
    fullName: bare(first.fullName),
    address: bare(first.address),
    content: bare(first.content),
    subject: bare(first.subject),
  }),
  "small letters without marks": (_r, of, matter) => {
    const said = spoken(of, matter);
    return { ...said, content: bare(said.content).toLowerCase(), subject: "" };
  },
  capitals: (_r, _of, _m, first) => ({
    ...first,
    fullName: first.fullName.toUpperCase(),
    content: first.content.toUpperCase(),
  }),
  "typing errors": (r, _of, _m, first) => ({
    ...first,
    content: each(first.content, (w) => (w.length > 2 && r.chance(0.18) ? typo(r, w) : w)),
  }),
  "a scan": (r, _of, _m, first) => ({
    ...first,
    content: each(first.content, (w) => (r.chance(0.22) ? scan(w) : w)),
  }),
  "keys of telex": (r, _of, _m, first) => ({
    ...first,
    content: each(first.content, (w) => (r.chance(0.8) ? telex(w) : w)),
  }),
  "text message": (_r, of, matter) => {
    const said = spoken(of, matter);
    return {
      ...said,
      subject: "",
      idNumber: "",
      content: each(said.content, (w) => teen[w.toLowerCase()] ?? w).toLowerCase(),
    };
  },
  "half, by the husband": (_r, of, matter) => ({
    ...formal(of, { ...matter, written: matter.written.slice(0, 2) }),
    fullName: of.husband,
    idNumber: "",
  }),
  "told by the husband": (_r, of, matter) => ({ ...spoken(of, matter), fullName: of.husband, idNumber: "" }),
  "address of today": (_r, of, _m, first) => ({ ...first, address: `${of.lane}, ${of.now}`, phone: "" }),
  "re-ordered and added to": (r, of, matter) =>
    formal(of, {
      ...matter,
      written: shuffled(r, [
        ...matter.written,
        "Tôi đã gửi đơn ba lần, chưa lần nào có trả lời.",
        "Hoàn cảnh tôi rất khó khăn, mong được quan tâm.",
      ]),
    }),
};
const another = (r: Random, topic: number) =>
  matters[(topic + r.integer(1, matters.length - 1)) % matters.length]?.(r);
const apart: Readonly<Record<string, (r: Random, of: Household, matter: Matter, topic: number) => Written>> =
  {
    "same person, another matter": (r, of, matter, topic) => formal(of, another(r, topic) ?? matter),
    "same person, another matter told": (r, of, matter, topic) => spoken(of, another(r, topic) ?? matter),
    "same person, a line on another matter": (r, of, matter, topic) =>
      letter(of, "Tiếp công dân", (another(r, topic) ?? matter).line),
    "same person, same kind, other facts": (r, of, matter, topic) =>
      formal(of, matters[topic]?.(r) ?? matter),
    "same person, same kind told, other facts": (r, of, matter, topic) =>
      spoken(of, matters[topic]?.(r) ?? matter),
    "husband, another matter": (r, of, matter, topic) => ({
      ...formal(of, another(r, topic) ?? matter),
      fullName: of.husband,
      idNumber: "",
    }),
    "neighbour, same words": (r, of, matter) =>
      formal(
        { ...household(r), lane: of.lane.replace(/\d+/, (no) => String(Number(no) + 3)), old: of.old },
        matter,
      ),
    "another household, same kind": (r, _of, matter, topic) =>
      formal(household(r), matters[topic]?.(r) ?? matter),
  };

/** Labelled pairs, the kinds in turn. */
export function drawVisitPairs(r: Random, count: number): Pair[] {
  const kinds = [...Object.keys(alike), ...Object.keys(apart)];
  return Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? "";
    const topic = r.integer(0, matters.length - 1);
    const [of, matter] = [household(r), matters[topic]?.(r)];
    if (!matter) throw new Error("no matter");
    const first = formal(of, matter);
    const second = alike[kind]?.(r, of, matter, first) ?? apart[kind]?.(r, of, matter, topic);
    if (!second) throw new Error(`no kind ${kind}`);
    return { kind, same: kind in alike, first, second };
  });
}
