import type { Random } from "@/bench/lib/random";
import { drawPlace, type Place } from "./places";

export type Person = {
  name: string;
  woman: boolean;
  /** The husband or the wife, and a grown child: they send letters about the same matter. */
  spouse: string;
  child: string;
  born: number;
  /** Ten digits, 0 first. */
  phone: string;
  /** Twelve digits. */
  idNumber: string;
  house: string;
  place: Place;
};

const surnames = [
  "Nguyễn",
  "Nguyễn",
  "Nguyễn",
  "Trần",
  "Trần",
  "Lê",
  "Lê",
  "Phạm",
  "Phạm",
  "Hoàng",
  "Vũ",
  "Võ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Ngô",
  "Dương",
  "Lý",
  "Hà",
  "Lò",
  "Quàng",
  "Lường",
  "Đinh",
  "Trịnh",
  "Mai",
  "Phan",
  "Cao",
  "Tạ",
  "Giàng",
  "Chu",
];
const middleMen = [
  "Văn",
  "Văn",
  "Văn",
  "Đức",
  "Hữu",
  "Xuân",
  "Quang",
  "Đình",
  "Công",
  "Minh",
  "Trọng",
  "Bá",
  "Viết",
  "Thanh",
];
const middleWomen = ["Thị", "Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Kim", "Thu", "Thị Bích"];
const men = [
  "Hùng",
  "Dũng",
  "Thắng",
  "Toản",
  "Khôi",
  "Lượng",
  "Tuyên",
  "Bảy",
  "Sáu",
  "Tâm",
  "Phúc",
  "Quyết",
  "Chiến",
  "Nghĩa",
  "Hải",
  "Sơn",
  "Thịnh",
  "Vinh",
  "Cường",
  "Đạt",
  "Khánh",
  "Long",
  "Tiến",
  "Trường",
  "Việt",
  "Tính",
  "Bền",
  "Ổn",
  "Hợi",
];
const women = [
  "Hoa",
  "Lan",
  "Huệ",
  "Thắm",
  "Mận",
  "Đào",
  "Nhung",
  "Loan",
  "Oanh",
  "Tuyết",
  "Yến",
  "Hằng",
  "Hạnh",
  "Thủy",
  "Nga",
  "Xuyến",
  "Gấm",
  "Lụa",
  "Bưởi",
  "Sáu",
  "Hường",
  "Duyên",
  "Liên",
  "Thoa",
  "Vân",
  "Mỵ",
  "Chắp",
  "Lành",
  "Tươi",
];

export function drawMan(random: Random, surname = random.pick(surnames)): string {
  return `${surname} ${random.pick(middleMen)} ${random.pick(men)}`;
}

export function drawWoman(random: Random, surname = random.pick(surnames)): string {
  return `${surname} ${random.pick(middleWomen)} ${random.pick(women)}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.integer(0, 9)).join("");
}

export function drawHouse(random: Random): string {
  const number = random.integer(1, 320);
  return random.chance(0.2) ? `${number}${random.pick(["A", "B", "/4", "/17"])}` : `${number}`;
}

export function drawPerson(random: Random, place = drawPlace(random)): Person {
  const woman = random.chance(0.42);
  const surname = random.pick(surnames);
  const born = random.integer(1945, 1992);
  const husband = drawMan(random, woman ? undefined : surname);
  const spouse = woman ? husband : drawWoman(random);
  const family = husband.split(" ")[0];
  return {
    name: woman ? drawWoman(random, surname) : husband,
    woman,
    spouse,
    child: random.chance(0.6) ? drawMan(random, family) : drawWoman(random, family),
    born,
    phone: `0${random.pick(["32", "35", "36", "38", "70", "77", "83", "86", "88", "90", "91", "94", "97", "98"])}${digits(random, 7)}`,
    idNumber: `0${random.pick(["01", "19", "25", "36", "40", "66"])}${woman ? 1 : 0}${String(born).slice(2)}${digits(random, 6)}`,
    house: drawHouse(random),
    place,
  };
}
