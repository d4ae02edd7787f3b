import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintOf, keyedHash, newKey, open, seal } from "@/lib/petitions/identity/letter-key";
import {
  foldVietnamese,
  idDigits,
  maskPerson,
  namesPerson,
  nobody,
  phoneDigits,
} from "@/lib/petitions/identity/person";

describe("sealing", () => {
  const binding = { purpose: "person", tenantId: "t", id: "p" } as const;

  test("opens with its key and binding, and with nothing else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
        const key = newKey();
        const sealed = seal(key, plain, binding);
        expect(open(key, sealed, binding)).toEqual(new Uint8Array(plain));
        expect(open(newKey(), sealed, binding)).toBeNull();
        expect(open(key, sealed, { ...binding, id: "q" })).toBeNull();
        expect(open(key, sealed, { ...binding, tenantId: "u" })).toBeNull();
        expect(open(key, sealed, { ...binding, purpose: "content" })).toBeNull();
        expect(open(key, sealed.slice(0, -1), binding)).toBeNull();
      }),
      { numRuns: 50, seed: 20261126 },
    );
  });

  test("never gives the same bytes twice, nor the words that went in", () => {
    const key = newKey();
    const plain = new TextEncoder().encode("Khổng Thị Mơ");
    const [one, other] = [seal(key, plain, binding), seal(key, plain, binding)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
    expect(Buffer.from(one).includes(Buffer.from(plain))).toBe(false);
  });

  test("a fingerprint tells keys apart; a keyed hash needs the key and the kind", () => {
    const [key, other] = [newKey(), newKey()];
    expect(fingerprintOf(key)).not.toBe(fingerprintOf(other));
    expect(keyedHash(key, "phone", "0912000222")).toBe(keyedHash(key, "phone", "0912000222"));
    expect(keyedHash(key, "phone", "0912000222")).not.toBe(keyedHash(other, "phone", "0912000222"));
    expect(keyedHash(key, "phone", "0912000222")).not.toBe(keyedHash(key, "id-number", "0912000222"));
  });
});

test.each([
  ["0912 000 222", "0912000222"],
  ["+84 912 000 222", "0912000222"],
  ["0084912000222", "0912000222"],
  ["84.912.000.222", "0912000222"],
  ["0912-000-222", "0912000222"],
  ["không có", ""],
])("the telephone %s is %s", (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits);
});

test("an identity number without blanks; words without marks", () => {
  expect(idDigits("025 180.000-111")).toBe("025180000111");
  expect(idDigits("b 1234567")).toBe("B1234567");
  expect(foldVietnamese("Đặng Thị Hường, xã Ổ Gà".normalize("NFD"))).toBe("dang thi huong xa o ga");
});

describe("what says who wrote", () => {
  const person = { ...nobody, fullName: "Đặng Thị Hường", phone: "0912 000 222", idNumber: "025180000111" };

  test.each([
    "Bà Đặng Thị Hường nêu",
    "bà dang thi huong nêu",
    "BÀ ĐẶNG  THỊ-HƯỜNG",
    "Đặng Thị Hường".normalize("NFD"),
    "gọi 0912000222",
    "gọi +84 912.000.222",
    "gọi 912 000 222",
    "số 025 180 000 111",
  ])("%s is found, and masked", (text) => {
    expect(namesPerson(text, person)).toBe(true);
    const masked = maskPerson(text, person);
    expect(masked).toContain("[…]");
    expect(namesPerson(masked, person)).toBe(false);
  });

  test.each(["Đặng Thị Hường1", "Đặng Văn Hường", "thửa 1912000222", "quyết định 0251800001112", ""])(
    "%s is not",
    (text) => {
      expect(namesPerson(text, person)).toBe(false);
      expect(maskPerson(text, person)).toBe(text);
    },
  );

  test("one short syllable is no name to look for, and nobody is found nowhere", () => {
    expect(namesPerson("dân làng An Bình", { ...nobody, fullName: "An" })).toBe(false);
    expect(namesPerson("ai cũng được", nobody)).toBe(false);
  });

  // Six marks over each of forty letters could be shared out in 6^39 ways between a name of sixty words and what stands between them.
  test("answers of a text made to keep it busy", () => {
    const heaped = { ...nobody, fullName: Array.from({ length: 60 }, () => "a").join(" ") };
    const text = `${`a${"\u0301".repeat(6)}`.repeat(40)}b`;
    expect(namesPerson(text, heaped)).toBe(false);
    expect(namesPerson(`${`a${"\u0301".repeat(6)} `.repeat(400)}b`, heaped)).toBe(true);
  });
});
