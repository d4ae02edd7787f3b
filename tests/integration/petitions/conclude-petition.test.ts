import { expect, test } from "vitest";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { classified, forwarded, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(concludePetition, {
  province,
  ready: () => classified(province()),
  by: [committee, "specialist"],
  input: ({ petitionId, revision }) => ({
    petitionId,
    revision,
    conclusion: "guided",
    words: "Nội dung thuộc thẩm quyền của xã.",
    body: "Ủy ban nhân dân xã Mỹ Lung",
    documentNumber: "15/HD-VP",
    sameNumber: "on",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "says whereto, by which document, and is over": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "guided",
        outcome: "guided",
        outcome_body: "Ủy ban nhân dân xã Mỹ Lung",
        outcome_document: "15/HD-VP",
        follow_up: "Nội dung thuộc thẩm quyền của xã.",
        closed_at: expect.any(Date),
      });
    },
  },
  events: ["petitions.concluded"],
  wrongInput: {
    "no conclusion": { change: { conclusion: "" }, field: "conclusion" },
    "no words": { change: { words: "" }, field: "words" },
    "guided to nobody": { change: { body: "" }, field: "body" },
    "no document": { change: { documentNumber: "" }, field: "documentNumber" },
    "returned where nobody forwarded it": { change: { conclusion: "returned" }, field: "conclusion" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
    "a specialist files away": { change: { conclusion: "filed-away" }, reason: "role", source: "portal" },
  },
  wrongState: {
    "given over": { stage: () => forwarded(province()), reason: "state", source: "portal" },
    "not classified": {
      stage: async () => lookedUp(province(), await taken(province())),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

type Letter = Awaited<ReturnType<typeof classified>>;

function conclude(letter: Letter, conclusion: string, role: "chief" | "specialist" = "chief") {
  return executeCommand(concludePetition, as(province().phuTho, committee, role), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    conclusion,
    words: "Có lý do ghi trong hồ sơ.",
    body: "Thanh tra tỉnh",
    documentNumber: "16/VP",
    keepYears: 2,
  });
}

const fieldOf = (key: string) => ({ code: "invalid", details: { fields: { conclusion: [key] } } });

test("each conclusion where the law has it", async () => {
  const returned = await classified(province(), {
    channel: "forwarded",
    forwarderKind: "press",
    forwarderName: "Báo tỉnh",
  });
  await conclude(returned, "returned");
  const settled = await classified(province());
  await conclude(settled, "settled");
  const withdrawn = await forwarded(province());
  await conclude(withdrawn, "withdrawn");
  const filed = await classified(province(), { class: "complaint" });
  await conclude(filed, "filed-away");
  for (const [letter, state] of [
    [returned, "returned"],
    [settled, "settled"],
    [withdrawn, "withdrawn"],
    [filed, "filed-away"],
  ] as const) {
    expect(await petitionRow(province(), letter)).toMatchObject({ state, outcome: state });
  }
  const [{ kept } = { kept: null }] = await province().rows<{ kept: boolean }>(
    "select keep_until = portal_today() + interval '2 years' as kept from petitions where id = $1",
    [filed.petitionId],
  );
  expect(kept).toBe(true);
});

test("a denunciation is not guided, a complaint not settled before it is accepted, nothing declined without a ground", async () => {
  const denunciation = await classified(province(), { class: "denunciation", denounces: "yes" });
  await expect(conclude(denunciation, "guided")).rejects.toMatchObject(fieldOf("denunciationIsForwarded"));
  const complaint = await classified(province(), { class: "complaint" });
  await expect(conclude(complaint, "settled")).rejects.toMatchObject(fieldOf("acceptFirst"));
  await expect(conclude(complaint, "not-accepted")).rejects.toMatchObject(fieldOf("noConditionUnmet"));
  await executeCommand(assessPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: complaint.petitionId,
    revision: complaint.revision,
    met: ["written"],
  });
  await conclude(await lookedUp(province(), complaint), "not-accepted");
  expect(await petitionRow(province(), complaint)).toMatchObject({ state: "not-accepted" });
});

// Past the code: the database refuses the same.
test("the database holds the way of a letter", async () => {
  const complaint = await classified(province(), { class: "complaint" });
  const denunciation = await classified(province(), { class: "denunciation", denounces: "yes" });
  const { tenant } = province().phuTho;
  const attemptAs = async (office: string, sql: string): Promise<string> => {
    const post = postOf(province().phuTho, office, "chief");
    const client = await province().pool("app").connect();
    try {
      await client.query("begin");
      for (const [name, value] of [
        ["app.tenant_id", tenant.id],
        ["app.office_id", post.officeId],
        ["app.account_id", post.accountId],
      ]) {
        await client.query("select set_config($1, $2, true)", [name, value]);
      }
      await client.query(sql);
      return "done";
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const moves = (letter: Letter, state: string, more = "") =>
    `update petitions set state = '${state}', closed_at = now(), revision = revision + 1${more} where id = '${letter.petitionId}'`;
  expect(await attemptAs(committee, moves(complaint, "guided"))).toBe("done");
  expect(await attemptAs(committee, moves(denunciation, "guided"))).toBe("PH002");
  expect(await attemptAs(committee, moves(complaint, "settled"))).toBe("PH002");
  expect(await attemptAs(committee, moves(complaint, "not-accepted"))).toBe("PH002");
  expect(await attemptAs(committee, moves(complaint, "returned"))).toBe("PH002");
  expect(await attemptAs(committee, moves(complaint, "filed-away", ", keep_until = portal_today()"))).toBe(
    "PH002",
  );
  expect(await attemptAs(committee, moves(complaint, "forwarded"))).toBe("PH002");
  expect(
    await attemptAs(
      committee,
      `update petition_keys set wrapped = null, destroyed_at = now() where petition_id = '${complaint.petitionId}'`,
    ),
  ).toBe("PH002");
  const there = await forwarded(province());
  expect(
    await attemptAs(
      party,
      `update petitions set lead_office_id = current_office(), lead_why = 'forwarded', state = 'classified', revision = revision + 1
        where id = '${there.petitionId}'`,
    ),
  ).toBe("PH002");
  expect(
    await attemptAs(
      committee,
      `update petition_forwards set state = 'acknowledged', answered_at = now() where id = '${there.forwardId}'`,
    ),
  ).toBe("PH001");
});
