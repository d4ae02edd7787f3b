import type { Random } from "@/bench/lib/random";
import { drawMan, drawWoman } from "./people";
import type { Place } from "./places";

/** A fact of a letter, kept apart from the way it is written. */
export type Value =
  | string
  | { money: number }
  | { day: number; month: number; year: number }
  | { area: number }
  | { lot: number; sheet: number }
  | { decision: number; body: string };

/** How one letter writes its sums, dates, lots and decisions. */
export type Manner = {
  money: number;
  date: number;
  area: number;
  lot: number;
  decision: number;
  oldNames: boolean;
};

export function drawManner(random: Random): Manner {
  return {
    money: random.integer(0, 5),
    date: random.integer(0, 4),
    area: random.integer(0, 3),
    lot: random.integer(0, 3),
    decision: random.integer(0, 3),
    oldNames: false,
  };
}

/** The same facts, every one written otherwise. */
export function otherManner(random: Random, manner: Manner): Manner {
  const other = (now: number, count: number) => (now + random.integer(1, count - 1)) % count;
  return {
    ...manner,
    money: other(manner.money, 6),
    date: other(manner.date, 5),
    area: other(manner.area, 4),
    lot: other(manner.lot, 4),
    decision: other(manner.decision, 4),
  };
}

const dotted = (amount: number) => `${amount}`.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
const comma = (amount: number) => `${Math.round(amount * 1000) / 1000}`.replace(".", ",");
const units = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** A number below a thousand in words. */
function inWords(amount: number): string {
  const hundreds = Math.floor(amount / 100);
  const tens = Math.floor((amount % 100) / 10);
  const ones = amount % 10;
  const words: string[] = [];
  if (hundreds) words.push(`${units[hundreds]} trăm`);
  if (tens === 1) words.push("mười");
  else if (tens) words.push(`${units[tens]} mươi`);
  else if (hundreds && ones) words.push("linh");
  if (ones === 1 && tens > 1) words.push("mốt");
  else if (ones === 5 && tens) words.push("lăm");
  else if (ones) words.push(units[ones] ?? "");
  return words.join(" ");
}

function money(amount: number, style: number): string {
  const millions = amount / 1_000_000;
  if (style === 0) return `${dotted(amount)} đồng`;
  if (style === 1) return `${dotted(amount)}đ`;
  if (amount >= 1_000_000_000) {
    const whole = Math.floor(millions / 1000);
    const rest = Math.round(millions % 1000);
    if (style === 2 || rest === 0) return `${comma(millions / 1000)} tỷ đồng`;
    if (style === 3) return `${comma(millions / 1000)} tỷ`;
    if (style === 4) return `${inWords(whole)} tỷ ${inWords(rest)} triệu đồng`;
    return `${whole} tỷ ${rest} triệu`;
  }
  if (amount < 1_000_000) {
    const thousands = amount / 1000;
    if (style === 4) return `${inWords(thousands)} nghìn đồng`;
    return `${thousands} ${style === 5 ? "ngàn" : style === 2 ? "nghìn đồng" : "nghìn"}`;
  }
  const half = millions % 1 === 0.5;
  if (style === 2) return `${comma(millions)} triệu đồng`;
  if (style === 3) return `${comma(millions)} triệu`;
  if (style === 4 && (half || millions % 1 === 0))
    return `${inWords(Math.floor(millions))} triệu${half ? " rưỡi" : " đồng"}`;
  const rest = Math.round((millions % 1) * 1000);
  return rest ? `${Math.floor(millions)} triệu ${rest} nghìn` : `${millions}tr`;
}

export function written(value: Value, manner: Manner): string {
  if (typeof value === "string") return value;
  if ("money" in value) return money(value.money, manner.money);
  if ("area" in value) {
    if (value.area >= 1000 && manner.area === 3) return `${comma(value.area / 1000)} nghìn mét vuông`;
    return (
      [`${value.area} m2`, `${value.area}m²`, `${dotted(value.area)} mét vuông`, `${dotted(value.area)} m²`][
        manner.area
      ] ?? ""
    );
  }
  if ("lot" in value) {
    const { lot, sheet } = value;
    return (
      [
        `thửa đất số ${lot}, tờ bản đồ số ${sheet}`,
        `thửa ${lot} tờ ${sheet}`,
        `thửa số ${lot}, tờ bản đồ ${sheet}`,
        `thửa đất ${lot} (tờ bản đồ số ${sheet})`,
      ][manner.lot] ?? ""
    );
  }
  if ("decision" in value) {
    const { decision, body } = value;
    return (
      [
        `Quyết định số ${decision}/QĐ-${body}`,
        `quyết định ${decision}`,
        `QĐ số ${decision}/QĐ-${body}`,
        `Quyết định ${decision}/QĐ-${body}`,
      ][manner.decision] ?? ""
    );
  }
  const { day, month, year } = value;
  const two = (number: number) => `${number}`.padStart(2, "0");
  return (
    [
      `${two(day)}/${two(month)}/${year}`,
      `${day} tháng ${month} năm ${year}`,
      `${day}/${month}/${year}`,
      `${two(day)}-${two(month)}-${year}`,
      `${day}.${month}.${`${year}`.slice(2)}`,
    ][manner.date] ?? ""
  );
}

