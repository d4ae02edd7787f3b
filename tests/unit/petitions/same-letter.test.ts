import { describe, expect, test } from "vitest";
import { randomFrom } from "@/bench/lib/random";
import { compare, compareContent } from "@/lib/petitions/same-letter/compare";
import { shortened, spread } from "@/lib/petitions/same-letter/folding";
import { familyNames, ownThings } from "@/lib/petitions/same-letter/household";
import { numbersOf } from "@/lib/petitions/same-letter/numbers";
import { packLists } from "@/lib/petitions/same-letter/pack";
import { properNames } from "@/lib/petitions/same-letter/proper-names";
import { comparable } from "@/lib/petitions/same-letter/sealed-text";
import { keyedLetter, packSketch, unpackSketch } from "@/lib/petitions/same-letter/sketch";
import { houseNumbers, traitsOf } from "@/lib/petitions/same-letter/traits";
import type { Written } from "@/tests/support/same-letter/letters";
import { drawPairs, type Pair } from "@/tests/support/same-letter/noise";
import { drawPostPairs, postKinds } from "@/tests/support/same-letter/posts";
import { drawThirdPairs } from "@/tests/support/same-letter/third";
import { drawUnseenPairs } from "@/tests/support/same-letter/unseen";
import { drawVisitPairs } from "@/tests/support/same-letter/visits";

const key = Buffer.alloc(32, 7);

const foldText = (text: string) => shortened(spread(text));
const sketchOf = (letter: Written, by = key) => keyedLetter(letter, by).sketch;

type Judged = { recall: number; precision: number; wrong: Map<string, number> };

function judge(pairs: readonly Pair[]): Judged {
  const wrong = new Map<string, number>();
  let [found, missed, mistaken] = [0, 0, 0];
  for (const { kind, same, first, second } of pairs) {
    const said = compare(sketchOf(first), sketchOf(second)).same;
    if (said && same) found += 1;
    if (!said && same) missed += 1;
    if (said && !same) mistaken += 1;
    if (said !== same) wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
  }
  return { recall: found / (found + missed), precision: found / (found + mistaken), wrong };
}

describe("what is compared", () => {
  test.each([
    ["Ủy ban nhân dân", "UBND"],
    ["Giấy chứng nhận quyền sử dụng đất", "GCN QSDĐ"],
    ["không được", "ko đc"],
    ["đất đai", "ddaast ddai"],
    ["quyết định của người dân", "quye61t d9i5nh cu3a nguo72i da6n"],
  ])("%s is %s", (one, two) => {
    expect(foldText(one)).toBe(foldText(two));
  });

  test.each([
    ["1,2 tỷ đồng", "1.200.000.000 đ"],
    ["2 triệu 370 nghìn", "2.370.000"],
    ["42 triệu rưỡi", "42,5 triệu"],
    ["ngày 05 tháng 3 năm 2024", "5/3/2024"],
    ["hai trăm ba mươi lăm mét vuông", "235 m2"],
    ["0,25 ha", "2.500 m²"],
    ["số 12O4", "số 1204"],
  ])("the number of %s is that of %s", (one, two) => {
    expect(numbersOf(one)).toEqual(numbersOf(two));
    expect(numbersOf(one)).toHaveLength(1);
  });

  test.each(["lớp 6B", "QL5", "thửa 318b", "m2", "số A12"])("%s is no word of a VNI keyboard", (text) => {
    expect(foldText(text)).toMatch(/\d/);
  });

  const own = { fullName: "Vi Thị Sen", address: "số 42, bản Nặm, xã Tân Sơn" };
  test.each([
    [
      "Tôi là Vi Thị Sen ở bản Nặm, xã Tân Sơn. Ông Trần Văn Gấm rào ngõ tại cống Ba Cửa.",
      ["tran gam", "ba cua"],
    ],
    ["KÍNH GỬI: UBND TỈNH\nBÀ TRẦN THỊ GẤM RÀO NGÕ", ["tran gam"]],
    ["bà trần thị gấm rào ngõ", ["tran gam"]],
    ["Kính gửi: Chủ tịch Lê Minh Trí\nĐề nghị Ủy ban Nhân dân giải quyết", []],
  ])("whom %s names", (content, names) => {
    const found = properNames(content, own);
    expect(names.length === 0 ? found : names.filter((name) => !found.includes(name))).toEqual([]);
  });

  test("of one's own house and telephone nothing is said of the matter; of a letter that denounces nobody's name is kept", () => {
    const letter = {
      ...own,
      phone: "0912345678",
      idNumber: "025180000111",
      subject: "Rào ngõ",
      content: "Tôi ở số 42, máy 0912345678, số căn cước 025180000111. Ông Trần Văn Gấm rào ngõ rộng 35 dm.",
    };
    expect(traitsOf(letter).numbers).toEqual(["35"]);
    expect(traitsOf(letter).others).toContain("tran gam");
    expect(traitsOf(comparable([letter], letter, true)).others).toEqual([]);
  });

  test("a telephone and a house in any way of writing", () => {
    const blank = { fullName: "", address: "", phone: "", idNumber: "", subject: "", content: "" };
    const phoneOf = (phone: string) => traitsOf({ ...blank, phone }).phone;
    expect(["+84 912 345 678", "0912.345.678", "84912345678"].map(phoneOf)).toEqual(
      Array(3).fill("0912345678"),
    );
    expect(houseNumbers("Số 12, ngõ 5, xã Tân Sơn")).toEqual(["12"]);
    expect(houseNumbers("khu 4, xã Tân Sơn")).toEqual([]);
  });
});

