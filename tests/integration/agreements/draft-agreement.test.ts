import { expect } from "vitest";
import { draftAgreement } from "@/lib/agreements/commands/draft-agreement";
import { parties } from "@/tests/support/builders/agreement-stages";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(draftAgreement, {
  province,
  ready: async () => ({}),
  by: [council, "specialist"],
  input: () => ({
    title: "Quy chế phối hợp năm sau",
    officeIds: [...province().phuTho.offices.values()],
    plannedFrom: "1/1/2027",
    plannedUntil: "31/12/2031",
  }),
  subjectId: () => null,
  does: {
    "names the drafting office as contact and first party, the others in their order": async ({
      result,
      province,
    }) => {
      const rows = await province.rows<{ code: string; contact: boolean }>(
        `select o.code, a.contact_office_id = o.id as contact from agreement_parties p
          join agreements a on a.tenant_id = p.tenant_id and a.id = p.agreement_id
          join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
          where p.agreement_id = $1 order by p.ordinal`,
        [result.agreementId],
      );
      expect(rows).toEqual([
        { code: council, contact: true },
        ...parties.filter((office) => office !== council).map((code) => ({ code, contact: false })),
      ]);
    },
    "names every office's chief as signer": async ({ result, province }) => {
      const rows = await province.rows<{ role: string; own: boolean }>(
        `select s.role, s.office_id = p.office_id as own from agreement_parties p
          join posts s on s.tenant_id = p.tenant_id and s.id = p.signing_post_id where p.agreement_id = $1`,
        [result.agreementId],
      );
      expect(rows).toEqual(parties.map(() => ({ role: "chief", own: true })));
    },
    "writes 15 articles, eight areas and a duty for each clause of theirs": async ({ result, province }) => {
      const [counts] = await province.rows(
        `select (select count(*)::integer from agreement_articles where version_id = $1) as articles,
          (select count(*)::integer from coordination_areas where version_id = $1) as areas,
          (select count(*)::integer from coordination_duties where version_id = $1) as duties`,
        [result.versionId],
      );
      expect(counts).toEqual({ articles: 15, areas: 8, duties: 18 });
    },
    "keeps the first version as a draft with its dates, the last day as people say it": async ({
      result,
      province,
    }) => {
      const [version] = await province.rows(
        `select number, state, revision, planned_from::text as "from", planned_until::text as "until", mark
          from agreement_versions where id = $1`,
        [result.versionId],
      );
      expect(version).toEqual({
        number: 1,
        state: "draft",
        revision: 1,
        from: "2027-01-01",
        until: "2032-01-01",
        mark: "Bản mẫu do phần mềm soạn, chưa được cơ quan nào ban hành",
      });
    },
  },
  events: ["agreements.drafted"],
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "a title of blanks": { change: { title: "        " }, field: "title" },
    "a title longer than the paper's head": { change: { title: "a".repeat(201) }, field: "title" },
    "no other office": { change: { officeIds: [] }, field: "officeIds" },
    "offices of another tenant": {
      change: () => ({ officeIds: [...province().haGiang.offices.values()] }),
      field: "officeIds",
    },
    "a day that is none": { change: { plannedFrom: "31/2/2027" }, field: "plannedFrom" },
    "an end before the beginning": { change: { plannedUntil: "1/1/2026" }, field: "plannedUntil" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
    "an inspector": { by: [council, "inspector"], reason: "role", source: "portal" },
  },
  // Any office of any tenant drafts among the offices of its own; ours are none of theirs.
  otherTenant: { code: "invalid" },
  // The Front's office may draft like any other; the paper of the eight areas has no place for it.
  otherOffice: { answer: { code: "conflict", message: "officesMissing" } },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
