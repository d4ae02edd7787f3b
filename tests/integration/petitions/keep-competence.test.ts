import { expect, test } from "vitest";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { keepCompetence } from "@/lib/petitions/commands/keep-competence";
import { getCompetence } from "@/lib/petitions/competence/queries/get-competence";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  competenceBasis,
  dayIn,
  daysOfSubject,
  keepingInput,
  keptRow,
  typedIn,
} from "@/tests/support/builders/competence-rows";
import {
  asOwner,
  classified,
  forwardingInput,
  forwardsOf,
  officeIdOf,
} from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const chief = () => as(province().phuTho, committee, "chief");

describeCommand(keepCompetence, {
  province,
  ready: () => keptRow(province()),
  by: [committee, "chief"],
  input: async ({ key }) => {
    // Each the day after the last: who may keep rows too did so.
    const rows = await daysOfSubject(province(), key);
    return keepingInput(province(), { subjectKey: key, label: "", validFrom: typedIn(10 + rows.length) });
  },
  subjectId: () => null,
  does: {
    "ends what held the day before": async ({ stage }) => {
      expect(await daysOfSubject(province(), stage.key)).toEqual([
        { from: dayIn(0), until: dayIn(10), withdrawn: false },
        { from: dayIn(11), until: null, withdrawn: false },
      ]);
    },
  },
  events: ["petitions.competenceKept"],
  wrongInput: {
    "no office": { change: { officeId: "" }, field: "officeId" },
    "an office that is none": { change: ({ id }) => ({ officeId: id }), field: "officeId" },
    "no basis": { change: { basis: "" }, field: "basis" },
    "a day that passed": { change: { validFrom: typedIn(-1) }, field: "validFrom" },
    "a day the present row began on": { change: { validFrom: typedIn(0) }, field: "validFrom" },
    "a subject that is none": { change: { subjectKey: "none-such" }, field: "subjectKey" },
    "a new subject without words": { change: { subjectKey: "", label: "" }, field: "label" },
    "a new subject that is there": { change: ({ label }) => ({ subjectKey: "", label }), field: "label" },
  },
  notAllowed: {
    "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" },
    "a records clerk": { by: [party, "records-clerk"], reason: "role", source: "portal" },
  },
  // Each province keeps a table of its own: what the page of another knew is stale.
  otherTenant: { code: "stale" },
  otherOffice: "may",
  wrongState: {},
  stale: { change: { rows: 99 }, message: "staleCompetence" },
  atOnce: { answer: { code: "stale" } },
});

test("the suggestion follows: a letter goes where the row of today says, without a reason, and the slip says by which law", async () => {
  const { key } = await keptRow(province(), { officeId: officeIdOf(province(), council) });
  const letter = await classified(province());
  const input = {
    ...forwardingInput(province(), letter),
    subjectKey: key,
    officeId: officeIdOf(province(), council),
  };
  await executeCommand(forwardPetition, as(province().phuTho, committee, "specialist"), input);
  expect(await forwardsOf(province(), letter)).toMatchObject([{ basis: competenceBasis }]);
  // Elsewhere than the row says, the reason is asked for.
  const other = await classified(province());
  const elsewhere = await attempt(forwardPetition, as(province().phuTho, committee, "specialist"), {
    ...forwardingInput(province(), other),
    subjectKey: key,
  });
  expect(answerOf(elsewhere)).toMatchObject({
    code: "invalid",
    fields: { reason: ["forwardReasonMissing"] },
  });
});

test("a row stands in for one of the signed table from its day on; the signed table stays as it was signed", async () => {
  const view = async () => (await runQuery(getCompetence, chief(), {}))?.view;
  const lineOf = async () => (await view())?.subjects.find(({ key }) => key === "party-discipline");
  expect(await lineOf()).toMatchObject({ today: { officeCode: party, by: "agreement" } });
  const before = await province().rows("select * from duty_lead_rows order by duty_id, subject_key");
  const later = await keptRow(province(), {
    subjectKey: "party-discipline",
    label: "",
    validFrom: typedIn(3),
  });
  expect(await lineOf()).toMatchObject({ today: { officeCode: party, by: "agreement" } });
  expect(later.label).toMatch(/^Kỷ luật trong Đảng/);
  // Three days went by.
  await asOwner(province(), "update competence_rows set valid_from = portal_today() - 1 where id = $1", [
    later.id,
  ]);
  expect(await lineOf()).toMatchObject({
    today: { officeCode: council, by: "kept", basis: competenceBasis },
    signed: { officeCode: party },
  });
  expect(await province().rows("select * from duty_lead_rows order by duty_id, subject_key")).toEqual(before);
});

test("the database refuses past days, two rows of a day, and a row that held to be written over", async () => {
  const { id, key } = await keptRow(province());
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  const send = (sql: string, values: readonly string[]) =>
    outcomeOf(province().pool("app"), settings, sql, [...values]);
  const insert = (from: string) =>
    send(
      `insert into competence_rows (tenant_id, id, subject_key, label, office_id, basis, valid_from, account_id, created_at)
        select tenant_id, gen_random_uuid(), subject_key, label, office_id, basis, ${from}, current_account(), now()
        from competence_rows where id = $1`,
      [id],
    );
  expect(await insert("portal_today() - 1")).toBe("PH002 day-past");
  expect(await insert("portal_today() + 1")).toBe("23P01");
  const change = (set: string) =>
    send(`update competence_rows set ended_by = current_account(), ${set} where id = $1`, [id]);
  expect(await change("valid_until = portal_today() - 1")).toMatch(/^(PH002 state|23514)/);
  expect(await change("withdrawn_at = now()")).toBe("PH002 state");
  expect(await change("office_id = office_id")).toMatch(/^42501/);
  expect(await daysOfSubject(province(), key)).toEqual([{ from: dayIn(0), until: null, withdrawn: false }]);
});
