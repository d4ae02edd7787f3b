import { expect } from "vitest";
import { recordDelegation } from "@/lib/agreements/commands/record-delegation";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { postOf } from "@/prisma/seed/caller";
import { drafted } from "@/tests/support/builders/agreement-stages";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand, type Person } from "@/tests/support/command-outcomes";

const province = useProvince();
const post = (...person: Person) => postOf(province().phuTho, ...person);
const today = dayAt(new Date());

describeCommand(recordDelegation, {
  province,
  ready: () => drafted(province()),
  by: [council, "chief"],
  input: () => ({
    kind: "KT",
    toPostId: post(council, "deputy-chief").postId,
    basis: "Thông báo phân công số 12-TB/VP",
    from: formatDay(today),
    until: formatDay(plusDays(today, 30)),
  }),
  subjectId: () => null,
  does: {
    "keeps who signs for whom, from when to when, on what ground": async ({ result, province }) => {
      const [row] = await province.rows(
        `select kind, post_id as "postId", to_post_id as "toPostId", to_person_id as "toPersonId", agreement_id as "agreementId",
          basis, from_date::text as "from", until_date::text as "until", made_by as "madeBy", revoked_at as "revokedAt"
        from signing_delegations where id = $1`,
        [result.delegationId],
      );
      const [chief, deputy] = [post(council, "chief"), post(council, "deputy-chief")];
      expect(row).toEqual({
        kind: "KT",
        postId: chief.postId,
        toPostId: deputy.postId,
        toPersonId: deputy.personId,
        agreementId: null,
        basis: "Thông báo phân công số 12-TB/VP",
        from: today,
        until: plusDays(today, 30),
        madeBy: chief.accountId,
        revokedAt: null,
      });
    },
  },
  events: ["agreements.delegationRecorded"],
  wrongInput: {
    "no kind": { change: { kind: "TL" }, field: "kind" },
    "nobody to sign": { change: { toPostId: "" }, field: "toPostId" },
    "KT. by a head of department": {
      change: () => ({ toPostId: post(council, "department-head").postId }),
      field: "toPostId",
    },
    "a deputy of another office": {
      change: () => ({ toPostId: post(party, "deputy-chief").postId }),
      field: "toPostId",
    },
    "no ground": { change: { basis: " " }, field: "basis" },
    "no day": { change: { from: "" }, field: "from" },
    "a last day before the first": { change: { until: formatDay(plusDays(today, -1)) }, field: "until" },
    "dates that have passed": {
      change: { from: "01/01/2026", until: "02/01/2026" },
      field: "until",
    },
    "TUQ. for no agreement": { change: { kind: "TUQ" }, field: "agreementId" },
    "TUQ. for an agreement that is none of the office's": {
      change: { kind: "TUQ", agreementId: "019aa000-0000-7000-8000-000000000001" },
      field: "agreementId",
    },
  },
  notAllowed: {
    "a deputy: nobody passes on what was given": {
      by: [council, "deputy-chief"],
      reason: "role",
      source: "portal",
    },
    "a specialist": { by: [council, "specialist"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "invalid" },
  otherOffice: { answer: { code: "invalid", message: "invalid" } },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
