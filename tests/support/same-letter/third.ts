import type { Random } from "@/bench/lib/random";
import type { Written } from "./letters";
import type { Pair } from "./noise";

/**
 * A third generator, of other people, places, matters and mistakes than the two before, written after the comparison was fitted
 * and never used for fitting it.
 */
type Family = {
  husband: string;
  wife: string;
  phone: string;
  id: string;
  house: string;
  old: string;
  now: string;
};
type Case = { topic: string; facts: string; paragraphs: string[] };

const surnames = [
  "Lò",
  "Vi",
  "Quàng",
  "Mùa",
  "Hoàng",
  "Nông",
  "Triệu",
  "Bế",
  "Đàm",
  "Phan",
  "Hồ",
  "Võ",
  "Huỳnh",
  "Châu",
  "Trương",
];
const male = [
  "Văn Sáng",
  "Đình Khôi",
  "Bá Lộc",
  "Trọng Nghĩa",
  "Văn Tèo",
  "Quốc Việt",
  "Thanh Phong",
  "Văn Ửng",
  "Duy Mạnh",
];
const female = [
  "Thị Bích Ngân",
  "Thị Út",
  "Mỹ Linh",
  "Thị Xuyến",
  "Thị Cẩm Tú",
  "Thị Sen",
  "Kim Chi",
  "Thị Nhàn",
  "Thu Trang",
];
const lanes = [
  "ấp Bình Hòa",
  "bản Nà Phặc",
  "khóm 3",
  "làng Chuồn",
  "đường Nguyễn Trãi",
  "thôn Phú Mỹ",
  "buôn Ea Kao",
  "tổ dân phố 9",
];
const wards = [
  ["phường Long Bình", "phường Tam Hiệp"],
  ["xã Ea Tu", "phường Tân An"],
  ["xã Cẩm Thanh", "phường Hội An Đông"],
  ["thị trấn Bảo Lạc", "xã Bảo Lạc"],
] as const;

function drawFamily({ pick, integer }: Random): Family {
  const [old, now] = pick(wards);
  return {
    husband: `${pick(surnames)} ${pick(male)}`,
    wife: `${pick(surnames)} ${pick(female)}`,
    phone: `0${pick(["90", "97", "35", "78", "81"])}${integer(1_000_000, 9_999_999)}`,
    id: `0${integer(10, 95)}1${integer(60, 99)}${integer(100_000, 999_999)}`,
    house: `${integer(1, 400)} ${pick(lanes)}`,
    old,
    now,
  };
}

const money = (amount: number) => `${amount.toLocaleString("vi-VN")} đồng`;

