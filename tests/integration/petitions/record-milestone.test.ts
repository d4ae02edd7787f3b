import { expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const today = () => formatDay(dayAt(new Date()));
const ago = (days: number) => formatDay(plusDays(dayAt(new Date()), -days));

async function letter(petitionClass: "complaint" | "denunciation") {
  const { petitionId } = await taken(province(), {
    class: petitionClass,
    denounces: petitionClass === "denunciation" ? "yes" : "no",
    channel: "post",
    receivedOn: ago(20),
  });
  return { petitionId };
}

type Stage = { petitionId: string };

const revisionOf = async (stage: Stage) => Number((await petitionRow(province(), stage)).revision);

async function record(stage: Stage, kind: string, more: Record<string, unknown> = {}) {
  return attempt(recordMilestone, as(province().phuTho, committee, "specialist"), {
    ...stage,
    revision: await revisionOf(stage),
    kind,
    on: today(),
    document: "12/QĐ",
    ...more,
  });
}

const clocks = (stage: Stage) =>
  province().rows<{ step: string; status: string }>(
    "select step, status from petition_clocks where petition_id = $1 and status <> 'replaced' order by step, started_on",
    [stage.petitionId],
  );

describeCommand(recordMilestone, {
  province,
  ready: () => letter("complaint"),
  by: [committee, "specialist"],
  input: async (stage) => ({ ...stage, revision: await revisionOf(stage), kind: "accepted", on: ago(15) }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "moves the letter and puts it on record": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({ state: "accepted", revision: 2 });
    },
    "meets the clock of the acceptance and opens that of the settlement": async ({ stage }) => {
      expect(await clocks(stage)).toEqual([
        { step: "complaint-accept", status: "met" },
        { step: "complaint-settle", status: "running" },
      ]);
    },
  },
  events: ["petitions.milestoneRecorded"],
  wrongInput: {
    "no such thing": { change: { kind: "lost" }, field: "kind" },
    "not at this step": { change: { kind: "resumed", document: "1" }, field: "kind" },
    "before it was received": { change: { on: ago(30) }, field: "on" },
    "a day that has not come": { change: { on: ago(-3) }, field: "on" },
  },
  notAllowed: {
    "a secretary": { by: [committee, "secretary"], reason: "role", source: "portal" },
  },
  wrongState: {},
  stale: { change: { revision: 99 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("a complaint stands still, goes on and is settled, and its decision is to be sent", async () => {
  const stage = await letter("complaint");
  await record(stage, "accepted", { on: ago(15) });
  expect(answerOf(await record(stage, "suspended", { document: "" }))).toMatchObject({
    code: "invalid",
  });
  expect(answerOf(await record(stage, "suspended", { on: ago(10) }))).toBe("done");
  expect(await clocks(stage)).toContainEqual({ step: "complaint-settle", status: "stopped" });
  expect((await petitionRow(province(), stage)).state).toBe("suspended");
  expect(answerOf(await record(stage, "resumed", { on: ago(12) }))).toMatchObject({ code: "invalid" });
  expect(answerOf(await record(stage, "resumed", { on: ago(5) }))).toBe("done");
  expect(answerOf(await record(stage, "facts", { remote: "on", criteria: ["foreign"] }))).toBe("done");
  expect(answerOf(await record(stage, "decided"))).toBe("done");
  expect(await petitionRow(province(), stage)).toMatchObject({ state: "settled", outcome: "settled" });
  expect(await clocks(stage)).toEqual([
    { step: "complaint-accept", status: "met" },
    { step: "complaint-send-decision", status: "running" },
    { step: "complaint-send-suspension", status: "running" },
    { step: "complaint-send-suspension", status: "running" },
    { step: "complaint-settle", status: "met" },
  ]);
  expect(answerOf(await record(stage, "decision-sent"))).toBe("done");
  expect(await clocks(stage)).toContainEqual({ step: "complaint-send-decision", status: "met" });
});

test("a denunciation is extended as often as the criteria on record allow", async () => {
  const stage = await letter("denunciation");
  await record(stage, "accepted", { on: ago(15) });
  expect(answerOf(await record(stage, "extended"))).toMatchObject({ code: "invalid" });
  await record(stage, "facts", { criteria: ["several-places"] });
  expect(answerOf(await record(stage, "extended", { days: "20" }))).toBe("done");
  expect(answerOf(await record(stage, "extended"))).toMatchObject({ code: "invalid" });
  await record(stage, "facts", { criteria: ["several-places", "foreign"] });
  expect(answerOf(await record(stage, "extended"))).toBe("done");
  const [settle] = await province().rows<{ days: number }>(
    `select due_on - started_on as days from petition_clocks where petition_id = $1 and step = 'denunciation-settle'
      and status = 'running'`,
    [stage.petitionId],
  );
  expect(settle?.days).toBeGreaterThanOrEqual(80);
});

test("a letter classified otherwise drops the clocks of what it was", async () => {
  const stage = await letter("complaint");
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    ...stage,
    revision: 1,
    class: "denunciation",
    denounces: "",
  });
  expect(await clocks(stage)).toEqual([
    { step: "complaint-accept", status: "ended" },
    { step: "denunciation-register", status: "running" },
  ]);
});

test("the database lets no other office say what became of a letter", async () => {
  const { petitionId } = await letter("complaint");
  const client = await province().pool("app").connect();
  const { tenant, session } = as(province().phuTho, council, "chief");
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
      [tenant.id, session.accountId, province().phuTho.offices.get(council)],
    );
    await expect(
      client.query(
        `insert into petition_milestones (tenant_id, id, petition_id, kind, on_day, office_id, account_id, at)
          values (current_tenant(), gen_random_uuid(), $1, 'accepted', current_date, current_office(), current_account(), now())`,
        [petitionId],
      ),
    ).rejects.toMatchObject({ code: "PH001" });
  } finally {
    await client.query("rollback");
    client.release();
  }
});
