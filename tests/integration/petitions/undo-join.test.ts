import { expect, test } from "vitest";
import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { undoJoin } from "@/lib/petitions/commands/undo-join";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { party, useProvince } from "@/tests/support/builders/province";
import {
  apartPair,
  joinedPair,
  joinsOf,
  runningTerms,
  samePair,
} from "@/tests/support/builders/same-letters";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const withJoin = async (pair: Awaited<ReturnType<typeof samePair>>) => ({
  ...pair,
  joinId: (await joinsOf(province(), pair)).find(({ undone }) => !undone)?.id ?? "",
});

describeCommand(undoJoin, {
  province,
  ready: async () => withJoin(await joinedPair(province())),
  by: [party, "specialist"],
  input: ({ petitionId, revision, joinId }) => ({ petitionId, revision, joinId }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps the trace, and the letter's own terms run again": async ({ stage }) => {
      expect(await joinsOf(province(), stage)).toMatchObject([{ kind: "joined", undone: true }]);
      expect(await runningTerms(province(), stage)).not.toEqual([]);
    },
  },
  events: ["petitions.joinUndone"],
  wrongInput: { "no join": { change: { joinId: "x" }, field: "joinId" } },
  notAllowed: { "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" } },
  conflicts: {
    "of another letter": {
      change: { joinId: "00000000-0000-4000-8000-000000000000" },
      answer: { code: "conflict", message: "nothingJoined" },
    },
  },
  wrongState: {
    "undone already": {
      stage: async () => {
        const pair = await withJoin(await apartPair(province()));
        const { petitionId, revision, joinId } = pair;
        await executeCommand(undoJoin, as(province().phuTho, party, "specialist"), {
          petitionId,
          revision,
          joinId,
        });
        return { ...pair, revision: revision + 1 };
      },
      code: "conflict",
      message: "nothingJoined",
    },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("undone, a pair is joined anew", async () => {
  const { petitionId, revision, joinId, first } = await withJoin(await joinedPair(province()));
  const caller = as(province().phuTho, party, "specialist");
  await executeCommand(undoJoin, caller, { petitionId, revision, joinId });
  await executeCommand(joinPetition, caller, { petitionId, revision: revision + 1, code: first.code });
  expect((await joinsOf(province(), { petitionId })).map(({ undone }) => undone)).toEqual([true, false]);
});

test("joined, its terms end and those of the first run on; undone, they are the ones it had, to the same days", async () => {
  const pair = await samePair(province());
  const terms = ({ petitionId }: { petitionId: string }) =>
    province().rows<{ step: string; due: string; started: string }>(
      `select step, due_on::text as due, started_on::text as started from petition_clocks
        where petition_id = $1 and status in ('running', 'stopped') order by step`,
      [petitionId],
    );
  const [own, first] = [await terms(pair), await terms(pair.first)];
  expect(own).not.toEqual([]);
  const caller = as(province().phuTho, party, "specialist");
  const { petitionId, revision } = pair;
  await executeCommand(joinPetition, caller, { petitionId, revision, code: pair.first.code });
  expect([await terms(pair), await terms(pair.first)]).toEqual([[], first]);
  const { joinId } = await withJoin(pair);
  await executeCommand(undoJoin, caller, { petitionId, revision: revision + 1, joinId });
  expect([await terms(pair), await terms(pair.first)]).toEqual([own, first]);
});
