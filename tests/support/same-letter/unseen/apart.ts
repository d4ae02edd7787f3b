import type { Random } from "@/bench/lib/random";
import {
  capitals,
  contactMissing,
  marksLost,
  otherFrame,
  type Pair,
  scan,
  shortened,
  telex,
  typedLightly,
} from "./alike";
import {
  type Draft,
  drawDraft,
  factsTold,
  fill,
  type Matter,
  newMatter,
  type Passage,
  sameCase,
  templates,
  type Written,
  writeOut,
} from "./drafts";
import type { Template } from "./matters-land";
import { drawHouse, drawPerson, type Person } from "./people";
import { drawPlace } from "./places";
import { drawManner } from "./values";

const kept = (keys: readonly string[]) => templates.filter((template) => keys.includes(template.key));
const without = (keys: readonly string[]) => templates.filter((template) => !keys.includes(template.key));
const shared = templates.filter((template) => template.shared);

/** Facts that both letters tell and that differ. */
function differing(first: Draft, second: Draft): string[] {
  const told = factsTold(first);
  return [...factsTold(second)]
    .filter(([slot, value]) => told.has(slot) && told.get(slot) !== value)
    .map(([slot]) => slot);
}

const telling =
  /\.(firm|man|woman|chief|lot|school|bar|shop|bank|clinic|decision|project|forest|youth|stall|plot|storm|canal|market)$/;

/** What happens on the way to the second office happens to other letters too. */
function handled(random: Random, written: Written, draft: Draft): Written {
  if (random.chance(0.12)) return contactMissing(random, written, draft);
  if (!random.chance(0.4)) return written;
  return random.pick([marksLost, typedLightly, telex, scan, shortened, capitals])(random, written, draft);
}

function pair(
  random: Random,
  kind: string,
  first: Draft,
  second: Draft,
  least: number,
  needsName = false,
): Pair | undefined {
  const one = writeOut(random, first);
  const other = writeOut(random, second);
  const apart = differing(first, second);
  if (apart.length < least || (needsName && !apart.some((slot) => telling.test(slot)))) return undefined;
  const letters: [Written, Written] = [
    random.chance(0.15) ? typedLightly(random, one, first) : one,
    handled(random, other, second),
  ];
  return { kind, same: false, first: letters[0], second: letters[1] };
}

/** The very words of a draft around other facts from another hand. */
function sameWords(draft: Draft, writer: Person, matter: Matter): Draft {
  return { ...draft, writer, matter };
}

/** Somebody of the hamlet, of another house and another family; of the same sex where spouses must be out of question. */
function neighbourOf(random: Random, person: Person, woman?: boolean): Person {
  for (;;) {
    const neighbour = drawPerson(random, person.place);
    const other =
      neighbour.name.split(" ")[0] !== person.name.split(" ")[0] && neighbour.house !== person.house;
    if (other && (woman === undefined || neighbour.woman === woman)) return neighbour;
  }
}

function manOf(random: Random, woman = false): Person {
  for (;;) {
    const person = drawPerson(random);
    if (person.woman === woman) return person;
  }
}

