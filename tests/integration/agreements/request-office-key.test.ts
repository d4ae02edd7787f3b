import { describe, expect, test } from "vitest";
import { requestOfficeKey } from "@/lib/agreements/commands/request-office-key";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { addAuthority, issueRequestedKey, listKeyRequests } from "@/lib/agreements/key-enrolment";
import { getOfficeCertificates } from "@/lib/agreements/queries/get-office-certificates";
import { getOwnCertificates } from "@/lib/agreements/queries/get-own-certificates";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  expectLastFileSound,
  officeSigningInput,
  signed,
  signedForOffice,
} from "@/tests/support/builders/agreement-stages";
import { asOperator } from "@/tests/support/builders/operator";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const authorityPassphrase = "mật khẩu của người vận hành";
const newPassphrase = "khóa cơ quan mới 2026";

const asked = () => ({
  passphrase: newPassphrase,
  repeatPassphrase: newPassphrase,
  password: province().password,
});
const clerk = (office: string) => as(province().phuTho, office, "records-clerk");
const officeOf = (office: string) => postOf(province().phuTho, office, "records-clerk").officeId;

describeCommand(requestOfficeKey, {
  province,
  ready: () => Promise.resolve({}),
  by: [committee, "records-clerk"],
  input: () => Promise.resolve(asked()),
  subjectId: () => null,
  does: {
    "keeps a wrapped key of the office that waits, and nothing in the clear": async ({
      result,
      province,
    }) => {
      const [row] = await province.rows<{ state: string; office: string; wrapped: Buffer }>(
        "select state, office_id as office, wrapped_key as wrapped from signing_key_requests where id = $1",
        [result.requestId],
      );
      expect(row).toMatchObject({ state: "waiting", office: officeOf(committee) });
      expect(row?.wrapped.includes(newPassphrase)).toBe(false);
    },
    "and is nobody's own key": async ({ province }) => {
      const own = await runQuery(getOwnCertificates, as(province.phuTho, committee, "records-clerk"), {});
      expect(own?.view.keyRequestedAt).toBeNull();
    },
  },
  events: ["agreements.signingKeyRequested"],
  wrongInput: {
    "a short passphrase": {
      change: { passphrase: "ngắn quá", repeatPassphrase: "ngắn quá" },
      field: "passphrase",
    },
    "another passphrase the second time": {
      change: { repeatPassphrase: `${newPassphrase}!` },
      field: "repeatPassphrase",
    },
    "no password": { change: { password: "" }, field: "password" },
  },
  notAllowed: {
    "the chief, who does not hold the office's key": {
      by: [committee, "chief"],
      reason: "role",
      source: "portal",
    },
  },
  // Every office has a key of its own, and its clerk alone asks for another.
  otherTenant: { code: "forbidden" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("a wrong password makes no key", async () => {
  const answer = answerOf(
    await attempt(requestOfficeKey, clerk(committee), { ...asked(), password: "không phải mật khẩu này" }),
  );
  expect(answer).toMatchObject({ code: "invalid", fields: { password: ["passwordWrong"] } });
});

describe("an office whose clerk forgot the passphrase", () => {
  test("signs with a new key once the operator issued its certificate; the old one is revoked with its time and what it signed stays valid", async () => {
    const before = await signed(province());
    const { certificateId: old } = await officeSigningInput(province(), before, party);
    await signedForOffice(province(), before, party);

    const first = await executeCommand(requestOfficeKey, clerk(party), asked());
    const { requestId } = await executeCommand(requestOfficeKey, clerk(party), asked());
    const waiting = await asOperator(province(), listKeyRequests);
    expect(waiting.map(({ id }) => id)).not.toContain(first.requestId);
    expect(waiting.find(({ id }) => id === requestId)).toMatchObject({
      name: "Văn phòng Tỉnh ủy",
      title: "Cơ quan, tổ chức",
      office: province().phuTho.tenant.name,
    });
    await asOperator(province(), (query, id) =>
      addAuthority(query, { id, name: province().phuTho.tenant.name }, authorityPassphrase, new Date()),
    );
    const issue = () =>
      asOperator(province(), (query, tenantId) =>
        issueRequestedKey(query, tenantId, requestId, authorityPassphrase, new Date()),
      );
    expect(await issue()).toBe("issued");
    expect(await issue()).toBe("no-request");

    const page = await runQuery(getOfficeCertificates, clerk(party), {});
    const [fresh, ...others] = page?.view.certificates ?? [];
    expect(page?.view.keyRequestedAt).toBeNull();
    expect(fresh).toMatchObject({ state: "valid", key: "open", uses: [] });
    expect(others).toMatchObject([{ id: old, state: "revoked" }]);
    expect(others[0]?.revokedAt).toBeInstanceOf(Date);
    expect(others[0]?.uses.map(({ agreementId }) => agreementId)).toContain(before.agreementId);
    // The chief of the office reads what was signed in its name, and nothing of the key.
    const chief = await runQuery(getOfficeCertificates, as(province().phuTho, party, "chief"), {});
    expect(chief?.view.certificates[0]).toMatchObject({ id: fresh?.id, key: "others" });

    const after = await signed(province());
    const input = await officeSigningInput(province(), after, party);
    const sign = (certificateId: string, passphrase: string) =>
      attempt(signForOffice, clerk(party), { ...input, certificateId, passphrase });
    expect(answerOf(await sign(old, province().password))).toMatchObject({ message: "certificateNotValid" });
    expect(answerOf(await sign(fresh?.id ?? "", newPassphrase))).toBe("done");
    // Each file is whole, that signed before with the old key and that with the new one.
    await expectLastFileSound(province(), before);
    await expectLastFileSound(province(), after);
    const [event] = await province().rows(
      `select payload ->> 'officeId' as office, payload ->> 'reason' as reason from audit_events
        where name = 'agreements.certificateRevoked' and subject_id = $1`,
      [old],
    );
    expect(event).toEqual({ office: officeOf(party), reason: "replaced" });
  });

  test("is helped by nobody who goes round the code: none but its own clerk asks for its key or reads what waits", async () => {
    const { requestId } = await executeCommand(requestOfficeKey, clerk(council), asked());
    const tenantId = province().phuTho.tenant.id;
    const asks = (office: string, role: "chief" | "records-clerk") => {
      const { officeId, accountId, personId, postId } = postOf(province().phuTho, office, role);
      return outcomeOf(
        province().pool("app"),
        { tenantId, officeId, accountId },
        `insert into signing_key_requests (tenant_id, id, person_id, post_id, account_id, office_id, public_key, wrapped_key, requested_at)
          values ($1, gen_random_uuid(), $2, $3, $4, $5, '\\x01', '\\x01', now())`,
        [tenantId, personId, postId, accountId, officeOf(council)],
      );
    };
    expect(await asks(council, "chief")).toBe("42501");
    expect(await asks(committee, "records-clerk")).toBe("42501");
    for (const [office, role] of [
      [council, "chief"],
      [committee, "records-clerk"],
    ] as const) {
      const { officeId, accountId } = postOf(province().phuTho, office, role);
      const read = await outcomeOf(
        province().pool("app"),
        { tenantId, officeId, accountId },
        "update signing_key_requests set state = 'replaced', answered_at = now() where id = $1",
        [requestId],
      );
      expect(read).toBe("no row");
    }
    const [row] = await province().rows("select state from signing_key_requests where id = $1", [requestId]);
    expect(row).toEqual({ state: "waiting" });
  });
});