const first = [
  "An",
  "Bách",
  "Đại",
  "Hưng",
  "Thiên",
  "Minh",
  "Nam",
  "Phúc",
  "Tân",
  "Trường",
  "Vạn",
  "Việt",
  "Hoàng",
  "Kim",
  "Sông",
];
const second = [
  "Phát",
  "Thịnh",
  "Lộc",
  "Sơn",
  "Khang",
  "Tiến",
  "Thành",
  "Cường",
  "Hải",
  "Lâm",
  "Long",
  "Đạt",
  "Ngân",
  "Thái",
];
const called = (random: Random) => `${random.pick(first)} ${random.pick(second)}`;

const lists: Record<string, readonly string[]> = {
  field: [
    "đồng Mả Lâm",
    "xứ đồng Bờ Rào",
    "đồng Cửa Chùa",
    "bãi Soi",
    "đồng Gốc Gạo",
    "đồng Ao Sen",
    "bãi Cát Dài",
    "xứ Cây Quéo",
    "rộc Bà Hạt",
    "đồng Trũng",
    "gò Ông Đống",
    "đồng Cây Thị",
  ],
  hill: [
    "đồi Con Voi",
    "núi Hang Dơi",
    "đồi Bát Úp",
    "núi Chín Mẫu",
    "đồi Cây Sấu",
    "khe Nước Lạnh",
    "dốc Ba Tầng",
    "núi Mèo Cào",
  ],
  landmark: [
    "cây đa đầu làng",
    "ngã ba Chợ Chiều",
    "nhà văn hóa",
    "cổng trạm y tế",
    "cầu Máng",
    "cống Ba Cửa",
    "miếu Bà",
    "trường mầm non",
    "giếng làng",
    "dốc Lò Gạch",
  ],
  stream: [
    "suối Bùn",
    "mương Cầu Đá",
    "sông Lừ",
    "ngòi Thia",
    "hồ Vũng Bầu",
    "kênh N4",
    "rạch Bà Năm",
    "suối Đá Mài",
  ],
  canal: ["N5", "Bờ Hữu", "tiêu Đồng Quan", "Ba Xã", "Cây Dừa", "T12", "Ông Lớn"],
  fruit: ["vải", "nhãn", "bưởi", "sầu riêng", "cam sành", "mít Thái", "xoài", "ổi", "chanh leo"],
  crop: ["lúa", "ngô", "lạc", "dưa hấu", "khoai tây", "cà phê", "hồ tiêu", "ớt", "hành tím", "sắn"],
  wood: ["keo lai", "bạch đàn", "quế", "mỡ", "thông", "xoan đào"],
  tree: ["dâm bụt", "chè tàu", "duối", "tre", "râm", "găng"],
  animal: ["vịt", "gà", "lợn", "dê", "ngan", "bò"],
  colour: ["vàng đục", "đen", "xanh lè", "nâu như nước chè", "trắng đục"],
  illness: [
    "viêm phổi",
    "tai biến",
    "suy thận",
    "viêm xoang",
    "hen",
    "đau cột sống",
    "tiểu đường",
    "bệnh tim",
    "mẩn ngứa khắp người",
    "liệt nửa người",
  ],
  symptom: ["đau bụng dữ dội", "sốt cao co giật", "khó thở", "gãy chân", "nôn ra máu", "vỡ ối"],
  kin: [
    "ông nội",
    "bà nội",
    "bố đẻ",
    "mẹ vợ",
    "cụ cố",
    "chú ruột",
    "bác cả",
    "bà ngoại",
    "anh trai",
    "cháu nội",
  ],
  side: ["đông", "tây", "nam", "bắc", "đông nam", "tây bắc"],
  room: ["bếp", "chuồng gà", "buồng ngủ", "sân phơi", "nhà ngang", "phòng khách", "kho thóc"],
  building: [
    "gian bếp",
    "nhà cấp bốn",
    "chuồng bò",
    "quán nước",
    "nhà xưởng",
    "mái hiên",
    "chuồng gà",
    "nhà kho",
  ],
  stuff: ["gạch vỡ", "cát", "củi", "đá hộc", "phế thải", "phân bò"],
  product: [
    "mộc",
    "đúc gang",
    "nghiền nhựa",
    "gạch không nung",
    "dệt bao",
    "xay xát",
    "chế biến tinh bột",
    "ép ván",
  ],
  device: ["điều hòa", "bảng tương tác", "máy chiếu", "rèm cửa", "mái che sân", "máy lọc nước"],
  class: ["1A", "2C", "3B", "4A", "5D", "6B", "7A2", "8C", "9A"],
  job: ["đi cấy thuê", "nhặt ve chai", "hai sào ruộng khoán", "đan rổ", "bán xôi", "phụ hồ"],
  thing: ["xe máy", "tủ lạnh", "ti vi to", "máy cày cũ", "con trâu", "mái tôn mới"],
  unit: [
    "Tiểu đoàn 7 đặc công",
    "Đại đội 3 công binh",
    "Trung đoàn 48 pháo",
    "Tiểu đoàn 12 vận tải",
    "Đại đội 9 bộ binh",
  ],
  front: [
    "mặt trận Tây Nam",
    "biên giới phía Bắc",
    "đường mòn phía tây",
    "cao điểm 601",
    "thượng nguồn sông Bạc",
  ],
  bodypart: ["vai trái", "đùi phải", "cổ tay", "xương đòn", "bả vai", "cẳng chân"],
  storm: ["số 3", "số 5", "số 8", "số 10", "số 11"],
  cargo: ["đất san lấp", "cát", "gỗ dăm", "đá hộc", "mía", "than", "xi măng"],
  goods: ["rau", "cá khô", "vải vóc", "đậu phụ", "hoa quả", "thịt lợn", "giày dép", "hàng mã", "trứng"],
  task: ["may", "hàn", "đóng gói", "lái xe nâng", "kho", "cắt vải", "vệ sinh công nghiệp", "vận hành lò"],
  machine: ["máy xúc", "máy cày", "xe công nông", "máy gặt", "máy bơm", "máy xay xát"],
  purpose: [
    "nuôi tôm",
    "mua máy gặt",
    "sửa nhà",
    "trồng cà phê",
    "mở tiệm tạp hóa",
    "cho con đi xuất khẩu lao động",
  ],
  lesson: ["toán", "tiếng Anh", "âm nhạc", "thể dục", "ngữ văn", "tin học", "mỹ thuật"],
  post: [
    "công chức địa chính",
    "phó chủ tịch",
    "cán bộ thuế",
    "trưởng công an xã",
    "cán bộ lao động",
    "đội trưởng quản lý trật tự",
  ],
  paper: [
    "sổ đỏ",
    "giấy phép xây dựng",
    "hồ sơ hưởng chế độ",
    "việc tách thửa",
    "việc thuê ki-ốt",
    "hồ sơ xin việc cho con",
  ],
  venue: [
    "quán cà phê Gió",
    "nhà riêng",
    "quán phở đầu cầu",
    "phòng làm việc",
    "bãi xe sau chợ",
    "đám cưới nhà bà con",
  ],
  work: ["cổng làng", "đường bê tông", "nhà văn hóa", "đèn đường", "tường nghĩa trang", "kè ao"],
  fault: [
    "không ra hoa",
    "thối gốc",
    "trổ bông lép",
    "quả nhỏ và đắng",
    "vàng lá chết dần",
    "lẫn giống khác",
  ],
  hour: ["11 giờ trưa", "5 giờ chiều", "sáng sớm", "giữa trưa", "nửa đêm"],
};

