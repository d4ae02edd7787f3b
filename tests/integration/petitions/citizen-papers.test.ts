import { describe, expect, test } from "vitest";
import { letterOf, paperOf } from "@/lib/petitions/citizen/functions";
import { secretHash } from "@/lib/petitions/citizen/secret";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { issueSecret } from "@/lib/petitions/commands/issue-secret";
import { tenantKey } from "@/lib/petitions/identity/tenant-keys";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { as } from "@/prisma/seed/caller";
import { issuedPaper } from "@/tests/support/builders/petition-papers";
import type { TakenPetition } from "@/tests/support/builders/petition-stages";
import { asOwner, classified, type LetterOnItsWay, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const slug = () => province().phuTho.tenant.slug;
const complaint = () => classified(province(), { class: "complaint" });

/** What the citizen's page looks the letter up by, from a secret given at the desk. */
async function hashFor({ petitionId, code }: TakenPetition): Promise<string> {
  const officer = as(province().phuTho, committee, "reception-officer");
  const { secret } = await executeCommand(issueSecret, officer, { petitionId, issues: 0 });
  const { key } = await asSystem(province().phuTho.tenant.id, (tx) =>
    tenantKey(tx, province().phuTho.tenant.id, "lookup"),
  );
  return secretHash(key, slug(), code, secret);
}

async function listed(hash: string): Promise<string[] | null> {
  const { letter } = await letterOf(slug(), hash, null);
  return letter?.detail?.papers.map(({ number }) => number) ?? null;
}

const replacing = (ofId: string) => ({ kind: "acceptance", ofId, reason: "Ghi nhầm thời hạn." });

describe("papers for the sender", () => {
  test("are those meant for the sender, and open with the letter's secret alone", async () => {
    const [letter, other] = [await complaint(), await complaint()];
    const acceptance = await issuedPaper(province(), letter);
    const verification = await issuedPaper(province(), letter, {
      kind: "verification",
      abstract: "Về việc xác minh nội dung khiếu nại",
      body: "QUYẾT ĐỊNH:\nĐiều 1. Tiến hành xác minh.",
    });
    const interim = await issuedPaper(province(), letter, { kind: "interim", body: "Sẽ trả lời sau." });
    const [hash, others] = [await hashFor(letter), await hashFor(other)];
    expect(await listed(hash)).toEqual([acceptance.number, interim.number]);
    expect(await paperOf(slug(), hash, acceptance.id)).toMatchObject({
      petitionId: letter.petitionId,
      number: acceptance.number,
    });
    // What is for the office's own work, another letter's, another province's, nobody's.
    expect(await paperOf(slug(), hash, verification.id)).toBeNull();
    expect(await paperOf(slug(), others, acceptance.id)).toBeNull();
    expect(await paperOf("ha-giang", hash, acceptance.id)).toBeNull();
    expect(await paperOf(slug(), "0".repeat(64), acceptance.id)).toBeNull();
    expect(await listed(others)).toEqual([]);
  });

  test("what was replaced gives way to what replaces it; a correction stands beside what it corrects", async () => {
    const letter = await complaint();
    const first = await issuedPaper(province(), letter);
    const second = await issuedPaper(province(), letter, replacing(first.id));
    const correction = await issuedPaper(province(), letter, {
      kind: "correction",
      ofId: second.id,
      abstract: `V/v đính chính văn bản số ${second.number}`,
      body: "Tại dòng 2 đã viết: “30”; nay sửa thành: “45”.",
    });
    const hash = await hashFor(letter);
    expect(await listed(hash)).toEqual([second.number, correction.number]);
    expect(await paperOf(slug(), hash, first.id)).toBeNull();
  });

  test("of a letter that turns out to denounce none is told or opened any more", async () => {
    const letter: LetterOnItsWay = await complaint();
    const paper = await issuedPaper(province(), letter);
    const hash = await hashFor(letter);
    expect(await listed(hash)).toEqual([paper.number]);
    // As of a letter that came back to be classified again.
    await asOwner(
      province(),
      "update petitions set state = 'classified', revision = revision + 1 where id = $1",
      [letter.petitionId],
    );
    const { revision } = await lookedUp(province(), letter);
    await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: letter.petitionId,
      revision,
      class: "denunciation",
      denounces: "yes",
    });
    const { letter: told } = await letterOf(slug(), hash, null);
    expect(told).not.toBeNull();
    expect(told).not.toHaveProperty("detail");
    expect(await paperOf(slug(), hash, paper.id)).toBeNull();
  });
});
