import type { Random } from "@/bench/lib/random";
import type { Written } from "./letters";
import type { Pair } from "./noise";
import { drawFacts, drawName, type Facts, type Topic, topics } from "./posts-matters";

/**
 * A fifth generator: letters as they come by post, in the frames people copy from forms, from hamlets where houses have no number,
 * after the communes were merged. Written before anybody looked at what the comparison says of it.
 */
type House = {
  sender: string;
  spouse: string;
  child: string;
  phone: string;
  otherPhone: string;
  id: string;
  spot: string;
  old: string;
  now: string;
};

type Drawn = { topic: Topic; facts: Facts; at: number; style: number; ways: readonly number[] };

const communes: readonly (readonly [old: string, now: string])[] = [
  ["xã Nghĩa Phú, huyện Cẩm Hà, tỉnh Hà Trung", "xã Cẩm Hà, tỉnh Trung Sơn"],
  ["thị trấn Đèo Ngang, huyện Kỳ Lâm, tỉnh Hà Trung", "xã Kỳ Lâm Thượng, tỉnh Trung Sơn"],
  ["phường 3, thị xã Bãi Xanh, tỉnh Tây Hải", "phường Bãi Xanh, tỉnh Trung Sơn"],
  ["xã Mường Nhé Con, huyện Nậm Pố, tỉnh Trung Sơn", "xã Nậm Pố, tỉnh Trung Sơn"],
  ["xã Thạnh Lợi A, huyện Tân Quới, tỉnh Tây Hải", "xã Tân Quới Đông, tỉnh Trung Sơn"],
  ["phường Cửa Sót, thành phố Hà Trung, tỉnh Hà Trung", "phường Hà Trung 2, tỉnh Trung Sơn"],
];

const quarters = [
  "thôn Đông Bàn",
  "xóm 7",
  "ấp Thới Bình",
  "bản Huổi Luông",
  "tổ dân phố Tân Lập 4",
  "khối Yên Sơn",
  "thôn Phú Lộc",
  "buôn Ea Sar",
  "khu phố Long Thạnh",
  "xóm Núi",
  "thôn Trung Chính",
  "ấp 5B",
];
const streets = ["đường Lê Ninh", "đường 30 tháng 4", "phố Chợ Cũ", "ngõ Giếng Đình", "đường Trần Cao Vân"];

function drawHouse(r: Random): House {
  const [old, now] = r.pick(communes);
  const spot = r.chance(0.45)
    ? r.pick(quarters)
    : r.chance(0.5)
      ? `số ${r.integer(2, 299)} ${r.pick(streets)}, ${r.pick(quarters)}`
      : `SN ${r.integer(2, 299)}, ${r.pick(quarters)}`;
  return {
    sender: drawName(r),
    spouse: drawName(r),
    child: drawName(r),
    phone: `0${r.pick(["35", "86", "91", "97"])}${r.integer(1_000_000, 9_999_999)}`,
    otherPhone: `0${r.pick(["36", "88", "93", "98"])}${r.integer(1_000_000, 9_999_999)}`,
    id: `0${r.integer(20, 92)}0${r.integer(50, 99)}${r.integer(100_000, 999_999)}`,
    spot,
    old,
    now,
  };
}

const fill = (text: string, facts: Facts) =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => facts[slot] ?? "");
const today = (r: Random) => `ngày ${r.integer(1, 28)} tháng ${r.integer(1, 11)} năm 2026`;

function draw(r: Random, at = r.integer(0, topics.length - 1)): Drawn {
  const topic = topics[at];
  if (!topic) throw new Error("no such topic");
  return {
    topic,
    facts: drawFacts(r),
    at,
    style: r.integer(0, 3),
    ways: topic.lines.map(() => r.integer(0, 1)),
  };
}

const linesOf = ({ topic, facts, ways }: Drawn) =>
  topic.lines.map((line, n) => fill(line[ways[n] ?? 0] ?? "", facts));
const inOtherWords = (drawn: Drawn): Drawn => ({ ...drawn, ways: drawn.ways.map((way) => 1 - way) });

const courtesies = [
  "Rất mong nhận được sự quan tâm của quý cơ quan. Tôi xin chân thành cảm ơn và cam đoan lời trình bày trên là đúng.",
  "Kính mong quý cấp xem xét thấu tình đạt lý để nhân dân yên tâm lao động sản xuất. Trân trọng.",
  "Những điều tôi nêu là sự thật, nếu sai tôi chịu trách nhiệm trước pháp luật.",
];

