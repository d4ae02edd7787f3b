import type { Random } from "@/bench/lib/random";
import {
  type Draft,
  drawDraft,
  drawFillers,
  factsTold,
  fill,
  type Passage,
  shuffled,
  type Wish,
  type Written,
  writeOut,
} from "./drafts";
import {
  abbreviated,
  loose,
  scanned,
  shouted,
  telexLeftovers,
  typingErrors,
  withoutMarks,
  withSynonyms,
} from "./noise";
import { additions, closings, introductions, recipients, reminders } from "./phrases";
import { otherManner } from "./values";

type DraftChange = (random: Random, draft: Draft) => Draft;
type WrittenChange = (random: Random, written: Written, draft: Draft) => Written;

/** One way in which a second letter of the same matter from the same home differs from the first. */
type Change = { wish?: Wish; draft?: DraftChange; written?: WrittenChange };

function inText(
  change: (random: Random, text: string) => string,
): (random: Random, written: Written) => Written {
  return (random, written) => ({
    ...written,
    subject: change(random, written.subject),
    content: change(random, written.content),
  });
}

function everywhere(change: (random: Random, text: string) => string): WrittenChange {
  return (random, written) => ({
    ...inText(change)(random, written),
    fullName: change(random, written.fullName),
    address: change(random, written.address),
  });
}

const between = (random: Random, least: number, most: number) => least + random.next() * (most - least);

export const marksLost: WrittenChange = (random, written, draft) =>
  (random.chance(0.7) ? everywhere : inText)((_random, text) => withoutMarks(text))(random, written, draft);
export const typedLightly: WrittenChange = (random, written) => {
  const rate = between(random, 0.008, 0.025);
  return inText((_random, text) => typingErrors(random, text, rate))(random, written);
};
const typedBadly: WrittenChange = (random, written) => {
  const rate = between(random, 0.045, 0.085);
  const named = random.chance(0.3)
    ? { ...written, fullName: typingErrors(random, written.fullName, 0.05) }
    : written;
  return inText((_random, text) => typingErrors(random, text, rate))(random, named);
};
export const telex: WrittenChange = (random, written) => {
  const share = between(random, 0.1, 0.55);
  return inText((_random, text) => telexLeftovers(random, text, share))(random, written);
};
export const scan: WrittenChange = (random, written) => {
  const rate = between(random, 0.015, 0.06);
  return inText((_random, text) => scanned(random, text, rate))(random, written);
};
export const shortened: WrittenChange = (random, written) => {
  const share = between(random, 0.6, 1);
  return inText((_random, text) => abbreviated(random, text, share))(random, written);
};
export const capitals: WrittenChange = (random, written, draft) =>
  (random.chance(0.5) ? everywhere : inText)((_random, text) => shouted(text))(random, written, draft);

const isTold = (passage: Passage) => passage.part === "told";

/** Keep `count` of the passages with facts, and about as large a share of the others. */
function keepTold(random: Random, draft: Draft, share: number): Draft {
  const told = draft.passages.filter(isTold);
  const count = Math.max(2, Math.round(told.length * share));
  const kept = new Set(shuffled(random, told).slice(0, count));
  return {
    ...draft,
    passages: draft.passages.filter((passage) =>
      isTold(passage) ? kept.has(passage) : random.chance(share),
    ),
  };
}

const partMissing: DraftChange = (random, draft) => keepTold(random, draft, random.chance(0.5) ? 0.5 : 0.67);

function reworded(passage: Passage, random: Random): Passage {
  if (passage.says.length < 2) return passage;
  return {
    ...passage,
    wording: (passage.wording + random.integer(1, passage.says.length - 1)) % passage.says.length,
  };
}

/** Another frame around the same account. */
export const otherFrame: DraftChange = (random, draft) => ({
  ...draft,
  recipient: draft.register === "text" ? "" : random.pick(recipients),
  heading: random.chance(0.5) ? draft.heading : "",
  introduction: random.chance(0.5) ? random.pick(introductions[draft.register]) : draft.introduction,
  closing: random.chance(0.5) ? random.pick(closings[draft.register]) : draft.closing,
  subject: random.chance(0.4) ? random.pick(draft.matter.template.subject) : draft.subject,
});

