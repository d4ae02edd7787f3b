import { foldVietnamese } from "../identity/person";
import { foldTelex } from "./folding";

/**
 * The proper names of a text: people complained of, fields, firms, schools. Told again in other words, or in a line of a clerk, a
 * matter keeps them; and two matters of one kind, written from one template, differ in them. Each name is a few pairs of its
 * syllables: the last two, and the first with the last, so that one wrong syllable leaves the other pair; "Văn" and "Thị" tell nobody.
 */
export function properNames(text: string, own: { fullName: string; address: string }): string[] {
  const body = text.replace(recipients, "\n");
  const runs = isCapitalised(body) ? capitalised(body) : led(body);
  const others = runs.map((run) => run.map(plain)).filter((run) => run.length > 1);
  const mine = new Set(plainWords(`${own.fullName} ${own.address}`));
  return [...new Set(others.flatMap(namePairs))].filter((pair) => {
    const [one = "", two = ""] = pair.split(" ");
    return !(mine.has(one) && mine.has(two)) && !(everybodys.has(one) && everybodys.has(two));
  });
}

/** To whom it is written says nothing of the matter. */
const recipients = /(?:^|\n)\s*(?:kính gửi|kinh gui)[^\n]*(?:\n\s*[-–+•][^\n]*)*/gi;

const plain = (word: string) => foldTelex(foldVietnamese(word).replaceAll(" ", ""));
const plainWords = (text: string) => foldVietnamese(text).split(" ").map(foldTelex);

/** The pairs of syllables a name is kept as. */
export function namePairs(run: readonly string[]): string[] {
  if (run.length < 2) return [];
  const [last, before, first] = [run.at(-1) ?? "", run.at(-2) ?? "", run[0] ?? ""];
  if (run.length === 3 && (before === "van" || before === "thi")) return [`${first} ${last}`];
  return run.length > 2 ? [`${before} ${last}`, `${first} ${last}`] : [`${before} ${last}`];
}

/** Capitals tell names only where not all letters are capitals, and not all small. */
function isCapitalised(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}\p{Ll}*$/u.test(word)).length;
  const shouted = words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length;
  return shouted < words.length / 2 && capital >= Math.max(2, words.length / 40);
}

const word = "\\p{Lu}[\\p{L}\\d]*";
const run = new RegExp(`(?<![\\p{L}\\d])${word}(?:[ ]${word})+`, "gu");
/** Words that begin a sentence or a name and are none of it; with their marks, since "Ba" and "Trần" are names where "Bà" is not. */
const leading = new Set(
  "ông ong bà anh chị cô chú bác cụ em thầy tôi toi ngày ngay tại tai theo khi nay nhà sĩ công ty tnhh mtv xã phường huyện quận tỉnh thành phố ủy ban nhân dân ubnd trường dự án".split(
    " ",
  ),
);

function capitalised(text: string): string[][] {
  return (text.match(run) ?? []).map((found) => {
    const words = found.split(" ");
    while (words.length > 1 && leading.has((words[0] ?? "").toLowerCase())) words.shift();
    return words;
  });
}

/** Without capitals a name is what follows a title, a kind of place or a family name; how long it is, nobody knows. */
function led(text: string): string[][] {
  const words = plainWords(text);
  return words.flatMap((each, at) => {
    const isFamily = families.has(each);
    if (!isFamily && !cues.has(each)) return [];
    const from = isFamily ? at : at + 1;
    return [2, 3, 4].map((length) => words.slice(from, from + length)).filter((found) => found.length > 1);
  });
}

const cues = new Set(
  "ong ba anh chi co chu bac thay xa phuong thon xom ban ap khu truong cho cau duong dong ngo quan tram an ty gieng bai ho nui suoi kenh hang".split(
    " ",
  ),
);
const families = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh mai trinh luong ta cao ha dao doan vuong lam luu quach chu lo giang quang sung ma mua hau trieu nong".split(
    " ",
  ),
);
/** Of official phrases and of every second name. */
const everybodys = new Set(
  "cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc don de nghi khieu nai to cao kien phan anh uy ban nhan dan ubnd hdnd hoi dong doan dai bieu quoc thanh tra tinh huyen phuong thanh pho van phong so nha nuoc dang luat quyet dinh can cuoc nguyen tran le pham hoang thi kinh gui trung uong chinh phu".split(
    " ",
  ),
);
