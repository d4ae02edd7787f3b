import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { seeAdditions } from "@/lib/petitions/commands/see-additions";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { committee, type Province, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

/** A letter its sender asked to withdraw on line. */
async function added(of: Province): Promise<TakenPetition> {
  const letter = await taken(of);
  const client = await of.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [of.phuTho.tenant.id]);
    await client.query(
      `insert into petition_additions (tenant_id, id, petition_id, kind, created_at)
        values (current_tenant(), gen_random_uuid(), $1, 'withdrawal', now())`,
      [letter.petitionId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  return letter;
}

const onDesk = async (office: string, { petitionId }: TakenPetition) => {
  const found = await runQuery(getDesk, as(province().phuTho, office, "chief"), {});
  return found?.view.petitions.filter((each) => each.petitionId === petitionId).map(({ act }) => act);
};

describeCommand(seeAdditions, {
  province,
  ready: () => added(province()),
  by: [committee, "records-clerk"],
  input: ({ petitionId }) => ({ petitionId }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps who saw it": async ({ stage }) => {
      const rows = await province().rows(
        "select seen_by from petition_additions where petition_id = $1 and seen_at is not null",
        [stage.petitionId],
      );
      expect(rows).toEqual([{ seen_by: postOf(province().phuTho, committee, "records-clerk").accountId }]);
    },
    "takes it from the desk": async ({ stage }) => {
      expect(await onDesk(committee, stage)).not.toContain("seeAdditions");
    },
  },
  events: ["petitions.additionsSeen"],
  wrongInput: { "no letter": { change: { petitionId: "x" }, field: "petitionId" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "nothing added": { stage: () => taken(province()), code: "stale", message: "stalePetition" } as never,
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});

test("what a sender added stands on the desk of who handles the letter, and of nobody else", async () => {
  const letter = await added(province());
  expect(await onDesk(committee, letter)).toContain("seeAdditions");
  expect(await onDesk(party, letter)).toEqual([]);
  await executeCommand(seeAdditions, as(province().phuTho, committee, "specialist"), letter);
  expect(await onDesk(committee, letter)).not.toContain("seeAdditions");
});