const reordered: DraftChange = (random, draft) => {
  const passages = shuffled(random, draft.passages);
  return { ...draft, passages, joined: random.chance(0.3) };
};

const added: DraftChange = (random, draft) => {
  const passages = [...draft.passages];
  const present = new Set(passages.map((passage) => passage.says));
  const { told } = draft.matter.template;
  const more: Passage[] = [
    ...told.filter((says) => !present.has(says)).map((says): Passage => ({ part: "told", says, wording: 0 })),
    ...drawFillers(random, random.integer(1, 5), draft.register).filter(({ says }) => !present.has(says)),
    ...shuffled(random, additions)
      .filter((text) => !passages.some(({ says }) => says.includes(text)))
      .slice(0, random.integer(1, 4))
      .map((text): Passage => ({ part: "filler", says: [text], wording: 0 })),
  ];
  for (const passage of more) passages.splice(random.integer(0, passages.length), 0, passage);
  return { ...draft, passages };
};

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

const summarised: WrittenChange = (random, written, draft) => {
  const summary = fill(random, random.pick(draft.matter.template.summary), draft);
  const lead = random.pick(["", "", `Đơn của ${draft.writer.name}: `, "Nội dung: ", "Tóm tắt: "]);
  const before = withSynonyms(random, `${lead}${summary}`, 0.5);
  const tail = random.pick(["", "", " Chưa có văn bản trả lời.", " Kèm bản sao giấy tờ."]);
  return {
    ...(random.chance(0.4) ? contactMissing(random, written, draft) : written),
    subject: random.chance(0.5) ? "" : fill(random, random.pick(draft.matter.template.subject), draft),
    content: words(before) <= 36 ? `${before}${tail}` : before,
  };
};

/** The wife, the husband or a child sends half of it without marks: the home or the words still say whose matter it is. */
const fromFamily: DraftChange = (random, draft) => {
  const { writer } = draft;
  const child = writer.born < 1980 && random.chance(0.5);
  const other = {
    ...writer,
    name: child ? writer.child : writer.spouse,
    woman: !writer.woman,
    born: child ? writer.born + 24 : writer.born + random.integer(-3, 3),
    phone: random.chance(0.5) ? writer.phone : `09${random.integer(10_000_000, 99_999_999)}`,
    idNumber: random.chance(0.6) ? "" : `0${random.integer(10_000_000_000, 99_999_999_999)}`,
  };
  const kin = child ? (writer.woman ? "mẹ" : "bố") : writer.woman ? "vợ" : "chồng";
  const half = keepTold(random, draft, 0.5);
  const introduction = random.chance(0.5)
    ? `Tôi là {name}, viết thay ${kin} tôi là ${writer.name} ở {address}.`
    : random.pick(introductions[draft.register]);
  return { ...half, writer: other, introduction, closing: random.pick(closings[draft.register]) };
};

const addressMerged: DraftChange = (random, draft) => {
  const old = !draft.addressManner.old;
  return {
    ...draft,
    addressManner: {
      ...draft.addressManner,
      old,
      house: random.chance(0.5),
      province: random.chance(0.6),
      short: random.chance(0.3),
      formerly: false,
    },
    manner: { ...draft.manner, oldNames: old },
  };
};

function spelledPhone(random: Random, phone: string): string {
  const rest = phone.slice(1);
  return random.pick([
    `+84 ${rest.slice(0, 2)} ${rest.slice(2, 5)} ${rest.slice(5)}`,
    `84${rest}`,
    `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`,
    `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`,
    `(${phone.slice(0, 4)}) ${phone.slice(4, 7)}-${phone.slice(7)}`,
    `ĐT: ${phone}`,
    rest,
    `${phone} (gặp con gái)`,
  ]);
}

function spelledId(random: Random, idNumber: string): string {
  return random.pick([
    `${idNumber.slice(0, 3)} ${idNumber.slice(3, 6)} ${idNumber.slice(6, 9)} ${idNumber.slice(9)}`,
    `CCCD ${idNumber}`,
    `${idNumber.slice(0, 4)}.${idNumber.slice(4, 8)}.${idNumber.slice(8)}`,
    idNumber.slice(1),
    `CMND ${random.integer(100_000_000, 399_999_999)}`,
  ]);
}

