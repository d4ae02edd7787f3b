import { beforeAll, describe, expect, test } from "vitest";
import { consented, inGroups, inRound } from "@/tests/support/builders/agreement-stages";
import { useProvince } from "@/tests/support/builders/province";
import { asked, taskRow } from "@/tests/support/builders/task-stages";
import {
  type Findings,
  probeAssistCloses,
  probeConsentsCleared,
  probeEditAfterFreeze,
  probeFileReplaced,
  probeHistoryRewritten,
  probeOutOfTurn,
  probePostNotHeld,
  probeStrangerReads,
  probeStrangerSigns,
} from "@/tests/support/differential/probes";
import {
  type Fault,
  sabotaged,
  withOpenPolicy,
  withoutBody,
  withoutTrigger,
} from "@/tests/support/differential/sabotage";
import type { TaskItem } from "@/tests/support/differential/task-cells";
import { type VersionItem, versionItem } from "@/tests/support/differential/version-item";

const province = useProvince();
let ready: VersionItem;
let round: VersionItem;
let groups: VersionItem;
let task: TaskItem;

beforeAll(async () => {
  ready = await versionItem(province(), "consented", await consented(province()));
  round = await versionItem(province(), "in a round", await inRound(province()));
  groups = await versionItem(province(), "in groups", await inGroups(province()));
  const stage = await asked(province());
  task = { name: "asked", ...stage, revision: Number((await taskRow(province(), stage))["revision"]) };
});

const probes: Record<string, { probe: () => Promise<Findings>; faults: Record<string, Fault> }> = {
  "a change clears every consent": {
    probe: () => probeConsentsCleared(province(), ready),
    faults: {
      "articles do not clear": withoutTrigger("agreement_articles", "guard_content"),
      "duties do not clear": withoutTrigger("coordination_duties", "guard_content"),
      "the matrix does not clear": withoutTrigger("duty_offices", "guard_content"),
      "the term does not clear": withoutTrigger("agreement_versions", "guard_update"),
    },
  },
  "nothing is edited after the round opened": {
    probe: () => probeEditAfterFreeze(province(), round),
    faults: {
      "articles are not guarded": withoutTrigger("agreement_articles", "guard_content"),
      "areas are not guarded": withoutTrigger("coordination_areas", "guard_content"),
      "lead rows are not guarded": withoutTrigger("duty_lead_rows", "guard_content"),
      "the version is not guarded": withoutTrigger("agreement_versions", "guard_update"),
      "the guard lets all pass": withoutBody("assert_may_edit(p_tenant uuid, p_version uuid)"),
    },
  },
  "no stranger signs": {
    probe: () => probeStrangerSigns(province(), round),
    faults: { "signatures are not guarded": withoutTrigger("signatures", "guard_insert") },
  },
  "nobody signs before the own turn": {
    probe: () => probeOutOfTurn(province(), groups),
    faults: { "turns are not guarded": withoutTrigger("signatures", "guard_turn") },
  },
  "no other file is signed than the one issued": {
    probe: () => probeFileReplaced(province(), round),
    faults: { "files are not guarded": withoutTrigger("issued_documents", "guard_insert") },
  },
  "no assisting office closes or describes": {
    probe: () => probeAssistCloses(province(), task),
    faults: { "tasks are not guarded": withoutTrigger("tasks", "guard_update") },
  },
  "nobody acts from a post that is not held": {
    probe: () => probePostNotHeld(province(), task, ready),
    faults: { "posts are not asked for": withoutBody("assert_acting()") },
  },
  "an office without part reads nothing": {
    probe: () => probeStrangerReads(province()),
    faults: {
      "every task is readable": withOpenPolicy("tasks", "read_by_access"),
      "every version is readable": withOpenPolicy("agreement_versions", "read_by_access"),
      "every event is readable": withOpenPolicy("audit_events", "read_by_access"),
    },
  },
  "history is not rewritten": {
    probe: () => probeHistoryRewritten(province()),
    faults: {
      "events may be changed": withoutTrigger("audit_events", "append_only"),
      "signatures may be removed": withoutTrigger("signatures", "insert_only"),
      "files may be changed": withoutTrigger("issued_documents", "insert_only"),
    },
  },
};

describe.each(Object.entries(probes))("%s", (_promise, { probe, faults }) => {
  test("in the database as it is", async () => {
    expect(await probe()).toEqual([]);
  });

  test.each(Object.entries(faults))("found when %s", async (_name, fault) => {
    expect(await sabotaged(province(), fault, probe)).not.toEqual([]);
  });

  test("and whole again afterwards", async () => {
    expect(await probe()).toEqual([]);
  });
});
