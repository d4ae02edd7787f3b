import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postOf } from "@/prisma/seed/caller";
import {
  askedPart,
  declinedPart,
  partContribution,
  partRowOf,
  takenOverPart,
} from "@/tests/support/builders/petition-parts";
import { classified, type LetterOnItsWay } from "@/tests/support/builders/petition-way";
import { committee, council, type Province, party } from "@/tests/support/builders/province";
import { type Made, makeDocx, makePlainPdf } from "@/tests/support/files/make-files";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";
import { formWith, keptBytes, keptRows } from "./support/uploads";

// The office asked to assist in a letter sends its part with files, as a browser without script does and as one with it.

let scene: Scene;
let province: Province;
let asked: Person;
let lead: Person;

beforeAll(async () => {
  scene = await openScene();
  const { database, portal, strangers } = scene;
  province = {
    ...database,
    rows: async <Row>(sql: string, values: unknown[] = []) =>
      (await database.pool("superuser").query(sql, values)).rows as Row[],
  };
  asked = await portal.signedIn(postOf(strangers.phuTho, council, "specialist"));
  lead = await portal.signedIn(postOf(strangers.phuTho, committee, "specialist"));
}, 240_000);

afterAll(() => scene.close());

const pdf: Made = { name: "Bản đồ tuyến đường.pdf", type: "application/pdf", bytes: makePlainPdf("Ban do") };
const byScript = { accept: "application/json" };

