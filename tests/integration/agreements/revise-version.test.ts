import { expect } from "vitest";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  declined,
  drafted,
  inForce,
  inRound,
  negotiating,
  stateOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

/** Text, matrix and lead rows of a version without the ids of its own. */
async function contentOf(versionId: string): Promise<unknown> {
  const rows = await province().rows(
    `select (select jsonb_agg(to_jsonb(a) - 'version_id' order by ordinal) from agreement_articles a where version_id = $1) as articles,
      (select jsonb_agg(to_jsonb(a) - 'version_id' order by ordinal) from coordination_areas a where version_id = $1) as areas,
      (select jsonb_agg(to_jsonb(d) - 'version_id' - 'id' order by ordinal) from coordination_duties d where version_id = $1) as duties,
      (select jsonb_agg(jsonb_build_array(d.duty_key, to_jsonb(r) - 'version_id' - 'duty_id') order by d.ordinal, r.ordinal)
        from duty_lead_rows r join coordination_duties d on d.id = r.duty_id where r.version_id = $1) as rows,
      (select jsonb_agg(jsonb_build_array(d.duty_key, to_jsonb(o) - 'version_id' - 'duty_id') order by d.ordinal, o.office_id)
        from duty_offices o join coordination_duties d on d.id = o.duty_id where o.version_id = $1) as offices`,
    [versionId],
  );
  return rows[0];
}

describeCommand(reviseVersion, {
  province,
  ready: () => declined(province()),
  by: [committee, "department-head"],
  input: (version) => ({ versionId: version.versionId }),
  subjectId: (version) => version.versionId,
  does: {
    "makes the next version under negotiation, copied from this one": async ({ stage, result, province }) => {
      const [version] = await province.rows(
        `select number, state, copied_from_id as "from", agreement_id as agreement from agreement_versions where id = $1`,
        [result.versionId],
      );
      expect(version).toEqual({
        number: 2,
        state: "negotiating",
        from: stage.versionId,
        agreement: stage.agreementId,
      });
    },
    "copies every article, area, duty, lead row and office": async ({ stage, result }) => {
      expect(await contentOf(result.versionId)).toEqual(await contentOf(stage.versionId));
    },
    "leaves the declined version as it was": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("declined");
    },
  },
  events: ["agreements.revised"],
  wrongInput: {
    "no version": { change: { versionId: "latest" }, field: "versionId" },
    "neither the whole nor an amendment": { change: { as: "annex" }, field: "as" },
  },
  notAllowed: {
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] },
    "a records clerk": { by: [party, "records-clerk"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "a draft": { stage: () => drafted(province()), reason: "state", source: ["review", 2] },
    "while negotiating": { stage: () => negotiating(province()), reason: "state", source: ["review", 2] },
    "while a round is open": { stage: () => inRound(province()), reason: "state", source: ["review", 2] },
    "a signed one, by an office that only reads it": {
      stage: () => inForce(province()),
      by: ["VP MTTQ", "chief"],
      reason: "part",
      source: ["review", 2],
    },
    "one that was revised already": {
      stage: async () => {
        const version = await withdrawn(province());
        await executeCommand(reviseVersion, as(province().phuTho, party, "chief"), version);
        return version;
      },
      code: "stale",
      message: "newerVersion",
    },
  },
  stale: null,
  atOnce: {
    second: { by: [council, "chief"], input: (version) => ({ versionId: version.versionId }) },
    answer: { code: "stale" },
  },
});
