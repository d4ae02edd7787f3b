import { describe, expect, test } from "vitest";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { getPetitionConcluding } from "@/lib/petitions/queries/get-petition-concluding";
import { getPetitionForwarding } from "@/lib/petitions/queries/get-petition-forwarding";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  acknowledged,
  asOwner,
  classified,
  forwardingInput,
  forwardsOf,
  type LetterOnItsWay,
  officeIdOf,
} from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const specialist = () => as(province().phuTho, committee, "specialist");

async function offered(letter: LetterOnItsWay): Promise<string | null> {
  const found = await runQuery(getPetitionForwarding, specialist(), { petitionId: letter.petitionId });
  return found?.view.nextNumber ?? null;
}
const send = (letter: LetterOnItsWay, documentNumber: string, change: Record<string, unknown> = {}) =>
  executeCommand(forwardPetition, specialist(), {
    ...forwardingInput(province(), letter),
    documentNumber,
    sameNumber: undefined,
    ...change,
  });
const numberOf = async (letter: LetterOnItsWay) => {
  const [slip] = await province().rows<{ document_number: string }>(
    "select document_number from petition_forwards where petition_id = $1",
    [letter.petitionId],
  );
  return slip?.document_number;
};
const taken = (next: string) => ({
  details: { fields: { documentNumber: ["numberTaken"] }, advice: { nextNumber: next } },
});

describe("the number of a slip", () => {
  test("none is offered while the book is empty, then the one after the highest of the year, written as that was", async () => {
    const [first, second, third, last] = [
      await classified(province()),
      await classified(province()),
      await classified(province()),
      await classified(province()),
    ];
    expect(await offered(first)).toBeNull();
    await send(first, "09/PC-VPUBND");
    expect(await offered(second)).toBe("10/PC-VPUBND");
    // Never forced: an older number, and one that is none.
    await send(second, "04/PC-VPUBND");
    await send(third, "không số");
    expect(await offered(last)).toBe("10/PC-VPUBND");
    // The year before has a book of its own.
    await asOwner(province(), "update petition_forwards set sent_on = sent_on - 366 where petition_id = $1", [
      first.petitionId,
    ]);
    expect(await offered(last)).toBe("05/PC-VPUBND");
  });

  test("another office's book is its own", async () => {
    const letter = await acknowledged(province());
    const seen = await runQuery(getPetitionForwarding, as(province().phuTho, party, "specialist"), {
      petitionId: letter.petitionId,
    });
    expect(seen?.view.part).toBe("lead");
    expect(seen?.view.nextNumber ?? null).toBeNull();
  });

  test("of two clerks at once with one number, the second is told so and offered the next; typed again it goes", async () => {
    const letters = [await classified(province()), await classified(province())];
    const answers = await Promise.allSettled(letters.map((letter) => send(letter, "41/PC-VPUBND")));
    const refused = answers.findIndex(({ status }) => status === "rejected");
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [answer, letter] = [answers[refused], letters[refused]];
    if (!letter) throw new Error("nobody was refused");
    expect(answer).toMatchObject({ reason: taken("42/PC-VPUBND") });
    expect(await forwardsOf(province(), letter)).toEqual([]);
    await send(letter, "42/PC-VPUBND");
    expect(await numberOf(letter)).toBe("42/PC-VPUBND");
  });

  test("who comes while another is about to write a number waits for it, and is told", async () => {
    const [first, second] = [await classified(province()), await classified(province())];
    await send(first, "60/PC-VPUBND");
    const { id: tenantId } = province().phuTho.tenant;
    const office = officeIdOf(province(), committee);
    const writer = await province().pool("owner").connect();
    try {
      await writer.query("begin");
      await writer.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
      await writer.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
        `numbers:${tenantId}:${office}:${dayAt(new Date()).slice(0, 4)}:slip`,
      ]);
      const sent = { over: false };
      const answer = send(second, "61/PC-VPUBND")
        .then(
          () => "written",
          (error: unknown) => error,
        )
        .finally(() => {
          sent.over = true;
        });
      const waits = async () =>
        (
          await province().rows(
            "select 1 from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and not l.granted",
          )
        ).length > 0;
      while (!sent.over && !(await waits())) {
        // Asked again at once: it is about to wait, or it has answered.
      }
      await writer.query(
        "update petition_forwards set document_number = '61/PC-VPUBND' where petition_id = $1",
        [first.petitionId],
      );
      await writer.query("commit");
      expect(await answer).toMatchObject(taken("62/PC-VPUBND"));
    } finally {
      writer.release();
    }
  });

  test("a number of one's own system may stand twice, where that is said", async () => {
    const [one, other] = [await classified(province()), await classified(province())];
    await send(one, "A-17");
    await expect(send(other, "A-17")).rejects.toMatchObject({
      details: { fields: { documentNumber: ["numberTaken"] } },
    });
    await send(other, "A-17", { sameNumber: "on" });
    expect(await numberOf(other)).toBe("A-17");
  });
});

test("what ends a letter has a book a kind: guidance is offered its next number, and told of one that was used", async () => {
  const guide = (letter: LetterOnItsWay, documentNumber: string) =>
    executeCommand(concludePetition, specialist(), {
      petitionId: letter.petitionId,
      revision: letter.revision,
      conclusion: "guided",
      words: "Gửi đến Ủy ban nhân dân xã.",
      body: "UBND xã Hy Cương",
      documentNumber,
    });
  const [one, other] = [await classified(province()), await classified(province())];
  await guide(one, "15/PHD-VPUBND");
  const found = await runQuery(getPetitionConcluding, specialist(), { petitionId: other.petitionId });
  expect(found?.view.nextNumbers).toEqual([{ book: "guided", next: "16/PHD-VPUBND" }]);
  await expect(guide(other, "15/PHD-VPUBND")).rejects.toMatchObject(taken("16/PHD-VPUBND"));
  await guide(other, "16/PHD-VPUBND");
  expect(dayAt(new Date()).slice(0, 4)).toBe(
    String(
      (
        await province().rows<{ y: number }>("select outcome_year as y from petitions where id = $1", [
          other.petitionId,
        ])
      )[0]?.y,
    ),
  );
});