function titledName(random: Random, name: string, draft: Draft): string {
  return random.pick([
    name,
    name.toUpperCase(),
    `${draft.writer.woman ? "Bà" : "Ông"} ${name}`,
    `${name} (SN ${draft.writer.born})`,
    withoutMarks(name),
    `${draft.writer.woman ? "bà" : "ông"} ${name} và các hộ liên quan`,
  ]);
}

const contactOtherwise: WrittenChange = (random, written, draft) => ({
  ...written,
  fullName: titledName(random, written.fullName, draft),
  phone: spelledPhone(random, written.phone),
  idNumber: spelledId(random, written.idNumber),
});

export const contactMissing: WrittenChange = (random, written) => ({
  ...written,
  phone: random.chance(0.75) ? "" : written.phone,
  idNumber: random.chance(0.85) ? "" : written.idNumber,
  address: random.chance(0.3) ? "" : written.address,
});

const numbersOtherwise: DraftChange = (random, draft) => ({
  ...draft,
  manner: otherManner(random, draft.manner),
});

const paraphrased: DraftChange = (random, draft) => ({
  ...draft,
  passages: draft.passages.map((passage) => (random.chance(0.45) ? reworded(passage, random) : passage)),
});

const retold: DraftChange = (random, draft) => {
  const register = draft.register === "formal" ? "angry" : "formal";
  const frame = otherFrame(random, { ...draft, register });
  return {
    ...frame,
    introduction: random.pick(introductions[register]),
    closing: random.pick(closings[register]),
    passages: draft.passages
      .filter((passage) => passage.part !== "filler" || random.chance(0.3))
      .map((passage) => reworded(passage, random)),
    manner: random.chance(0.5) ? otherManner(random, draft.manner) : draft.manner,
  };
};

const reminded: DraftChange = (random, draft) => {
  const text = draft.register === "text" ? (reminders[3] ?? "") : random.pick(reminders.slice(0, 3));
  const reminder: Passage = { part: "reminder", says: [text], wording: 0 };
  const passages = random.chance(0.6) ? [reminder, ...draft.passages] : [...draft.passages, reminder];
  const shorter = random.chance(0.3)
    ? keepTold(random, { ...draft, passages: draft.passages }, 0.67).passages
    : undefined;
  return {
    ...draft,
    subject: random.chance(0.4) ? `${draft.subject} (lần 2)`.trim() : draft.subject,
    passages: shorter ? [reminder, ...shorter] : passages,
  };
};

const senderMissing: Change = {
  wish: { full: true },
  draft: (random, draft) => ({
    ...draft,
    introduction: random.pick([
      "",
      "Tôi là người dân ở {hamlet}, xin được giấu tên.",
      "Tôi xin phản ánh như sau:",
    ]),
    closing: random.pick(["Xin cảm ơn.", "", "Mong các cấp xem xét."]),
  }),
  written: (random, written, draft) => ({
    ...written,
    fullName: random.pick(["", "", "Công dân", "Người dân"]),
    address: random.chance(0.5) ? "" : draft.writer.place.hamlet,
    phone: "",
    idNumber: "",
  }),
};

const onPhone: Change = {
  wish: { full: true },
  draft: (random, draft) => {
    const shorter = keepTold(random, draft, 0.6);
    return {
      ...shorter,
      register: "text",
      heading: "",
      recipient: "",
      introduction: random.pick(introductions.text),
      closing: random.pick(closings.text),
      passages: shorter.passages
        .filter(isTold)
        .map((passage) => (random.chance(0.6) ? { ...passage, wording: passage.says.length - 1 } : passage)),
    };
  },
  written: (random, written) => {
    const text = loose(random, abbreviated(random, written.content, 0.85));
    return {
      ...written,
      subject: "",
      content: random.chance(0.4) ? withoutMarks(text) : text,
      idNumber: random.chance(0.7) ? "" : written.idNumber,
    };
  },
};

const family: Change = {
  wish: { full: true },
  draft: fromFamily,
  written: (_random, written) => ({
    ...written,
    subject: withoutMarks(written.subject),
    content: withoutMarks(written.content),
  }),
};