describe("the same letter", () => {
  test("of the generator it was fitted to", () => {
    const { recall, precision } = judge(drawPairs(randomFrom(3), 22 * 10));
    expect(recall).toBeGreaterThan(0.97);
    expect(precision).toBeGreaterThan(0.97);
  });

  test("of a generator written by somebody who has not seen the comparison", () => {
    const { recall, precision } = judge(drawUnseenPairs(randomFrom(11), 40 * 8));
    expect(recall).toBeGreaterThan(0.95);
    expect(precision).toBeGreaterThan(0.94);
  });

  test("of a generator written after the comparison was fitted", () => {
    const { recall, precision } = judge(drawThirdPairs(randomFrom(31), 20 * 12));
    expect(recall).toBeGreaterThan(0.97);
    expect(precision).toBeGreaterThan(0.97);
  });

  test("of what is said at the desk and noted by clerks", () => {
    const { recall, precision } = judge(drawVisitPairs(randomFrom(41), 22 * 10));
    expect(recall).toBeGreaterThan(0.97);
    expect(precision).toBeGreaterThan(0.93);
  });

  test("of letters by post, in frames people copy, from hamlets without house numbers", () => {
    const { recall, precision } = judge(drawPostPairs(randomFrom(51), postKinds * 6));
    expect(recall).toBeGreaterThan(0.97);
    expect(precision).toBeGreaterThan(0.95);
  });

  test.each([
    ["Mẹ tôi là bà Nông Thị Bưởi nhờ tôi gửi đơn này.", ["nong buoi"]],
    ["Tôi là Vi Văn Sáng, con của bà Nông Thị Bưởi, viết thay mẹ tôi.", ["vi sang", "nong buoi"]],
    ["toi la vi duc sang, viet thay me toi", ["vi sang"]],
    ["Ông Trần Văn Gấm rào ngõ, mẹ tôi vừa mổ tim.", []],
  ])("whom of a family %s names", (text, names) => {
    const found = familyNames(text);
    expect(names.filter((name) => !found.includes(name))).toEqual([]);
    expect(found).not.toContain("tran gam");
  });

  test("what is one household's own is in a sentence of one, not of many", () => {
    expect(ownThings("Thửa đất số 942 của gia đình tôi bị lấn. Thửa 17 của xã thì chúng tôi giữ.")).toEqual([
      "942",
    ]);
    expect(ownThings("Căn hộ số 609 của tôi, mã khách hàng 3071.")).toEqual(["609", "3071"]);
  });

  const household = { address: "thôn Hạ, xã Đông Sơn", idNumber: "", subject: "Đo lại thửa 942" };
  const lot =
    "Thửa đất số 942, tờ bản đồ 24, diện tích 3.781 m2 của gia đình tôi bị đo thiếu 126 m2 ngày 14/6/2025. Bà Sầm Thị Lụa cán bộ địa chính hẹn đo lại mà không đến, hồ sơ nộp từ 26/3/2025.";
  const wife = { ...household, fullName: "Bùi Thị Mai", phone: "0983687283", content: lot };

  test.each([
    ["the husband, with another telephone, of their own lot", "Đỗ Hữu Hùng", "0958728775", lot, true],
    [
      "a neighbour, of a lot of his own",
      "Đỗ Hữu Hùng",
      "0958728775",
      lot.replace("942", "518").replace("126", "77").replace("14/6", "3/9"),
      false,
    ],
    [
      "a sister in the house, by the name alone another",
      "Bùi Thị Hồng",
      "0958728775",
      "Đường thôn Hạ ngập từ ngày 2/7/2025, đề nghị khơi cống dài 35 m.",
      false,
    ],
  ])("from %s", (_, fullName, phone, content, same) => {
    const other = { ...household, fullName, phone, content };
    expect(compare(sketchOf(wife), sketchOf(other)).same).toBe(same);
  });

  test("courtesy and the frame of a letter are no matter", () => {
    const thanks =
      "Kính mong quý cơ quan xem xét, giải quyết. Tôi xin chân thành cảm ơn và cam đoan lời trình bày trên là đúng sự thật.";
    const of = (subject: string) => ({ ...wife, subject, content: `${subject}. ${thanks}` });
    expect(traitsOf({ ...wife, subject: "", content: thanks }).matter).toEqual([]);
    expect(compare(sketchOf(of("Tiếng ồn quán hát")), sketchOf(of("Đường điện cũ nát"))).same).toBe(false);
    expect(
      traitsOf({ ...wife, subject: "", content: "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh" }).matter,
    ).toEqual([]);
  });

  test("a date in a sealed letter is the date of the plain one", () => {
    const sealedWife = comparable([wife], wife, true);
    expect(traitsOf(sealedWife).numbers).toEqual(traitsOf(wife).numbers);
    expect(sealedWife.content).not.toContain("Bùi");
  });

  test("is found by equality of its marks", () => {
    const same = drawUnseenPairs(randomFrom(21), 40 * 3).filter((pair) => pair.same);
    const unfound = same.filter(({ first, second }) => {
      const marksOf = (letter: Written) => {
        const { petitionerMarks, matterMarks } = keyedLetter(letter, key);
        return [...petitionerMarks, ...matterMarks];
      };
      const marks = new Set(marksOf(first));
      return !marksOf(second).some((mark) => marks.has(mark));
    });
    expect(unfound.length / same.length).toBeLessThan(0.02);
  });

  test("keyed numbers of two tenants say nothing about each other", () => {
    const letter = drawUnseenPairs(randomFrom(1), 1)[0]?.first;
    if (!letter) throw new Error("no letter");
    const [one, two] = [sketchOf(letter), sketchOf(letter, Buffer.alloc(32, 8))];
    expect(one.matter.filter((piece) => two.matter.includes(piece))).toEqual([]);
    expect(compare(one, two).same).toBe(false);
  });

  test("a sketch is read as it was written", () => {
    const letter = drawUnseenPairs(randomFrom(2), 1)[0]?.first;
    if (!letter) throw new Error("no letter");
    const packed = packSketch(sketchOf(letter));
    expect(unpackSketch(packed.petitioner, packed.matter)).toEqual(sketchOf(letter));
    expect(unpackSketch(null, packed.matter)).toMatchObject({ name: [], phone: [], place: [] });
    // One of before names were kept.
    expect(unpackSketch(null, packLists([[1, 2], [3]]))).toMatchObject({
      matter: [1, 2],
      numbers: [3],
      others: [],
    });
  });
});

