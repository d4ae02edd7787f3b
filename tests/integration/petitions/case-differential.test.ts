import { expect, test } from "vitest";
import { decideCase, partInCase } from "@/lib/petitions/cases/policy";
import type { CaseAct, CasePart } from "@/lib/petitions/cases/rule-table";
import { joinCase } from "@/lib/petitions/commands/join-case";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { roles } from "@/lib/platform/policy/rule-table";
import { as, postOf } from "@/prisma/seed/caller";
import { trying } from "@/tests/integration/platform/support/session";
import { answered, appointed, caseOf, household, representativesOf } from "@/tests/support/builders/cases";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

/** One statement an act, as whoever writes past the code would send it. */
const acts: Record<Exclude<CaseAct, "open">, string> = {
  join: `insert into petition_case_members (tenant_id, id, case_id, petition_id, kept, office_id, account_id, reason, at)
    values (current_tenant(), gen_random_uuid(), :case, :free, 'plain', (select lead_office_id from petitions where id = :free), current_account(), 'Lý do', now())`,
  leave: `update petition_case_members set kept = null, left_at = now(), left_by = current_account(), left_reason = 'Lý do'
    where case_id = :case and petition_id = :letter`,
  appoint: `insert into petition_case_representatives (tenant_id, id, case_id, petition_id, kept, full_name, document, appointed_on, office_id,
      account_id, at)
    values (current_tenant(), gen_random_uuid(), :case, :first, 'plain', :name, 'Giấy cử', portal_today(), current_office(), current_account(), now())`,
  endAppointment: `update petition_case_representatives set ended_at = now(), ended_by = current_account(), end_reason = 'Lý do' where case_id = :case`,
  answer: `update petition_cases set state = 'answered', answer = 'Trả lời chung', answered_on = portal_today(), revision = revision + 1 where id = :case`,
  tell: `update petition_case_members set told_on = portal_today(), told_how = 'post', told_by = current_account()
    where case_id = :case and office_id = current_office()`,
  recordStep: `insert into petition_case_steps (tenant_id, id, case_id, kind, on_day, document, office_id, account_id, at)
    values (current_tenant(), gen_random_uuid(), :case, 'settled', portal_today(), 'x/y', current_office(), current_account(), now())`,
  persist: "",
};

test("the database allows an office what the rule table allows somebody of it, and nothing else", async () => {
  const found = await caseOf(province(), 5);
  const other = await household(province(), found.matter, { bodyId: province().phuTho.bodies.get("TU") });
  await executeCommand(joinCase, as(province().phuTho, party, "specialist"), {
    petitionIds: [other.petitionId],
    code: found.code,
    reason: "Cùng một con đường.",
  });
  await appointed(province(), found);
  const free = await household(province(), found.matter);
  const [speaks] = await representativesOf(province(), found);
  expect(speaks).toBeDefined();
  const offices: readonly [string, CasePart][] = [
    [committee, "lead"],
    [party, "member"],
    [council, "none"],
  ];
  let cells = 0;
  for (const state of ["open", "answered"] as const) {
    if (state === "answered") await answered(province(), found);
    for (const [office, part] of offices) {
      for (const act of Object.keys(acts) as (keyof typeof acts)[]) {
        if (acts[act] === "") continue;
        // "letter" is whoever handles the letter the act is on: the party's office of its own, the committee's of the free one.
        const about =
          (act === "leave" && office === party) || (act === "join" && office === committee) ? "letter" : part;
        const allowed = roles.some((role) => decideCase({ role }, { act, part: about, state }).allowed);
        const { officeId, accountId } = postOf(province().phuTho, office, "chief");
        const sql = acts[act]
          .replaceAll(":case", `'${found.caseId}'`)
          .replaceAll(":letter", `'${other.petitionId}'`)
          .replaceAll(":free", `'${free.petitionId}'`)
          .replaceAll(":first", `'${found.letters[1]?.petitionId}'`)
          .replaceAll(":name", `'${found.letters[1]?.fullName}'`);
        const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
        const done = await trying(province().pool("app"), settings, (client) => client.query(sql)).then(
          ({ rowCount }) => (rowCount ?? 0) > 0,
          () => false,
        );
        expect({ office, act, state, done }).toEqual({ office, act, state, done: allowed });
        cells += 1;
      }
    }
  }
  expect(cells).toBe(2 * 3 * 7);
  expect(partInCase({ leadOfficeId: "a", memberOfficeIds: ["b"] }, "b")).toBe("member");
});
