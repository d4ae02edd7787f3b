import { spread } from "./folding";

/**
 * The frame of a letter: motto, addressee, who writes and where they live, "I kindly ask, and vouch for what I said". Everybody copies it,
 * so that two letters of one person on two matters share it, and two short ones little else: it is no part of the matter.
 */
export function withoutFrame(text: string, own: { fullName: string; address: string }): string[] {
  const mine = new Set(spread(`${own.fullName} ${own.address}`));
  return sentencesOf(text)
    .map(spread)
    .filter((words) => !isFrame(words, mine))
    .flat();
}

export function sentencesOf(text: string): string[] {
  return text.split(/[\n!?;]+|\.(?=\s|$)/).filter((sentence) => sentence.trim() !== "");
}

/** So much of a sentence are words of the frame; a slip of the keys or a stain in every fifth changes nothing. */
const mostly = 0.75;

function isFrame(all: readonly string[], mine: ReadonlySet<string>): boolean {
  const words = all.filter((word) => !/\d/.test(word));
  if (
    words.length <= longestAddressee &&
    words[0] === "kinh" &&
    (words[1] === "gui" || words[1] === "chuyen")
  )
    return true;
  const known = words.filter((word) => frame.has(word) || mine.has(word));
  return words.length > 0 && known.length >= mostly * words.length;
}

/** Longer, it is a letter whose lines are lost, and not its first one alone. */
const longestAddressee = 24;

const frame = new Set(
  spread(
    `cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc don khieu nai kien nghi phan anh ve viec v kinh gui mong quy co quan
    cac cap vi dong chi lanh dao tinh xem xet quan tam giai quyet chi dao som nhan duoc su giup do hoi am tra loi xin chan thanh cam on
    cam doan loi trinh bay noi dung neu o tren la dung su that va neu sai toi hoan toan chiu trach nhiem truoc phap luat nhung dieu da
    tran trong bieu chao rat nay lam viet don voi nhu sau dat dat day de gia dinh nhan dan yen tam on dinh cuoc song lao dong san xuat
    thau tinh dat ly ten tuoi nghe nghiep sinh nam so can cuoc cong dan cccd cmnd ngay cap noi thuong tru hien ngu tai dia chi dien thoai
    nguoi ky ghi ro ho den toi cho chung minh bang theo quy dinh cua thoa dang kip thoi xac minh hoc viec gi thay mat`,
  ),
);