/** Four frames people copy; the lines between them are the matter. */
function framed(r: Random, house: House, drawn: Drawn, lines = linesOf(drawn)): string {
  const { topic, facts, style } = drawn;
  const about = fill(topic.subject, facts);
  const where = `${house.spot}, ${house.old}`;
  if (style === 0) {
    return [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      `ĐƠN ${topic.kind}`,
      `(Về việc: ${about})`,
      `Kính gửi: - ${r.pick(["Chủ tịch Ủy ban nhân dân tỉnh", "Văn phòng Tỉnh ủy", "Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"])};`,
      `- ${r.pick(["Thanh tra tỉnh", "Ban Tiếp công dân tỉnh", "Chủ tịch Ủy ban nhân dân xã"])}.`,
      `Tôi tên là: ${house.sender}. Sinh năm ${r.integer(1948, 1990)}. Số căn cước: ${house.id}.`,
      `Nơi thường trú: ${where}. Điện thoại: ${house.phone}.`,
      "Nay tôi làm đơn này xin trình bày sự việc như sau:",
      ...lines,
      r.pick(courtesies),
      "Người làm đơn (ký, ghi rõ họ tên)",
      house.sender,
    ].join("\n");
  }
  if (style === 1) {
    return [
      `Tôi là ${house.sender}, ở ${where}, xin gửi tới các đồng chí lãnh đạo một việc.`,
      ...lines.map((line, n) => `${n + 1}. ${line}`),
      r.pick(courtesies),
    ].join("\n");
  }
  if (style === 2) return [lines.join(" "), r.pick(courtesies)].join("\n");
  return [
    `Kính gửi: ${r.pick(["Văn phòng Ủy ban nhân dân tỉnh", "Thường trực Hội đồng nhân dân tỉnh"])}`,
    `Tên tôi: ${house.sender}, hiện ngụ tại ${where}.`,
    ...lines,
    `Tài liệu gửi kèm: bản chụp giấy tờ, ${r.integer(2, 9)} trang.`,
    today(r),
  ].join("\n");
}

const letter = (house: House, drawn: Drawn, content: string): Written => ({
  fullName: house.sender,
  address: `${house.spot}, ${house.old}`,
  phone: house.phone,
  idNumber: house.id,
  subject: fill(drawn.topic.subject, drawn.facts),
  content,
});
const formal = (r: Random, house: House, drawn: Drawn) => letter(house, drawn, framed(r, house, drawn));
const bySpouse = (house: House): House => ({ ...house, sender: house.spouse, id: "" });

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
const everyWord = (text: string, change: (word: string) => string) =>
  text.replace(/[\p{L}\p{M}\d]+/gu, change);
const nearKeys: Readonly<Record<string, string>> = {
  a: "s",
  s: "a",
  i: "o",
  o: "p",
  n: "m",
  m: "n",
  t: "r",
  r: "t",
  g: "h",
  h: "j",
  c: "v",
  u: "y",
  e: "w",
};
function slip(r: Random, word: string): string {
  if (word.length < 2 || /\d/.test(word)) return word;
  const at = r.integer(0, word.length - 1);
  const [head, own, tail] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return r.pick([
    () => head + (nearKeys[own.toLowerCase()] ?? own) + tail,
    () => head + tail,
    () => head + own + own + tail,
    () => head + tail.charAt(0) + own + tail.slice(1),
  ])();
}
const slips = (r: Random, text: string, rate: number) =>
  everyWord(text, (word) => (r.chance(rate) ? slip(r, word) : word));

const stains: readonly (readonly [RegExp, string])[] = [
  [/rn/, "m"],
  [/m/, "rn"],
  [/li/, "h"],
  [/cl/, "d"],
  [/e/, "c"],
  [/ô/, "ó"],
  [/ư/, "u"],
  [/ạ/, "a"],
  [/ế/, "é"],
  [/đ/, "d"],
  [/1/, "l"],
  [/0/, "O"],
  [/8/, "B"],
  [/5/, "S"],
  [/u/, "ii"],
  [/t/, "f"],
  [/g/, "9"],
];
function scanned(r: Random, text: string, rate: number): string {
  const stained = everyWord(text, (word) => {
    if (!r.chance(rate)) return word;
    const [from, to] = r.pick(stains);
    return word.replace(from, to);
  });
  const lines = stained.split("\n").flatMap((line) => {
    const words = line.split(" ");
    const half = Math.ceil(words.length / 2);
    return words.length > 14 ? [words.slice(0, half).join(" "), words.slice(half).join(" ")] : [line];
  });
  return ["Trang 1/2", ...lines, r.pick(["| .", "~", "CamScanner", "—"])].join("\n");
}