const ownSlot = /\{o\./;
const byCase = (says: readonly string[]) => says.every((text) => !ownSlot.test(text));
/** Those with enough said that is the same for every household. */
const common = shared.filter((template) => template.told.filter(byCase).length >= 2);

/** A person has only one of these at a time: a second letter would be about the same. */
const once = [
  "poor-household",
  "veteran-allowance",
  "teacher-contract",
  "water-supply",
  "power-bill",
  "hamlet-fund",
  "shared-path",
  "quarry",
];

const copied: Template = {
  key: "copied-from-the-internet",
  shared: false,
  subject: ["ĐƠN KHIẾU NẠI", "ĐƠN KHIẾU NẠI (lần đầu)"],
  told: [
    ["Người khiếu nại: {name}. Địa chỉ: {address}. Số căn cước: {id}."],
    [
      "Người bị khiếu nại: ông {o.man}, chức vụ: {c.post}. Tôi làm đơn này khiếu nại {o.decision} ngày {o.date} vì cho rằng quyết định trên là trái pháp luật, xâm phạm quyền và lợi ích hợp pháp của tôi.",
    ],
    [
      "Nội dung vụ việc: quyết định nêu trên liên quan đến {o.lot}, giá trị {o.bigmoney}. Tôi không đồng ý với nội dung quyết định vì chưa xem xét đầy đủ chứng cứ, chưa tổ chức đối thoại theo quy định.",
    ],
    [
      "Căn cứ Luật Khiếu nại năm 2011 và các văn bản hướng dẫn thi hành, công dân có quyền khiếu nại quyết định hành chính, hành vi hành chính khi có căn cứ cho rằng quyết định, hành vi đó trái pháp luật.",
    ],
    [
      "Thời hiệu khiếu nại là 90 ngày kể từ ngày nhận được quyết định hành chính hoặc biết được quyết định hành chính, hành vi hành chính.",
    ],
  ],
  asks: [
    [
      "Yêu cầu giải quyết khiếu nại: hủy bỏ toàn bộ quyết định nêu trên; khôi phục quyền và lợi ích hợp pháp cho tôi; trả lời bằng văn bản trong thời hạn luật định.",
    ],
  ],
  summary: [""],
};

const shortCores: readonly string[] = [
  "giúp cho {o.lot} của nhà tôi được đo lại vì sai {o.area}",
  "nhắc quán {c.bar} đừng mở loa khuya",
  "sửa giúp bóng đèn đường chỗ {o.landmark} bị cháy",
  "xem lại tiền điện kỳ {o.month} của tôi {o.smallmoney}",
  "cho người dọn đống {o.stuff} đổ ở {o.landmark}",
  "trả lại {o.machine} đang bị giữ từ {o.date}",
  "kiểm tra nước giếng ở {o.field} bị {o.colour}",
  "cho con tôi là {o.youth} vào học {o.school}",
  "xử lý trại {o.animal} của ông {o.man} xả ra {o.stream}",
  "nói với {c.firm} trả {o.few} tháng lương cho tôi",
  "tìm giúp hồ sơ thương binh {o.unit} của tôi",
  "cấp tiền hỗ trợ bão {c.storm}, nhà tôi đổ {o.building}",
  "cho xin lại sổ hộ nghèo, tôi bị {o.illness}",
  "mở lại mương {c.canal} cho ruộng {o.crop} thoát nước",
];
const shortFrames: readonly (readonly [string, string])[] = [
  [
    "Tôi xin kính chào và chúc sức khỏe quý lãnh đạo. Tôi kính mong quý lãnh đạo bớt chút thời gian quý báu xem xét,",
    "Tôi xin trân trọng cảm ơn và mong sớm nhận được hồi âm của quý lãnh đạo.",
  ],
  [
    "Em chào anh chị ạ. Em xin phép làm phiền anh chị chút xíu, nhờ anh chị thương tình",
    "Em cảm ơn anh chị rất nhiều ạ, chúc anh chị nhiều sức khỏe và công tác tốt.",
  ],
  [
    "Kính thưa các đồng chí. Tôi viết mấy dòng này kính mong các đồng chí quan tâm",
    "Tôi xin chân thành cảm ơn các đồng chí, kính chúc các đồng chí mạnh khỏe, hạnh phúc.",
  ],
];

function shortLetter(
  random: Random,
  core: string,
  frame: readonly [string, string],
  writer: Person,
  told: readonly string[] = [],
): Draft {
  const template: Template = {
    key: "short",
    shared: false,
    subject: ["Đơn đề nghị", "Đơn kiến nghị", "Kính nhờ"],
    told: [[core], ...told.map((text) => [text])],
    asks: [],
    summary: [],
  };
  const draft = drawDraft(random, { writer, template, register: "formal" });
  const passages: Passage[] = [{ part: "told", says: [`${frame[0]} ${core}. ${frame[1]}`], wording: 0 }];
  return { ...draft, heading: "", recipient: "", introduction: "", closing: "", passages };
}

/** Facts carried over from one matter to another of the same template. */
function carrying(matter: Matter, slots: readonly string[], place = matter.place): Matter {
  const next = newMatter(matter.template, place);
  for (const slot of slots) {
    const side = slot.startsWith("c.") ? "c" : "o";
    const value = matter.facts[side].get(slot);
    if (value !== undefined) next.facts[side].set(slot, value);
  }
  return next;
}

const targets = ["c.firm", "c.chief", "c.school", "c.waterworks", "c.shop", "c.bar"];
const withTarget = templates.filter((template) =>
  targets.some((slot) => JSON.stringify(template.told).includes(slot)),
);

export const apartKinds: Record<string, (random: Random) => Pair | undefined> = {
  "same-person-other-kind": (random) => {
    const first = drawDraft(random);
    const template = random.pick(templates.filter((other) => other !== first.matter.template));
    const second = drawDraft(random, { writer: first.writer, template, register: first.register });
    return pair(random, "same-person-other-kind", first, second, 0);
  },
  "same-person-same-kind": (random) => {
    const first = drawDraft(random, { template: random.pick(without(once)), full: true });
    const matter = newMatter(first.matter.template, first.writer.place);
    const second = random.chance(0.5)
      ? sameWords(first, first.writer, matter)
      : drawDraft(random, { writer: first.writer, matter, full: true, register: first.register });
    return pair(random, "same-person-same-kind", first, second, 4, true);
  },
  "same-case-own-facts": (random) => {
    const first = drawDraft(random, { template: random.pick(shared), full: random.chance(0.6) });
    const neighbour = neighbourOf(random, first.writer, first.writer.woman);
    const second = sameWords(first, neighbour, sameCase(first.matter));
    return pair(
      random,
      "same-case-own-facts",
      first,
      random.chance(0.3) ? otherFrame(random, second) : second,
      2,
    );
  },
  "same-case-name-only": (random) => {
    const writer = manOf(random);
    const drawn = drawDraft(random, { writer, template: random.pick(common), full: true });
    const subject = drawn.matter.template.subject.filter((text) => !ownSlot.test(text));
    const first: Draft = {
      ...drawn,
      subject: random.pick(subject.length > 0 ? subject : [""]),
      passages: drawn.passages.filter((passage) => passage.part !== "told" || byCase(passage.says)),
      addressManner: { ...drawn.addressManner, house: random.chance(0.3) },
    };
    const neighbour = neighbourOf(random, writer, false);
    const made = pair(random, "same-case-name-only", first, sameWords(first, neighbour, first.matter), 0);
    if (!made) return undefined;
    const noId = random.chance(0.6);
    return noId
      ? { ...made, first: { ...made.first, idNumber: "" }, second: { ...made.second, idNumber: "" } }
      : made;
  },
  "neighbours-against-each-other": (random) => {
    const women = random.chance(0.35);
    const writer = manOf(random, women);
    const [template] = kept([women ? "shared-path" : "boundary"]);
    if (!template) return undefined;
    const neighbour = neighbourOf(random, writer, women);
    const accused = women ? "o.woman" : "o.man";
    const mine = newMatter(template, writer.place);
    mine.facts.o.set(accused, neighbour.name);
    const first = drawDraft(random, { writer, matter: mine, full: true });
    writeOut(random, first);
    const carried = [
      "o.date",
      "o.tree",
      "o.few",
      "o.landmark",
      "o.kin",
      ...(women ? [] : ["o.woman"]),
      ...(random.chance(0.5) ? ["o.small", "o.length"] : []),
    ];
    const theirs = carrying(mine, carried);
    theirs.facts.o.set(accused, writer.name);
    const drawn = random.chance(0.6)
      ? sameWords(first, neighbour, theirs)
      : drawDraft(random, { writer: neighbour, matter: theirs, full: true });
    const answer: Passage = {
      part: "told",
      says: [
        `Việc ${writer.woman ? "bà" : "ông"} ${writer.name} làm đơn nói gia đình tôi sai là vu khống, chính bên ấy mới là người vi phạm.`,
      ],
      wording: 0,
    };
    const second = random.chance(0.5) ? { ...drawn, passages: [...drawn.passages, answer] } : drawn;
    return pair(random, "neighbours-against-each-other", first, second, 1);
  },
  "same-name-other-person": (random) => {
    const first = drawDraft(random);
    const namesake = {
      ...drawPerson(random, random.chance(0.3) ? first.writer.place : drawPlace(random)),
      name: first.writer.name,
      woman: first.writer.woman,
    };
    const matter = newMatter(
      random.chance(0.6) ? first.matter.template : random.pick(templates),
      namesake.place,
    );
    const close = matter.template === first.matter.template;
    const second =
      close && random.chance(0.5)
        ? sameWords(first, namesake, matter)
        : drawDraft(random, { writer: namesake, matter, register: first.register });
    return pair(random, "same-name-other-person", first, second, close ? 2 : 0, close);
  },
  "copied-form-letter": (random) => {
    const writer = drawPerson(random);
    const first = drawDraft(random, { writer, template: copied, register: "formal", full: true });
    const other = random.chance(0.4) ? neighbourOf(random, writer) : drawPerson(random);
    const second = sameWords(first, other, newMatter(copied, other.place));
    const manner = random.chance(0.5) ? drawManner(random) : first.manner;
    return pair(random, "copied-form-letter", first, { ...second, manner }, 3);
  },
  "same-target-other-story": (random) => {
    const first = drawDraft(random, { template: random.pick(withTarget), full: true });
    writeOut(random, first);
    const other = random.chance(0.5) ? neighbourOf(random, first.writer) : drawPerson(random);
    const matter = carrying(first.matter, [...targets, "c.product", "c.project", "c.post"], other.place);
    const second = random.chance(0.5)
      ? sameWords(first, other, matter)
      : drawDraft(random, { writer: other, matter, full: true });
    return pair(random, "same-target-other-story", first, second, 2);
  },
  "spouses-different-matters": (random) => {
    const first = drawDraft(random, { register: random.pick(["formal", "angry", "text"]) });
    const writer = first.writer;
    const spouse: Person = {
      ...writer,
      name: writer.spouse,
      spouse: writer.name,
      woman: !writer.woman,
      born: writer.born + random.integer(-4, 4),
      idNumber: drawPerson(random).idNumber,
      phone: random.chance(0.6) ? writer.phone : drawPerson(random).phone,
    };
    const template =
      random.chance(0.35) && !once.includes(first.matter.template.key)
        ? first.matter.template
        : random.pick(templates.filter((other) => other !== first.matter.template));
    const close = template === first.matter.template;
    const second = drawDraft(random, { writer: spouse, template, register: first.register, full: close });
    return pair(random, "spouses-different-matters", first, second, close ? 4 : 0, close);
  },
  "two-decisions-two-lots": (random) => {
    const first = drawDraft(random, {
      template: random.pick(kept(["recovered-land-price", "demolished-house"])),
      full: true,
    });
    writeOut(random, first);
    const matter = carrying(first.matter, [
      ...(random.chance(0.5) ? ["c.project"] : []),
      ...(random.chance(0.4) ? ["c.man", "o.man"] : []),
      ...(random.chance(0.4) ? ["c.field", "o.fruit", "o.year"] : []),
    ]);
    const made = pair(random, "two-decisions-two-lots", first, sameWords(first, first.writer, matter), 3);
    return made;
  },
  "short-and-polite": (random) => {
    const writer = drawPerson(random);
    const other = random.chance(0.6)
      ? neighbourOf(random, writer)
      : random.chance(0.5)
        ? drawPerson(random)
        : writer;
    const frame = random.pick(shortFrames);
    const core = random.pick(shortCores);
    const next = random.pick(shortCores.filter((text) => text !== core));
    return pair(
      random,
      "short-and-polite",
      shortLetter(random, core, frame, writer),
      shortLetter(random, next, frame, other),
      0,
    );
  },
  "same-kind-strangers": (random) => {
    const first = drawDraft(random, { full: random.chance(0.5) });
    const other = drawPerson(random);
    const matter = newMatter(first.matter.template, other.place);
    const second = random.chance(0.5)
      ? sameWords(first, other, matter)
      : drawDraft(random, { writer: other, matter, register: first.register });
    return pair(random, "same-kind-strangers", first, second, 2);
  },
  "same-hamlet-other-kind": (random) => {
    const first = drawDraft(random);
    const neighbour = { ...neighbourOf(random, first.writer), house: drawHouse(random) };
    const template = random.pick(templates.filter((other) => other !== first.matter.template));
    return pair(
      random,
      "same-hamlet-other-kind",
      first,
      drawDraft(random, { writer: neighbour, template, register: first.register }),
      0,
    );
  },
  "summary-of-another": (random) => {
    const first = drawDraft(random, { full: true });
    writeOut(random, first);
    const way = random.integer(0, 2);
    const again = way === 0 && !once.includes(first.matter.template.key);
    const neighbour = way === 1 && first.matter.template.shared;
    const person = neighbour ? neighbourOf(random, first.writer, first.writer.woman) : first.writer;
    const template = random.pick(templates.filter((other) => other !== first.matter.template));
    const matter = neighbour
      ? sameCase(first.matter)
      : newMatter(again ? first.matter.template : template, person.place);
    const drawn = drawDraft(random, { writer: person, matter, full: true, register: "formal" });
    const says = random.pick(matter.template.summary);
    const second: Draft = {
      ...drawn,
      subject: random.chance(0.5) ? "" : drawn.subject,
      heading: "",
      recipient: "",
      introduction: "",
      closing: "",
      passages: [{ part: "told", says: [says], wording: 0 }],
    };
    return pair(random, "summary-of-another", first, second, again ? 2 : neighbour ? 1 : 0, again);
  },
  "neighbour-half-without-marks": (random) => {
    const drawn = drawDraft(random, { template: random.pick(shared), full: true });
    const first = { ...drawn, addressManner: { ...drawn.addressManner, house: true } };
    const neighbour = neighbourOf(random, first.writer);
    const passages = first.passages.filter((passage) =>
      passage.says.some((text) => ownSlot.test(text)) ? true : random.chance(0.4),
    );
    const second = { ...sameWords(first, neighbour, sameCase(first.matter)), passages };
    const made = pair(random, "neighbour-half-without-marks", first, second, 2);
    return made && { ...made, second: marksLost(random, made.second, second) };
  },
  "accused-defends-himself": (random) => {
    const [template] = kept(["bribe"]);
    if (!template) return undefined;
    const first = drawDraft(random, { template, full: true });
    const accused = { ...manOf(random), place: first.writer.place };
    first.matter.facts.c.set("c.chief", accused.name);
    writeOut(random, first);
    const says = [
      `Tôi là {c.post}, nay bị ${first.writer.woman ? "bà" : "ông"} ${first.writer.name} vu cáo nhận {o.money} để làm {o.paper}.`,
      "Ngày {o.date} tôi có mặt ở {o.venue} nhưng không nhận bất kỳ khoản tiền nào, bà {o.woman} có thể xác nhận điều đó.",
      "Việc bịa đặt này làm ảnh hưởng đến danh dự, uy tín của tôi và gia đình.",
      "Đề nghị làm rõ, minh oan cho tôi và xử lý người vu khống.",
    ];
    const drawn = drawDraft(random, { writer: accused, matter: first.matter, register: "formal" });
    const second: Draft = {
      ...drawn,
      subject: fill(random, "Đơn đề nghị minh oan", drawn),
      passages: says.map((text): Passage => ({ part: "told", says: [text], wording: 0 })),
    };
    return pair(random, "accused-defends-himself", first, second, 0);
  },
};