function date(random: Random): Value {
  const year = random.integer(2024, 2026);
  return { day: random.integer(1, 28), month: random.integer(1, year === 2026 ? 10 : 12), year };
}

const makers: Record<string, (random: Random, place: Place) => Value> = {
  man: (random) => drawMan(random),
  woman: (random) => drawWoman(random),
  chief: (random) => drawMan(random),
  youth: (random) => (random.chance(0.6) ? drawMan(random) : drawWoman(random)),
  date,
  firm: (random) =>
    `${random.pick(["Công ty TNHH", "Công ty cổ phần", "Công ty TNHH MTV", "Công ty CP Đầu tư", "Doanh nghiệp tư nhân"])} ${called(random)}`,
  year: (random) => `${random.integer(1996, 2023)}`,
  soon: (random) => `${random.integer(2025, 2026)}`,
  oldyear: (random) => `${random.integer(1968, 1986)}`,
  month: (random) => `${random.integer(1, 10)}/${random.integer(2024, 2026)}`,
  few: (random) => `${random.integer(2, 6)}`,
  count: (random) => `${random.integer(5, 48)}`,
  heads: (random) => `${random.integer(7, 340)}`,
  length: (random) => `${random.integer(6, 180)}`,
  small: (random) => `${random.integer(0, 2)},${random.integer(2, 9)}`,
  hectare: (random) => `${random.integer(1, 14)},${random.integer(1, 9)}`,
  smallmoney: (random) => ({ money: random.integer(30, 590) * 10_000 }),
  money: (random) => ({ money: random.integer(14, 190) * 500_000 }),
  bigmoney: (random) => ({ money: random.integer(21, 380) * 10_000_000 }),
  area: (random) => ({ area: random.chance(0.7) ? random.integer(48, 980) : random.integer(100, 900) * 10 }),
  lot: (random) => ({ lot: random.integer(3, 890), sheet: random.integer(2, 68) }),
  decision: (random) => ({
    decision: random.integer(31, 4900),
    body: random.pick(["UBND", "UBND", "UBND", "CTUBND"]),
  }),
  school: (random) =>
    `Trường ${random.pick(["Tiểu học", "THCS", "Mầm non", "Tiểu học và THCS"])} ${random.pick(["Đồng Tâm", "Hoa Ban", "Khê Trung", "Bến Gỗ", "Vân Hội", "Nam Cường", "Cửa Bắc", "Gò Sim"])}`,
  project: (random) =>
    `${random.pick(["dự án khu dân cư", "dự án cụm công nghiệp", "dự án hồ chứa nước", "dự án khu đô thị", "dự án đường vành đai", "dự án nhà máy rác"])} ${called(random)}`,
  forest: (random) => called(random),
  bank: (random) => `${random.pick(["Ngân hàng", "Quỹ tín dụng"])} ${called(random)}`,
  road: (random) =>
    `${random.pick(["đường liên xã", "đường liên thôn", "tuyến đường"])} ${random.pick(["Cầu Máng", "Đồng Mít", "Bến Gỗ", "Dốc Đỏ"])} - ${random.pick(["Chợ Chiều", "Lò Vôi", "Gò Dưa", "Trại Mới", "Suối Bùn"])}`,
  bar: (random) =>
    random.pick(["Hương Quê", "Gió Lộng", "Bờ Kè", "Sóng Nhạc", "Đêm Vui", "Ba Miền", "Sân Vườn"]),
  clinic: (random) =>
    `${random.pick(["Bệnh viện đa khoa", "Trung tâm y tế", "Trạm y tế", "Phòng khám"])} ${random.pick(["Yên Tường", "An Lộc", "Kim Đài", "Long Điền Hạ", "Krông Lưu"])}`,
  waterworks: (random) =>
    `${random.pick(["Nhà máy nước", "Trạm cấp nước", "Công ty nước sạch"])} ${called(random)}`,
  shop: (random) =>
    `${random.pick(["đại lý vật tư", "cửa hàng giống", "trung tâm giống"])} ${called(random)}`,
  market: (random) =>
    `chợ ${random.pick(["Chiều", "Bến Gỗ", "Gò Sim", "Đầu Mối", "Trung Tâm", "Cầu Mây", "Phố Cũ"])}`,
  line: (random) =>
    `${random.pick(["110 kV", "220 kV", "500 kV"])} ${random.pick(["Hà Lương", "Yên Tường", "Bình Khê"])} - ${random.pick(["Sơn Bồng", "Krông Lưu", "Cửa Bắc"])}`,
  meter: (random) => `${random.integer(10000, 99999)}`,
  stall: (random) => `${random.integer(2, 96)}`,
  pylon: (random) => `${random.integer(3, 120)}`,
  plot: (random) =>
    `${random.pick(["A", "B", "C", "LK", "BT"])}${random.integer(1, 9)}-${random.integer(1, 48)}`,
  hamlet: (_random, place) => place.hamlet,
  office: (_random, place) => `UBND ${place.commune}`,
};

/** A fact for a slot such as `c.firm` or `o.lot`. */
export function drawValue(random: Random, slot: string, place: Place): Value {
  const name = slot.slice(2);
  const maker = makers[name];
  if (maker) return maker(random, place);
  const list = lists[name];
  if (!list) throw new Error(`no such slot: ${slot}`);
  return random.pick(list);
}