const cases: readonly ((random: Random) => Case)[] = [
  ({ integer, pick }) => {
    const [meter, kwh, month, bill] = [
      integer(10_000, 99_999),
      integer(400, 2_900),
      integer(1, 12),
      integer(900, 9_000) * 1_000,
    ];
    return {
      topic: "hóa đơn tiền điện tăng bất thường",
      facts: `Phản ánh công tơ số ${meter} nhảy sai, hóa đơn tháng ${month} là ${kwh} kWh, ${money(bill)}, đề nghị kiểm định lại.`,
      paragraphs: [
        `Nhà tôi dùng điện sinh hoạt bình thường, mỗi tháng chưa tới một trăm năm chục số, trong nhà chỉ có tủ lạnh, quạt và vài bóng đèn.`,
        `Đến kỳ tháng ${month} năm 2026 điện lực báo ${kwh} kWh, số tiền ${money(bill)}, gấp nhiều lần các tháng trước dù không mua thêm thiết bị nào.`,
        `Tôi đã tắt hết cầu dao mà công tơ mang số ${meter} vẫn quay, có mời hàng xóm sang chứng kiến và quay phim lại.`,
        `Nhân viên ${pick(["điện lực", "đội quản lý điện", "chi nhánh điện"])} hẹn xuống kiểm tra mấy lần mà không thấy ai tới, gọi tổng đài thì bảo chờ.`,
        `Tôi yêu cầu tháo công tơ đem kiểm định ở nơi độc lập và hoàn lại số tiền thu dư cho gia đình.`,
      ],
    };
  },
  ({ integer }) => {
    const [stall, year, fee, m2] = [
      integer(10, 480),
      integer(2008, 2021),
      integer(20, 190) * 1_000_000,
      integer(4, 18),
    ];
    return {
      topic: "bố trí lại sạp chợ",
      facts: `Khiếu nại việc bố trí sạp: sạp ${stall}, ${m2} m2, đã đóng ${money(fee)} từ năm ${year}, nay bị chuyển vào trong góc.`,
      paragraphs: [
        `Tôi buôn bán hàng khô ở chợ từ năm ${year}, có hợp đồng thuê sạp số ${stall} diện tích ${m2} m2 ngay cửa chính.`,
        `Khi thuê tôi đã nộp một lần ${money(fee)} tiền góp vốn xây chợ, còn giữ đủ phiếu thu có đóng dấu của ban quản lý.`,
        `Sau khi sửa chợ, ban quản lý bốc thăm không mời tôi, rồi xếp tôi vào dãy cuối cạnh nhà vệ sinh, không có khách qua lại.`,
        `Hàng hóa ế ẩm, tiền lời ngân hàng vẫn phải trả đều, có hôm cả ngày không bán được món nào.`,
        `Kính mong xem xét trả lại cho tôi vị trí cũ hoặc hoàn tiền góp vốn theo đúng giấy tờ hai bên đã ký.`,
      ],
    };
  },
  ({ integer, pick }) => {
    const [no, from, until, office] = [
      integer(1_000_000, 9_999_999),
      integer(1978, 1992),
      integer(1993, 2004),
      pick(["nông trường", "lâm trường", "xí nghiệp gỗ", "nhà máy đường"]),
    ];
    return {
      topic: "thiếu thời gian công tác trong hồ sơ hưu trí",
      facts: `Đề nghị cộng nối thời gian làm việc ở ${office} từ ${from} đến ${until}, sổ bảo hiểm ${no}.`,
      paragraphs: [
        `Tôi là công nhân ${office} từ năm ${from} tới năm ${until} thì đơn vị giải thể, cho nghỉ theo chế độ một lần nhưng tôi chưa nhận đồng nào.`,
        `Sổ bảo hiểm mang số ${no} của tôi chỉ ghi từ năm 2005 về sau, mất hẳn mười mấy năm đứng máy.`,
        `Giám đốc cũ và hai người cùng tổ đã viết giấy làm chứng, có xác nhận của chính quyền nơi ở.`,
        `Cơ quan bảo hiểm trả hồ sơ, nói phải có quyết định tuyển dụng bản gốc mà kho lưu trữ của đơn vị đã cháy.`,
        `Xin cấp trên cho xác minh và tính đủ năm công tác để tôi được lãnh lương hưu lúc tuổi già.`,
      ],
    };
  },
  ({ integer, pick }) => {
    const [name, width, houses, day] = [
      pick(["Hoa Sen", "Rạng Đông", "Thanh Bình", "Ánh Dương"]),
      integer(2, 9),
      integer(8, 60),
      `${integer(1, 28)}/${integer(1, 12)}/2026`,
    ];
    return {
      topic: "san lấp mương thoát nước",
      facts: `Công ty ${name} lấp ${width} m mương, ${houses} hộ ngập từ ngày ${day}, đề nghị buộc khơi lại.`,
      paragraphs: [
        `Con mương phía sau khu dân cư rộng ${width} mét có từ thời hợp tác xã, là đường thoát nước duy nhất của ${houses} hộ chúng tôi.`,
        `Ngày ${day} máy ủi của công ty ${name} tới đổ đất đá lấp kín, nói là đã được giao mặt bằng làm kho.`,
        `Từ đó cứ mưa là nước tràn vào nhà ngang đầu gối, trẻ con nổi ghẻ, giếng bơm lên toàn mùi hôi.`,
        `Trưởng khu lập biên bản gửi lên trên, đoàn về xem rồi không thấy kết luận gì.`,
        `Bà con xin buộc đơn vị này trả lại dòng chảy như cũ và đền bù đồ đạc hư hỏng.`,
      ],
    };
  },
  ({ integer }) => {
    const [grade, fee, students, school] = [
      integer(1, 9),
      integer(12, 68) * 50_000,
      integer(28, 49),
      integer(1, 40),
    ];
    return {
      topic: "các khoản thu đầu năm học",
      facts: `Lớp ${grade} trường số ${school}: thu ${money(fee)} mỗi em, ${students} em, không có dự toán, đề nghị thanh tra.`,
      paragraphs: [
        `Con tôi học lớp ${grade} trường phổ thông số ${school}, đầu năm họp phụ huynh cô giáo đọc danh sách khoản phải nộp.`,
        `Cộng lại mỗi cháu ${money(fee)}, cả lớp ${students} cháu, gồm tiền sơn tường, rèm cửa, quỹ phong trào và tiền máy lạnh.`,
        `Phụ huynh hỏi dự toán thì ban đại diện nói nhà trường chủ trương, ai không nộp thì con ngồi phòng không quạt.`,
        `Nhiều gia đình làm thuê, chạy ăn từng bữa, nộp vậy là nặng quá sức.`,
        `Mong ngành giáo dục về kiểm tra, khoản nào sai thì trả lại cho dân.`,
      ],
    };
  },
  ({ integer, pick }) => {
    const [plot, sheet, width, year] = [
      integer(101, 999),
      integer(3, 60),
      integer(12, 98),
      integer(1986, 2014),
    ];
    return {
      topic: "hàng xóm xây lấn ranh đất",
      facts: `Thửa ${plot} tờ ${sheet} bị nhà bên xây lấn ${width} cm, giấy cấp năm ${year}, đề nghị đo lại.`,
      paragraphs: [
        `Cha mẹ để lại cho tôi mảnh vườn thuộc thửa ${plot}, tờ bản đồ ${sheet}, giấy đỏ cấp năm ${year}.`,
        `Lúc tôi đi làm xa, ${pick(["ông chủ nhà kế bên", "người hàng xóm mới mua", "gia đình phía đông"])} đổ móng xây bờ tường lấn sang ${width} phân suốt chiều dài.`,
        `Địa phương hòa giải ba buổi, bên kia chịu dỡ rồi lại thôi, còn chửi mắng thách kiện.`,
        `Tôi xin đo đạc cắm lại mốc giới theo giấy tờ và cưỡng chế tháo dỡ phần xây trái phép.`,
      ],
    };
  },
];