const tones: readonly (readonly [mark: RegExp, telex: string, vni: string])[] = [
  [/\u0301/u, "s", "1"],
  [/\u0300/u, "f", "2"],
  [/\u0309/u, "r", "3"],
  [/\u0303/u, "x", "4"],
  [/\u0323/u, "j", "5"],
];
const typedKeys = (word: string, vni: boolean) => {
  const apart = word.normalize("NFD");
  const tone = tones.find(([mark]) => mark.test(apart));
  const end = tone ? tone[vni ? 2 : 1] : "";
  const hat = vni ? "$16" : "$1$1";
  return (
    apart
      .replace(/\u0323?([aeoAEO])([\u0300\u0301\u0303\u0309\u0323]?)\u0302/gu, `${hat}$2`)
      .replace(/([aA])([\u0300\u0301\u0303\u0309\u0323]?)\u0306/gu, vni ? "$18$2" : "$1w$2")
      .replace(/([ouOU])([\u0300\u0301\u0303\u0309\u0323]?)\u031b/gu, vni ? "$17$2" : "$1w$2")
      .replace(/\p{M}/gu, "")
      .replaceAll("đ", vni ? "d9" : "dd")
      .replaceAll("Đ", vni ? "D9" : "DD") + end
  );
};
const keys = (r: Random, text: string, vni: boolean, rate: number) =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => (r.chance(rate) ? typedKeys(word, vni) : word));

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/Ủy ban nhân dân/gi, "UBND"],
  [/Hội đồng nhân dân/gi, "HĐND"],
  [/Quyết định/gi, "QĐ"],
  [/biên bản/gi, "BB"],
  [/gia đình/gi, "gđ"],
  [/công ty/gi, "Cty"],
  [/giấy chứng nhận quyền sử dụng đất/gi, "GCN"],
  [/không/gi, "k"],
  [/được/gi, "dc"],
  [/cán bộ/gi, "CB"],
  [/trưởng thôn/gi, "tr.thôn"],
  [/đề nghị/gi, "đ/n"],
  [/ngày /gi, "ng. "],
  [/bồi thường/gi, "BT"],
];
const shortened = (text: string) =>
  shortForms.reduce((sofar, [long, short]) => sofar.replace(long, short), text);

const otherNumbers = (text: string) =>
  text
    .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, "ngày $1 tháng $2 năm $3")
    .replace(/ngày ngày/g, "ngày")
    .replace(/(\d+)\.(\d{3})\.000 đồng/g, (_, m: string, t: string) => `${m},${t} triệu đồng`)
    .replace(/(\d+)\.000 đồng/g, "$1 nghìn đồng")
    .replace(/ m2/g, " mét vuông");

const south: Readonly<Record<string, string>> = {
  không: "hông",
  vậy: "dậy",
  bảo: "biểu",
  nhà: "nhà",
  thì: "thời",
  mẹ: "má",
  cha: "tía",
  nói: "nói",
  xem: "coi",
  làm: "mần",
  trả: "trả",
};

