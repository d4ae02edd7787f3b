import { beforeAll, describe, expect, test } from "vitest";
import { requestSigningKey } from "@/lib/agreements/commands/request-signing-key";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { addAuthority, issueRequestedKey, listKeyRequests } from "@/lib/agreements/key-enrolment";
import { getOwnCertificates } from "@/lib/agreements/queries/get-own-certificates";
import type { OwnerQuery } from "@/lib/agreements/signing-roots";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { inRound, signingInput } from "@/tests/support/builders/agreement-stages";
import { asOperator } from "@/tests/support/builders/operator";
import { committee, party, stranger, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const authorityPassphrase = "mật khẩu của người vận hành";
const newPassphrase = "khóa ký mới 2026";

const asked = () => ({
  passphrase: newPassphrase,
  repeatPassphrase: newPassphrase,
  password: province().password,
});

const operate = <T>(act: (query: OwnerQuery, tenantId: string) => Promise<T>) => asOperator(province(), act);

beforeAll(async () => {
  // The fourth office's chief has a password as everybody else.
  await province().rows(
    "update accounts set password_hash = (select password_hash from accounts where id = $1) where id = $2",
    [
      postOf(province().phuTho, party, "chief").accountId,
      postOf(province().phuTho, stranger, "chief").accountId,
    ],
  );
});

describeCommand(requestSigningKey, {
  province,
  ready: () => Promise.resolve({}),
  by: [committee, "chief"],
  input: () => Promise.resolve(asked()),
  subjectId: () => null,
  does: {
    "keeps a wrapped key that waits, and nothing in the clear": async ({ result, province }) => {
      const [row] = await province.rows<{ state: string; wrapped: Buffer }>(
        "select state, wrapped_key as wrapped from signing_key_requests where id = $1",
        [result.requestId],
      );
      expect(row?.state).toBe("waiting");
      expect(row?.wrapped.includes(newPassphrase)).toBe(false);
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
    "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" },
  },
  otherTenant: "on its own",
  otherOffice: "may",
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("a wrong password makes no key", async () => {
  const answer = answerOf(
    await attempt(requestSigningKey, as(province().phuTho, committee, "chief"), {
      ...asked(),
      password: "không phải mật khẩu này",
    }),
  );
  expect(answer).toMatchObject({ code: "invalid", fields: { password: ["passwordWrong"] } });
});

describe("who forgot the passphrase", () => {
  test("signs with a new key once the operator issued its certificate; the old one is revoked and what it signed stays", async () => {
    const chief = () => as(province().phuTho, party, "chief");
    const before = await inRound(province());
    const signing = await signingInput(province(), before, party);
    const old = signing.certificateId;
    await executeCommand(signVersion, chief(), signing);

    const first = await executeCommand(requestSigningKey, chief(), {
      ...asked(),
      passphrase: "một khóa khác",
      repeatPassphrase: "một khóa khác",
    });
    const { requestId } = await executeCommand(requestSigningKey, chief(), asked());
    const mine = await operate(listKeyRequests);
    expect(mine.map(({ id }) => id)).toContain(requestId);
    expect(mine.map(({ id }) => id)).not.toContain(first.requestId);

    const issue = (passphrase: string) =>
      operate((query, tenantId) => issueRequestedKey(query, tenantId, requestId, passphrase, new Date()));
    expect(await issue(authorityPassphrase)).toBe("wrong-passphrase");
    await operate((query, id) =>
      addAuthority(query, { id, name: province().phuTho.tenant.name }, authorityPassphrase, new Date()),
    );
    expect(await issue(authorityPassphrase)).toBe("issued");
    expect(await issue(authorityPassphrase)).toBe("no-request");

    const answered = await runQuery(getOwnCertificates, chief(), {});
    const [fresh, ...others] = answered?.view.certificates ?? [];
    expect(fresh).toMatchObject({ state: "valid", key: "open", uses: [] });
    expect(others).toMatchObject([{ id: old, state: "revoked" }]);
    expect(others[0]?.uses.map(({ agreementId }) => agreementId)).toContain(before.agreementId);

    const after = await signingInput(province(), await inRound(province()), party);
    const sign = (certificateId: string, passphrase: string) =>
      attempt(signVersion, chief(), { ...after, certificateId, passphrase });
    expect(answerOf(await sign(old, province().password))).toMatchObject({ message: "certificateNotValid" });
    expect(answerOf(await sign(fresh?.id ?? "", newPassphrase))).toBe("done");
    // The signature of before is judged as it was, at its time.
    const kept = await province().rows(
      "select 1 from signatures where version_id = $1 and certificate_id = $2",
      [before.versionId, old],
    );
    expect(kept).toHaveLength(1);
  });

  test("finds what was asked for as it was: neither key nor person of it is ever changed", async () => {
    const { requestId } = await executeCommand(
      requestSigningKey,
      as(province().phuTho, committee, "chief"),
      asked(),
    );
    for (const change of [
      "public_key = '\\x01'",
      "wrapped_key = '\\x01'",
      "requested_at = now()",
      "state = 'waiting'",
    ]) {
      const raw = operate((query) =>
        query(`update signing_key_requests set ${change} where id = $1`, [requestId]),
      );
      await expect(raw, change).rejects.toThrow(/frozen|state/);
    }
  });

  test("is helped by nobody who goes round the code: no key is issued, none asked for in another's name", async () => {
    const chief = postOf(province().phuTho, committee, "chief");
    const other = postOf(province().phuTho, party, "chief");
    const { requestId } = await executeCommand(
      requestSigningKey,
      as(province().phuTho, committee, "chief"),
      asked(),
    );
    const raw = async (sql: string, values: unknown[]) => {
      const client = await province().pool("app").connect();
      try {
        await client.query("begin");
        await client.query(
          "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
          [province().phuTho.tenant.id, chief.accountId, chief.officeId],
        );
        await client.query(sql, values);
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    const insert = `insert into signing_key_requests (tenant_id, id, person_id, post_id, account_id, public_key, wrapped_key, requested_at)
      values ($1, gen_random_uuid(), $2, $3, $4, '\\x01', '\\x01', now())`;
    const { id: tenantId } = province().phuTho.tenant;
    await expect(
      raw("update signing_key_requests set state = 'issued', answered_at = now() where id = $1", [requestId]),
    ).rejects.toThrow(/wrong state/);
    await expect(
      raw("update signing_key_requests set certificate_id = $2 where id = $1", [requestId, requestId]),
    ).rejects.toThrow(/permission denied/);
    await expect(raw(insert, [tenantId, other.personId, other.postId, chief.accountId])).rejects.toThrow(
      /row-level security/,
    );
    await expect(
      raw(
        "insert into signing_keys (tenant_id, certificate_id, person_id, wrapped_key) values ($1, $2, $3, '\\x01')",
        [tenantId, requestId, chief.personId],
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
