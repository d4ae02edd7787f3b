import { expect, test } from "vitest";
import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { communeOutside } from "@/tests/support/builders/letters-outside";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
let next = 0;

describeCommand(keepExternalBody, {
  province,
  ready: () => communeOutside(province()),
  by: [party, "records-clerk"],
  input: async ({ bodyId, bodyName }) => {
    next += 1;
    const [row] = await province().rows<{ revision: number }>(
      "select revision from external_bodies where id = $1",
      [bodyId],
    );
    return {
      bodyId,
      revision: row?.revision ?? 1,
      kind: "commune",
      name: `${bodyName} ${next}`,
      address: "Trung tâm xã",
      active: "yes",
    };
  },
  subjectId: () => null,
  does: {
    "keeps the name it had": async ({ stage }) => {
      const names = await province().rows("select name from external_body_names where body_id = $1", [
        stage.bodyId,
      ]);
      expect(names).toEqual([{ name: stage.bodyName }]);
    },
  },
  events: ["petitions.externalBodyKept"],
  wrongInput: {
    "no name": { change: { name: " " }, field: "name" },
    "no kind": { change: { kind: "club" }, field: "kind" },
    "no address of a mail": { change: { email: "vanthu" }, field: "email" },
    "below itself": { change: ({ bodyId }) => ({ parentId: bodyId }), field: "parentId" },
    "a name another has": {
      change: async () => ({ name: (await communeOutside(province())).bodyName }),
      field: "name",
    },
  },
  notAllowed: { "a specialist": { by: [party, "specialist"], reason: "role", source: "portal" } },
  // Each province has a list of its own: a body of another is none.
  otherTenant: { code: "not-found" },
  otherOffice: "may",
  wrongState: {},
  stale: { change: { revision: 99 }, message: "staleBody" },
  atOnce: { answer: { code: "stale" } },
});

test("a commune stands below a department and nothing below the commune", async () => {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const below = await communeOutside(province());
  const above = await communeOutside(province());
  const keep = (body: { bodyId: string; bodyName: string }, parentId: string, revision = 1) =>
    executeCommand(keepExternalBody, clerk, {
      bodyId: body.bodyId,
      revision,
      kind: "commune",
      name: body.bodyName,
      parentId,
    });
  await keep(below, above.bodyId);
  await expect(keep(above, below.bodyId)).rejects.toMatchObject({
    details: { fields: { parentId: ["bodyNotBelow"] } },
  });
  const third = await communeOutside(province());
  await expect(keep(third, below.bodyId)).rejects.toMatchObject({
    details: { fields: { parentId: ["bodyNotBelow"] } },
  });
});