const changes: Record<string, Change> = {
  "marks-lost": { written: marksLost },
  "typing-light": { written: typedLightly },
  "typing-heavy": { written: typedBadly },
  "telex-leftovers": { written: telex },
  scanned: { written: scan },
  abbreviated: { written: shortened },
  "phone-text": onPhone,
  reordered: { draft: reordered },
  "part-missing": { wish: { full: true }, draft: partMissing },
  added: { draft: added },
  "clerk-summary": { wish: { full: true }, written: summarised },
  "family-sender": family,
  "address-merged": { draft: addressMerged },
  "contact-otherwise": { written: contactOtherwise },
  "contact-missing": { written: contactMissing },
  capitals: { written: capitals },
  "numbers-otherwise": { wish: { full: true }, draft: numbersOtherwise },
  synonyms: {
    written: (random, written) => inText((_random, text) => withSynonyms(random, text, 0.7))(random, written),
  },
  paraphrased: { draft: paraphrased },
  retold: { wish: { full: true }, draft: retold },
  reminder: { draft: reminded },
  "sender-missing": senderMissing,
};

/** Changes that go together: those of the draft first, then one to the letters themselves. */
const draftNames = [
  "reordered",
  "part-missing",
  "added",
  "address-merged",
  "numbers-otherwise",
  "paraphrased",
  "reminder",
  "family-sender",
  "retold",
];
const writtenNames = [
  "marks-lost",
  "typing-light",
  "typing-heavy",
  "telex-leftovers",
  "scanned",
  "abbreviated",
  "contact-otherwise",
  "contact-missing",
  "capitals",
  "clerk-summary",
];

function together(random: Random, many: number): Change[] {
  const fromDraft = shuffled(random, draftNames).slice(0, many - 1);
  const last = random.pick(
    writtenNames.filter(
      (name) => !(fromDraft.includes("family-sender") && /contact|summary|heavy/.test(name)),
    ),
  );
  return [...fromDraft, last].map((name) => changes[name] ?? {});
}

export type Pair = { kind: string; same: boolean; first: Written; second: Written };

/** Facts that are this household's own and stand in both letters, so that nobody could take them for two households. */
function ownFactsShared(first: Draft, second: Draft): number {
  const told = factsTold(first);
  return [...factsTold(second).keys()].filter((slot) => slot.startsWith("o.") && told.has(slot)).length;
}

const hasFigures = (draft: Draft) =>
  [...factsTold(draft).keys()].some((slot) => /money|date|area|lot|decision/.test(slot));

function alike(random: Random, kind: string, parts: readonly Change[]): Pair | undefined {
  const wish = parts.some((part) => part.wish?.full) ? { full: true } : {};
  let first = drawDraft(random, wish);
  const isFamily = parts.includes(family);
  // What befell the writer's wife or husband cannot be told by her or him in the same words.
  if (isFamily && JSON.stringify(first.passages).includes("{wedded}")) return undefined;
  if (isFamily) first = { ...first, addressManner: { ...first.addressManner, house: true } };
  let second = random.chance(0.5) ? otherFrame(random, first) : first;
  for (const part of parts) if (part.draft) second = part.draft(random, second);
  if (isFamily) second = { ...second, addressManner: { ...second.addressManner, house: true } };
  let firstWritten = writeOut(random, first);
  let secondWritten = writeOut(random, second);
  if ((isFamily || parts.includes(senderMissing)) && ownFactsShared(first, second) < 2) return undefined;
  if (parts.includes(changes["numbers-otherwise"] ?? {}) && !hasFigures(first)) return undefined;
  for (const part of parts) if (part.written) secondWritten = part.written(random, secondWritten, second);
  if (parts.includes(changes["clerk-summary"] ?? {}) && words(secondWritten.content) > 40) return undefined;
  if (JSON.stringify(firstWritten) === JSON.stringify(secondWritten)) return undefined;
  if (random.chance(0.2)) firstWritten = typedLightly(random, firstWritten, first);
  if (random.chance(0.3)) [firstWritten, secondWritten] = [secondWritten, firstWritten];
  return { kind, same: true, first: firstWritten, second: secondWritten };
}

export const alikeKinds: Record<string, (random: Random) => Pair | undefined> = {
  ...Object.fromEntries(
    Object.entries(changes).map(([kind, change]) => [
      kind,
      (random: Random) => alike(random, kind, [change]),
    ]),
  ),
  "two-at-once": (random) => alike(random, "two-at-once", together(random, 2)),
  "three-at-once": (random) => alike(random, "three-at-once", together(random, 3)),
};
