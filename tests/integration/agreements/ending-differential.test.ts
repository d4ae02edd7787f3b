import { beforeAll, expect, test } from "vitest";
import { agreeEnding } from "@/lib/agreements/commands/agree-ending";
import { endingActs } from "@/lib/agreements/ending/rule-table";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { inForceCopy, proposed } from "@/tests/support/builders/endings";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { drawActor } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { compareEndingCells, type EndingItem } from "@/tests/support/differential/ending-cells";
import { tries } from "@/tests/support/differential/probes";

const drawn = 200;
const province = useProvince();
const items: EndingItem[] = [];

beforeAll(async () => {
  const none = { ...(await inForceCopy(province())), endingId: "00000000-0000-4000-8000-000000000001" };
  const open = await proposed(province(), await inForceCopy(province()));
  const half = await proposed(province(), await inForceCopy(province()));
  const agreed = await proposed(province(), await inForceCopy(province()));
  const agree = (office: string, { agreementId, endingId }: typeof half) =>
    executeCommand(agreeEnding, as(province().phuTho, office, "chief"), { agreementId, endingId });
  await agree(party, half);
  for (const office of [party, committee]) await agree(office, agreed);
  for (const [name, { agreementId, endingId }] of Object.entries({ none, open, half, agreed })) {
    items.push({ name, agreementId, endingId });
  }
});

test(`64 cells of the chiefs, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const chiefs = [party, council, committee, stranger].flatMap((office) =>
    items.flatMap((item) =>
      endingActs.map((act) => ({ who: tries(province(), office, "chief"), item, act })),
    ),
  );
  const draw = drawFrom(20261128);
  const others = Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(endingActs),
  }));
  const { counts, allowed, differences } = await compareEndingCells(province(), [...chiefs, ...others]);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...endingActs].sort());
  expect(counts.allowed).toBeGreaterThan(8);
  expect(counts.refused).toBeGreaterThan(100);
}, 120_000);