const openings = [
  "Kính gửi quý cơ quan, tôi xin trình bày một việc như sau.",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN KHIẾU NẠI\nKính gửi: Ủy ban nhân dân tỉnh",
  "Thưa các đồng chí lãnh đạo,",
];
const closings = [
  "Tôi xin cam đoan lời trình bày là đúng sự thật.",
  "Rất mong được quan tâm giải quyết. Xin chân thành cảm ơn.",
  "",
];

function write(random: Random, family: Family, matter: Case): Written {
  const husband = random.chance(0.5);
  return {
    fullName: husband ? family.husband : family.wife,
    address: `${family.house}, ${family.old}, tỉnh Bình Sơn`,
    phone: random.chance(0.8) ? family.phone : "",
    idNumber: random.chance(0.7) ? family.id : "",
    subject: `Về việc ${matter.topic}`,
    content: [random.pick(openings), ...matter.paragraphs, random.pick(closings)].filter(Boolean).join("\n"),
  };
}

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
const lines = (letter: Written, change: (lines: string[]) => string[]): Written => ({
  ...letter,
  content: change(letter.content.split("\n")).join("\n"),
});
const words = (text: string, change: (word: string) => string) =>
  text
    .split(/(\s+)/)
    .map((part) => (/\S/.test(part) ? change(part) : part))
    .join("");

type Change = (random: Random, letter: Written, family: Family, matter: Case) => Written;

const typo = ({ integer, pick }: Random, word: string) => {
  const at = integer(0, Math.max(0, word.length - 1));
  return pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at).repeat(2) + word.slice(at + 1),
    word.slice(0, at) + pick(Array.from("qwertyuiop")) + word.slice(at + 1),
  ]);
};
const scan = ({ pick }: Random, word: string) => {
  const [from, to] = pick([
    ["a", "ä"],
    ["o", "0"],
    ["t", "f"],
    ["l", "1"],
    ["n", "rn"],
    ["e", "c"],
    ["i", "j"],
    ["S", "5"],
    ["đ", "d"],
  ] as const);
  return word.replace(from, to);
};
const shorten: readonly (readonly [RegExp, string])[] = [
  [/Ủy ban nhân dân/g, "UBND"],
  [/không/g, "k"],
  [/được/g, "dc"],
  [/gia đình/g, "gđ"],
  [/công ty/g, "cty"],
  [/ban quản lý/g, "BQL"],
  [/bảo hiểm/g, "BH"],
  [/hợp đồng/g, "HĐ"],
  [/quyết định/g, "QĐ"],
  [/phụ huynh/g, "PH"],
  [/đề nghị/g, "đn"],
  [/tháng/g, "T"],
];