describe("a letter that denounces", () => {
  const denunciation = {
    fullName: "Khổng Thị Mơ",
    address: "xóm Vực, xã Mỹ Lung",
    phone: "0977123456",
    idNumber: "025190009876",
    subject: "Tố cáo cán bộ địa chính thu tiền sai quy định",
    content: `Tôi là Khổng Thị Mơ, ở xóm Vực, xã Mỹ Lung. Ngày 12/3/2026 ông cán bộ địa chính xã thu của 14 hộ dân mỗi hộ 3.500.000 đồng
      mà không có biên lai, nói là tiền đo đạc. Khi các hộ hỏi thì ông trả lời sẽ làm sổ sau, đến nay đã bảy tháng vẫn không có sổ.
      Chúng tôi đã hỏi ủy ban xã hai lần, lần nào cũng được hẹn. Tôi đề nghị kiểm tra việc thu tiền, buộc trả lại cho các hộ dân và xử lý
      người thu theo quy định của pháp luật, đồng thời giữ bí mật tên tuổi của tôi vì ông này ở cùng xóm với gia đình tôi.`,
  };
  const sealed = sketchOf(comparable([denunciation], denunciation, true));

  test("is the same as one that says the same, whoever sent it", () => {
    const again = { ...denunciation, fullName: "", address: "", phone: "", idNumber: "" };
    expect(compareContent(sketchOf(comparable([again], again, true)), sealed).same).toBe(true);
  });

  test.each([
    "Khổng Thị Mơ",
    "Tôi là Khổng Thị Mơ, ở xóm Vực, xã Mỹ Lung.",
    "Khổng Thị Mơ xóm Vực xã Mỹ Lung 0977123456 025190009876 ".repeat(20),
    "Tôi là Khổng Thị Mơ, ở xóm Vực, xã Mỹ Lung, tố cáo cán bộ địa chính xã thu tiền của các hộ dân không có biên lai.",
  ])("is not told to who types %s", (content) => {
    const asked = { ...denunciation, subject: content.slice(0, 300), content };
    expect(compareContent(sketchOf(asked), sealed).same).toBe(false);
  });
});