function send(
  person: Person | undefined,
  petitionId: string,
  files: readonly Made[] = [pdf],
  { fields = {}, headers = {} }: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Response> {
  const form = formWith({ petitionId, contribution: partContribution, noSecrets: "on", ...fields }, files);
  return scene.portal.post(`/${scene.real.slug}/upload/part`, form, person, headers);
}

const script = (person: Person | undefined, petitionId: string, files?: readonly Made[], fields = {}) =>
  send(person, petitionId, files, { fields, headers: byScript });

/** What was given stays as it was, and no byte of what was sent is kept. */
async function expectNothingKept(letter: LetterOnItsWay, work: () => Promise<unknown>): Promise<void> {
  const at = async () => [keptBytes(), await keptRows(scene.database), await partRowOf(province, letter)];
  const before = await at();
  await work();
  expect(await at()).toEqual(before);
}

describe("a part of a letter with files", () => {
  test("is given without script, revised with script, and its files are kept sealed and named anew", async () => {
    const letter = await askedPart(province);
    const path = `/${scene.real.slug}/petitions/${letter.petitionId}`;
    const given = await send(asked, letter.petitionId);
    expect([given.status, given.headers.get("location")]).toEqual([303, path]);
    const revised = await script(asked, letter.petitionId, [{ ...pdf, name: "Bản hai.pdf" }]);
    expect([revised.status, await revised.json()]).toEqual([200, { target: path }]);
    const files = await province.rows<{ name: string; sealed: boolean }>(
      "select name, sealed from files where subject_id = $1 order by name",
      [letter.petitionId],
    );
    expect(files).toHaveLength(2);
    for (const { name, sealed } of files) {
      expect(sealed).toBe(true);
      // The name of a file often names the sender.
      expect(name).toMatch(/^part-\d$/);
    }
    expect(await partRowOf(province, letter)).toMatchObject({ state: "contributed" });
    const raw = JSON.stringify(await province.rows("select * from petition_contributions"));
    expect(raw).not.toContain(partContribution);
  });
});

describe("who was not asked", () => {
  test("is told what is told of a letter that never was, and nothing of it is kept", async () => {
    const letter = await askedPart(province);
    const { people, never, strangers, portal } = scene;
    const third = await portal.signedIn(postOf(strangers.phuTho, party, "chief"));
    await expectNothingKept(letter, async () => {
      for (const person of [third, people.withoutPart, people.otherTenant]) {
        const [there, nowhere] = await Promise.all(
          [letter.petitionId, never.petition].map(async (petitionId) => {
            const answer = await script(person, petitionId);
            return [answer.status, (await answer.text()).replaceAll(petitionId, "<letter>")];
          }),
        );
        expect(there).toEqual(nowhere);
        expect(there?.[0]).toBe(404);
      }
    });
  });

  test("the office that leads reads the letter and is refused with the clause; its file is dropped", async () => {
    const letter = await askedPart(province);
    await expectNothingKept(letter, async () => {
      const answer = await script(lead, letter.petitionId);
      expect(answer.status).toBe(403);
      expect(JSON.stringify(await answer.json())).toContain("khoản");
    });
  });

  test("nobody is led to the door, by script 401; another site's form is refused", async () => {
    const letter = await askedPart(province);
    await expectNothingKept(letter, async () => {
      const door = await send(undefined, letter.petitionId);
      expect([door.status, door.headers.get("location")]).toEqual([
        303,
        `/sign-in?next=%2F${scene.real.slug}`,
      ]);
      expect((await script(undefined, letter.petitionId)).status).toBe(401);
      const foreign = await send(asked, letter.petitionId, [pdf], {
        headers: { origin: "https://example.com" },
      });
      expect(foreign.status).toBe(403);
    });
  });
});

describe("what is sent out of its order", () => {
  test("before the office was asked the letter is not there for it", async () => {
    const letter = await classified(province);
    await expectNothingKept(letter, async () => {
      expect((await script(asked, letter.petitionId)).status).toBe(404);
    });
  });

  test.each([
    ["after it declined", declinedPart],
    ["after the lead took the part over", takenOverPart],
  ])("%s is refused, and what was said before stands", async (_, build) => {
    const letter = await build(province);
    await expectNothingKept(letter, async () => {
      const answer = await script(asked, letter.petitionId);
      expect([403, 404, 409]).toContain(answer.status);
      expect((await send(asked, letter.petitionId)).status).toBe(303);
    });
  });
});

describe("what is beyond its limits", () => {
  const macro: Made = {
    name: "mau.docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bytes: makeDocx(["a"], { more: { "word/vbaProject.bin": new Uint8Array(64) } }),
  };

  test("is said at its fields all at once: no text, a macro, no declaration", async () => {
    const letter = await askedPart(province);
    await expectNothingKept(letter, async () => {
      const answer = await script(asked, letter.petitionId, [macro], { contribution: "", noSecrets: "" });
      expect(answer.status).toBe(422);
      const { fieldErrors } = (await answer.json()) as { fieldErrors: Record<string, string[]> };
      expect(Object.keys(fieldErrors).sort()).toEqual(["contribution", "files", "noSecrets"]);
    });
  });

  test("without script it comes back to its letter with what was typed", async () => {
    const letter = await askedPart(province);
    await expectNothingKept(letter, async () => {
      const answer = await send(asked, letter.petitionId, [macro]);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `/${scene.real.slug}/petitions/${letter.petitionId}#give-part`,
      ]);
    });
  });

  test("a sixth file, one beyond 25 MB, and a file of another kind than its name", async () => {
    const letter = await askedPart(province);
    await expectNothingKept(letter, async () => {
      const six = await script(
        asked,
        letter.petitionId,
        Array.from({ length: 6 }, () => pdf),
      );
      expect(JSON.stringify(await six.json())).toContain("không quá 5 tệp");
      const big = await script(asked, letter.petitionId, [
        { ...pdf, bytes: new Uint8Array(26 * 1024 * 1024) },
      ]);
      expect([big.status, JSON.stringify(await big.json())]).toEqual([
        422,
        expect.stringContaining("lớn hơn 25 MB"),
      ]);
      const other = await script(asked, letter.petitionId, [{ ...pdf, bytes: Buffer.from("MZ\0\0") }]);
      expect(other.status).toBe(422);
    });
  });
});