function shuffled<T>(r: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: r.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

type Same = (r: Random, house: House, drawn: Drawn, first: Written) => Written;
const same: Readonly<Record<string, Same>> = {
  "without marks": (_r, _h, _d, first) => ({
    ...first,
    fullName: bare(first.fullName),
    address: bare(first.address),
    subject: bare(first.subject),
    content: bare(first.content),
  }),
  "slips of the keys": (r, _h, _d, first) => ({
    ...first,
    fullName: r.chance(0.4) ? slips(r, first.fullName, 0.4) : first.fullName,
    content: slips(r, first.content, 0.16),
  }),
  "every fourth word wrong": (r, _h, _d, first) => ({ ...first, content: slips(r, first.content, 0.25) }),
  "a bad scan": (r, _h, _d, first) => ({ ...first, content: scanned(r, first.content, 0.4) }),
  "a scan without marks": (r, _h, _d, first) => ({
    ...first,
    idNumber: "",
    fullName: bare(first.fullName).toUpperCase(),
    content: scanned(r, bare(first.content), 0.3),
  }),
  abbreviated: (_r, _h, _d, first) => ({ ...first, content: shortened(first.content) }),
  "telex keys": (r, _h, _d, first) => ({ ...first, content: keys(r, first.content, false, 0.7) }),
  "vni keys": (r, _h, _d, first) => ({ ...first, content: keys(r, first.content, true, 0.7) }),
  "another order, one paragraph less": (r, house, drawn) =>
    letter(house, drawn, framed(r, house, drawn, shuffled(r, linesOf(drawn)).slice(1))),
  "another frame": (r, house, drawn) =>
    letter(house, drawn, framed(r, house, { ...drawn, style: (drawn.style + r.integer(1, 3)) % 4 })),
  "husband, no marks, half the text": (r, house, drawn) => {
    const lines = linesOf(drawn);
    const half = letter(bySpouse(house), drawn, lines.slice(0, Math.ceil(lines.length / 2)).join("\n"));
    return {
      ...half,
      fullName: bare(half.fullName),
      address: bare(half.address),
      subject: bare(half.subject),
      content: bare(half.content),
      phone: r.chance(0.5) ? half.phone : "",
    };
  },
  "husband or wife, one telephone": (r, house, drawn) => formal(r, bySpouse(house), drawn),
  "husband or wife, another telephone": (r, house, drawn) => ({
    ...formal(r, { ...bySpouse(house), phone: house.otherPhone }, drawn),
    idNumber: `0${r.integer(20, 92)}1${r.integer(50, 99)}${r.integer(100_000, 999_999)}`,
  }),
  "a child for the mother": (r, house, drawn) => ({
    ...letter(
      { ...house, sender: house.child, phone: house.otherPhone, id: "" },
      drawn,
      [
        `Tôi là ${house.child}, con của bà ${house.sender}, viết thay mẹ tôi.`,
        ...linesOf(drawn),
        r.pick(courtesies),
      ].join("\n"),
    ),
  }),
  "address of today": (r, house, drawn) => ({
    ...formal(r, { ...house, old: house.now }, drawn),
    phone: r.pick(["", `+84${house.phone.slice(1)}`, house.phone.replace(/(\d{4})(\d{3})/, "$1 $2 ")]),
  }),
  "only the new commune": (_r, house, _d, first) => ({
    ...first,
    address: house.now,
    phone: "",
    idNumber: "",
  }),
  "summed up by a clerk": (_r, house, drawn) => letter(house, drawn, fill(drawn.topic.summary, drawn.facts)),
  "summed up, no telephone": (_r, house, drawn) => ({
    ...letter(house, drawn, fill(drawn.topic.summary, drawn.facts)),
    phone: "",
    idNumber: "",
  }),
  "a line of the register": (_r, house, drawn) => ({
    ...letter(house, drawn, fill(drawn.topic.line, drawn.facts)),
    idNumber: "",
  }),
  "a reminder": (r, house, drawn) =>
    letter(
      house,
      drawn,
      [
        `Ngày ${r.integer(1, 28)}/${r.integer(1, 9)}/2026 tôi đã gửi đơn lần thứ nhất nhưng chưa có hồi âm, nay tôi gửi lại lần hai.`,
        ...linesOf(drawn),
        "Quá thời hạn luật định mà không trả lời thì tôi sẽ lên trung ương.",
      ].join("\n"),
    ),
  "in other words": (r, house, drawn) => formal(r, house, inOtherWords(drawn)),
  "in other words, by the husband": (r, house, drawn) => formal(r, bySpouse(house), inOtherWords(drawn)),
  "half in other words": (r, house, drawn) => {
    const other = inOtherWords(drawn);
    return letter(house, drawn, linesOf(other).slice(1, 4).join(" "));
  },
  "name and full text only": (_r, _h, _d, first) => ({ ...first, address: "", phone: "", idNumber: "" }),
  "no name, full text": (_r, _h, _d, first) => ({
    ...first,
    fullName: "",
    address: "",
    phone: "",
    idNumber: "",
  }),
  "numbers written otherwise": (_r, _h, _d, first) => ({ ...first, content: otherNumbers(first.content) }),
  "with another matter": (r, house, drawn) => {
    const more = draw(r, (drawn.at + r.integer(1, topics.length - 1)) % topics.length);
    return letter(house, drawn, framed(r, house, drawn, [...linesOf(drawn), ...linesOf(more).slice(0, 3)]));
  },
  "as spoken in the south": (r, house, drawn) => {
    const said = everyWord(linesOf(inOtherWords(drawn)).join(" "), (word) => south[word] ?? word);
    return { ...letter(house, drawn, said), subject: "", idNumber: r.chance(0.5) ? house.id : "" };
  },
  "all capitals, no subject": (r, house, drawn) => {
    const said = formal(r, house, drawn);
    return {
      ...said,
      fullName: said.fullName.toUpperCase(),
      subject: "",
      content: said.content.toUpperCase(),
    };
  },
};

const near = (r: Random, house: House): House => ({
  ...drawHouse(r),
  spot: house.spot.replace(/^(số|SN) \d+/, (_, word: string) => `${word} ${r.integer(301, 480)}`),
  old: house.old,
  now: house.now,
});
const elsewhere = (r: Random, at: number) => (at + r.integer(1, topics.length - 1)) % topics.length;

/** Only what many households have alike is written in one text by two of them. */
const oneText = "neighbour, one matter, one text";
const common = topics.flatMap((topic, at) => (topic.own.length > 0 ? [at] : []));

type Apart = (r: Random, house: House, drawn: Drawn) => Written;
const apart: Readonly<Record<string, Apart>> = {
  "same person, another matter": (r, house, { at }) => formal(r, house, draw(r, elsewhere(r, at))),
  "same person, another matter summed up": (r, house, { at }) => {
    const other = draw(r, elsewhere(r, at));
    return letter(house, other, fill(other.topic.summary, other.facts));
  },
  "same person, same kind, other facts": (r, house, { at, ways, style }) =>
    formal(r, house, { ...draw(r, at), ways, style }),
  "same person, a line on the same kind": (r, house, { at }) => {
    const other = draw(r, at);
    return letter(house, other, fill(other.topic.line, other.facts));
  },
  "same person and firm, another year": (r, house, drawn) => {
    const { firm, spot, hamlet } = drawn.facts;
    const facts = { ...drawFacts(r), firm: firm ?? "", spot: spot ?? "", hamlet: hamlet ?? "" };
    return formal(r, house, { ...drawn, facts });
  },
  "husband or wife, another matter": (r, house, { at }) =>
    formal(r, bySpouse(house), draw(r, elsewhere(r, at))),
  "husband or wife, same kind": (r, house, { at }) => formal(r, bySpouse(house), draw(r, at)),
  "neighbour, form letter, own facts": (r, house, drawn) => {
    const own = drawFacts(r);
    const shared = {
      doc: drawn.facts["doc"] ?? "",
      firm: drawn.facts["firm"] ?? "",
      d1: drawn.facts["d1"] ?? "",
    };
    return formal(r, near(r, house), { ...drawn, facts: { ...own, ...shared } });
  },
  [oneText]: (r, house, drawn) => {
    const others = drawFacts(r);
    const own = Object.fromEntries(drawn.topic.own.map((slot) => [slot, others[slot] ?? ""]));
    return formal(r, near(r, house), { ...drawn, facts: { ...drawn.facts, ...own } });
  },
  "stranger, same form letter": (r, _h, drawn) => formal(r, drawHouse(r), { ...drawn, facts: drawFacts(r) }),
  "same name elsewhere, same kind": (r, house, { at }) =>
    formal(r, { ...drawHouse(r), sender: house.sender }, draw(r, at)),
  "same hamlet, another matter": (r, house, { at }) => formal(r, near(r, house), draw(r, elsewhere(r, at))),
  "neighbour, a line": (r, house, drawn) => {
    const other = { ...drawn, facts: { ...drawFacts(r), spot: drawn.facts["spot"] ?? "" } };
    return letter(near(r, house), other, fill(other.topic.line, other.facts));
  },
  "who is complained of answers": (r, house, drawn) => {
    const accused = { ...near(r, house), sender: drawn.facts["man"] ?? "" };
    const told = linesOf(inOtherWords(drawn)).slice(1, 3);
    return letter(
      accused,
      drawn,
      [
        `Tôi bị bà ${house.sender} viết đơn, nay tôi xin giải trình.`,
        ...told,
        "Tôi khẳng định đã làm đúng quy định.",
      ].join("\n"),
    );
  },
  "few words and courtesy": (r, house, { at }) => {
    const other = draw(r, elsewhere(r, at));
    return letter(house, other, `${fill(other.topic.subject, other.facts)}. ${r.pick(courtesies)}`);
  },
};

/** Labelled pairs, the kinds in turn. */
export function drawPostPairs(r: Random, count: number): Pair[] {
  const kinds = [...Object.keys(same), ...Object.keys(apart)];
  return Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? "";
    const [house, drawn] = [drawHouse(r), kind === oneText ? draw(r, r.pick(common)) : draw(r)];
    const first = formal(r, house, drawn);
    const second = same[kind]?.(r, house, drawn, first) ?? apart[kind]?.(r, house, drawn);
    if (!second) throw new Error(`no kind ${kind}`);
    return { kind, same: kind in same, first, second };
  });
}

/** How many kinds there are. */
export const postKinds = Object.keys(same).length + Object.keys(apart).length;
