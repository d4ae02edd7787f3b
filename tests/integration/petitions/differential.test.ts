import { beforeAll, expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { decidePetition, type PetitionSubject } from "@/lib/petitions/policy";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { petitionRow, type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { filedAway } from "@/tests/support/builders/petition-way";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

// The database beside the policy: statements sent as portal_app, past the code.

const province = useProvince();
const stages: Record<"received" | "classified" | "denunciation", TakenPetition> = {
  received: { petitionId: "", code: "" },
  classified: { petitionId: "", code: "" },
  denunciation: { petitionId: "", code: "" },
};

beforeAll(async () => {
  // Taken in by the committee's office for the Party committee: lead and filing office are two.
  const forParty = { bodyId: province().phuTho.bodies.get("TU") };
  stages.received = await taken(province(), forParty);
  stages.classified = await taken(province(), forParty);
  stages.denunciation = await taken(province(), { ...forParty, denounces: "unsure" });
  const classify = (letter: TakenPetition, petitionClass: string) =>
    executeCommand(classifyPetition, as(province().phuTho, party, "specialist"), {
      petitionId: letter.petitionId,
      revision: 1,
      class: petitionClass,
    });
  await classify(stages.classified, "feedback");
  await classify(stages.denunciation, "denunciation");
});

function settingsOf(office: string) {
  const { officeId, accountId } = postOf(province().phuTho, office, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId, accountId };
}

const offices = [party, committee, council, stranger];

test.each(
  (["received", "classified"] as const).flatMap((stage) => offices.map((office) => [stage, office] as const)),
)(
  "classifying what is %s as %s: the database refuses what the policy refuses for the part",
  async (stage, office) => {
    const letter = stages[stage];
    const row = await petitionRow(province(), letter);
    const subject: PetitionSubject = {
      state: stage,
      leadOfficeId: String(row["lead_office_id"]),
      receivingOfficeId: String(row["receiving_office_id"]),
      filingOfficeId: String(row["filing_office_id"]),
      offices: [],
    };
    const settings = settingsOf(office);
    const decision = decidePetition({ role: "chief", officeId: settings.officeId }, "classify", subject);
    const outcome = await outcomeOf(
      province().pool("app"),
      settings,
      "update petitions set class = 'complaint', state = 'classified', revision = revision + 1 where id = $1",
      [letter.petitionId],
    );
    const reads = office === party || office === committee;
    expect(outcome === "done", outcome).toBe(reads && decision.allowed);
    if (!reads) expect(outcome).toBe("no row");
  },
);

const leaps: readonly [string, string][] = [
  ["a letter that is received is not accepted at once", "state = 'accepted'"],
  ["nor suspended", "state = 'suspended'"],
  ["nor settled", "state = 'settled', closed_at = now(), outcome = 'settled', outcome_on = portal_today()"],
  [
    "a letter is never refused as a visit is",
    "state = 'refused', closed_at = now(), refusal_ground = 'answered'",
  ],
  ["the code stays", "code = 'PT-MINE'"],
  ["the filing office stays", "filing_office_id = lead_office_id"],
  ["who received it stays", "receiving_office_id = filing_office_id"],
  ["an older revision is stale", "note = 'x', revision = revision - 2"],
  [
    "a lead without duty or acknowledgement is none",
    "lead_office_id = filing_office_id, lead_why = 'forwarded'",
  ],
  ["nothing is destroyed that was not filed away", "destroyed_at = now()"],
];

test.each(leaps)("%s", async (_name, change) => {
  const outcome = await outcomeOf(
    province().pool("app"),
    settingsOf(party),
    `update petitions set ${change.includes("revision") ? "" : "revision = revision + 1, "}${change} where id = $1`,
    [stages.received.petitionId],
  );
  expect(outcome).toMatch(/^(PH00[12] (state|frozen|stale|part)|23514)$/);
});

test("another's office cannot be named, another's body neither, and nobody else writes who wrote", async () => {
  const insert = (settings: ReturnType<typeof settingsOf>, filing: string, state = "received") =>
    outcomeOf(
      province().pool("app"),
      settings,
      `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, filing_account_id,
          lead_office_id, channel, received_on, denounces, identity, subject, content, state, created_at, changed_at)
        select tenant_id, gen_random_uuid(), 'D-' || gen_random_uuid(), 'letter', receiving_body_id, receiving_office_id, ${filing},
          current_account(), lead_office_id, 'post', portal_today(), 'no', 'plain', 'Đơn', '', $2, now(), now()
        from petitions where id = $1`,
      [stages.received.petitionId, state],
    );
  expect(await insert(settingsOf(committee), "current_office()")).toBe("done");
  expect(await insert(settingsOf(committee), "lead_office_id")).toBe("PH001 not-own-office");
  expect(await insert(settingsOf(committee), "current_office()", "forwarded")).toBe("PH002 state");
  const people = `update petition_people set sealed = null where petition_id = $1`;
  expect(
    await outcomeOf(province().pool("app"), settingsOf(council), people, [stages.denunciation.petitionId]),
  ).toBe("no row");
  expect(
    await outcomeOf(province().pool("app"), settingsOf(party), people, [stages.denunciation.petitionId]),
  ).toBe("23514");
});

test("a destroyed key stays destroyed", async () => {
  const destroy = "update petition_keys set wrapped = null, destroyed_at = now() where petition_id = $1";
  // Filed away, its year over: before that no key is destroyed at all.
  const letter = await filedAway(province());
  const client = await province().pool("app").connect();
  try {
    await client.query("begin");
    const { tenantId, officeId, accountId } = settingsOf(committee);
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.office_id', $2, true), set_config('app.account_id', $3, true)",
      [tenantId, officeId, accountId],
    );
    await client.query(destroy, [letter.petitionId]);
    await expect(
      client.query("update petition_keys set wrapped = 'x', destroyed_at = null where petition_id = $1", [
        letter.petitionId,
      ]),
    ).rejects.toMatchObject({ code: "PH009" });
  } finally {
    await client.query("rollback");
    client.release();
  }
});