const same: Readonly<Record<string, Change>> = {
  "typed without marks": (_r, letter) => ({
    ...letter,
    fullName: bare(letter.fullName),
    address: bare(letter.address),
    subject: bare(letter.subject),
    content: bare(letter.content),
  }),
  "typing errors": (random, letter) => ({
    ...letter,
    content: words(letter.content, (word) => (random.chance(0.15) ? typo(random, word) : word)),
  }),
  "a scan": (random, letter) => ({
    ...letter,
    phone: "",
    content: words(letter.content, (word) => (random.chance(0.3) ? scan(random, word) : word)),
  }),
  abbreviated: (_r, letter) => ({
    ...letter,
    content: shorten.reduce((text, [long, short]) => text.replace(long, short), letter.content),
  }),
  "paragraphs re-ordered": (random, letter) =>
    lines(letter, (all) =>
      all
        .map((line) => ({ line, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ line }) => line),
    ),
  "paragraphs missing": (random, letter) =>
    lines(letter, (all) =>
      all
        .filter((_, n) => n % 2 === random.integer(0, 1) || random.chance(0.4))
        .concat(all.length > 2 ? [all[2] ?? ""] : []),
    ),
  "a paragraph added": (random, letter, _f, matter) => {
    const other = random.pick(cases)(random);
    return lines(letter, (all) => [
      ...all,
      other.topic === matter.topic
        ? "Gia đình tôi thuộc diện khó khăn của địa phương."
        : (other.paragraphs[2] ?? ""),
    ]);
  },
  "a clerk's summary": (_r, letter, _f, matter) => ({ ...letter, content: matter.facts }),
  "husband for wife": (_r, letter, family) => ({
    ...letter,
    fullName: letter.fullName === family.husband ? family.wife : family.husband,
    idNumber: "",
  }),
  "address of today": (_r, letter, family) => ({
    ...letter,
    address: `${family.house}, ${family.now}, tỉnh Sơn Hà`,
  }),
  "no marks, half, spouse": (_r, letter, family) => ({
    ...letter,
    fullName: bare(letter.fullName === family.husband ? family.wife : family.husband),
    address: bare(letter.address),
    idNumber: "",
    content: bare(
      letter.content
        .split("\n")
        .slice(0, Math.ceil(letter.content.split("\n").length * 0.6))
        .join("\n"),
    ),
  }),
  "scan without marks": (random, letter) => ({
    ...letter,
    content: words(bare(letter.content), (word) => (random.chance(0.12) ? scan(random, word) : word)),
  }),
};

const apart: Readonly<
  Record<string, (random: Random, family: Family, matter: Case, topic: number) => Written>
> = {
  "same form, another household": (random, _f, matter) => write(random, drawFamily(random), matter),
  "same person, another matter": (random, family, _m, topic) =>
    write(random, family, cases[(topic + 1 + random.integer(0, 4)) % cases.length]?.(random) ?? _m),
  "same person, another of the kind": (random, family, _m, topic) =>
    write(random, family, cases[topic]?.(random) ?? _m),
  "same person, a line on another of the kind": (random, family, _m, topic) => {
    const other = cases[topic]?.(random) ?? _m;
    return { ...write(random, family, other), content: other.facts };
  },
  "neighbour with the like": (random, family, _m, topic) => {
    const other = drawFamily(random);
    const house = family.house.replace(/^\d+/, (no) => String(Number(no) + 2));
    return write(random, { ...other, house, old: family.old, now: family.now }, cases[topic]?.(random) ?? _m);
  },
  "same street, another matter": (random, family, _m, topic) =>
    write(
      random,
      {
        ...drawFamily(random),
        house: family.house.replace(/^\d+/, String(random.integer(401, 600))),
        old: family.old,
      },
      cases[(topic + 2) % cases.length]?.(random) ?? _m,
    ),
  "same name, another person": (random, family, _m, topic) =>
    write(
      random,
      { ...drawFamily(random), husband: family.husband, wife: family.wife },
      cases[topic]?.(random) ?? _m,
    ),
  "same sentences of a template": (random, _f, matter, topic) => {
    const other = cases[topic]?.(random) ?? matter;
    return write(random, drawFamily(random), {
      ...other,
      paragraphs: other.paragraphs.map((text, n) => (n === 2 ? (matter.paragraphs[2] ?? text) : text)),
    });
  },
};

/** Labelled pairs, the kinds in turn. */
export function drawThirdPairs(random: Random, count: number): Pair[] {
  const kinds = [...Object.keys(same), ...Object.keys(apart)];
  return Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? "";
    const topic = random.integer(0, cases.length - 1);
    const [family, matter] = [drawFamily(random), cases[topic]?.(random)];
    if (!matter) throw new Error("no matter");
    const first = write(random, family, matter);
    const second =
      same[kind]?.(random, first, family, matter) ?? apart[kind]?.(random, family, matter, topic);
    if (!second) throw new Error(`no kind ${kind}`);
    return { kind, same: kind in same, first, second };
  });
}
