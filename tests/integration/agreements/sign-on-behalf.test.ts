import { describe, expect, test } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordDelegation } from "@/lib/agreements/commands/record-delegation";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { lapseRounds } from "@/lib/agreements/jobs/lapse-rounds";
import { checkFile } from "@/lib/agreements/public-check/summary";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as, postOf } from "@/prisma/seed/caller";
import {
  consented,
  delegated,
  delegationTakenBack,
  expectLastFileSound,
  inRoundOnBehalf,
  partyIdOf,
  signedBy,
  signingInput,
  stateOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";

const province = useProvince();

type Role = "chief" | "deputy-chief";

async function signs(version: VersionStage, office: string, role: Role) {
  const input = await signingInput(province(), version, office, role);
  return answerOf(await attempt(signVersion, as(province().phuTho, office, role), input));
}

async function opens(version: VersionStage, delegationId: string, office: string = council) {
  const signers = { [await partyIdOf(province(), version, office)]: delegationId };
  const input = { ...version, revision: 1, signers };
  return answerOf(await attempt(openRound, as(province().phuTho, party, "chief"), input));
}

/** Moves the dates of a delegation, as the passing of days does. */
async function between(delegationId: string, from: number, until: number): Promise<void> {
  const { rows } = province();
  await rows("alter table signing_delegations disable trigger guard_delegation");
  await rows(
    "update signing_delegations set from_date = portal_today() + $2::int, until_date = portal_today() + $3::int where id = $1",
    [delegationId, from, until],
  );
  await rows("alter table signing_delegations enable trigger guard_delegation");
}

const refused = (reason: string) => ({ code: "forbidden", refusal: { reason, clause: 5 } });

describe("under a delegation that stands", () => {
  test("the deputy signs KT. and the chief does not; the last signature puts the version in force", async () => {
    const version = await inRoundOnBehalf(province());
    expect(await signs(version, council, "chief")).toMatchObject(refused("signing-post"));
    expect(await signs(version, party, "deputy-chief")).toMatchObject(refused("signing-post"));
    expect(await signs(version, council, "deputy-chief")).toBe("done");
    for (const office of [party, committee]) await signedBy(province(), version, office);
    expect(await stateOf(province(), version)).toBe("signed");
    await expectLastFileSound(province(), version);
    const [signature] = await province().rows<{ post: string }>(
      `select s.post_id as post from signatures s join agreement_parties p on p.id = s.party_id
        where s.version_id = $1 and p.office_id = $2`,
      [version.versionId, province().phuTho.offices.get(council)],
    );
    expect(signature?.post).toBe(postOf(province().phuTho, council, "deputy-chief").postId);
  });

  test("whoever checks the file reads in whose place it was signed", async () => {
    const version = await inRoundOnBehalf(province());
    await signs(version, council, "deputy-chief");
    const [file] = await province().rows<{ bytes: Buffer }>(
      "select bytes from issued_documents where version_id = $1 order by seq desc limit 1",
      [version.versionId],
    );
    const bytes = new Uint8Array(file?.bytes ?? []);
    const checked = checkFile({ name: "quy-che.pdf", bytes }, { roots: [] }, new Date());
    if (checked.kind !== "checked") throw new Error("it is a PDF");
    expect(checked.signatures.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^KT\. Chánh Văn phòng.*, Phó Chánh Văn phòng.*\. Ký quy chế số /),
    ]);
  });

  test("the deputy may decline as well", async () => {
    const version = await inRoundOnBehalf(province());
    await executeCommand(declineToSign, as(province().phuTho, council, "deputy-chief"), {
      versionId: version.versionId,
      reason: "Điều 5 chưa rõ ai thẩm tra.",
    });
    expect(await stateOf(province(), version)).toBe("declined");
  });

  test("TUQ. is for its one agreement", async () => {
    const [version, other] = [await consented(province()), await consented(province())];
    const today = dayAt(new Date());
    const { delegationId } = await executeCommand(recordDelegation, as(province().phuTho, council, "chief"), {
      kind: "TUQ",
      toPostId: postOf(province().phuTho, council, "deputy-chief").postId,
      agreementId: version.agreementId,
      basis: "Giấy ủy quyền số 05/GUQ-VP",
      from: formatDay(today),
      until: formatDay(today),
    });
    expect(await opens(other, delegationId)).toMatchObject({ code: "conflict", message: "delegationFell" });
    expect(await opens(version, delegationId)).toBe("done");
    expect(await signs(version, council, "deputy-chief")).toBe("done");
  });
});

describe("outside it", () => {
  test.each([
    ["before its first day", 1, 5],
    ["after its last day", -5, -1],
  ])(
    "%s no round names the deputy, nor does the deputy sign in one that does",
    async (_when, from, until) => {
      const later = await consented(province());
      const unused = await delegated(province(), council);
      await between(unused, from, until);
      expect(await opens(later, unused)).toMatchObject({ code: "conflict", message: "delegationFell" });
      const version = await inRoundOnBehalf(province());
      await between(version.delegationId, from, until);
      expect(await signs(version, council, "deputy-chief")).toMatchObject(refused("delegation"));
    },
  );

  test("another party's delegation does for nobody else", async () => {
    const version = await consented(province());
    const delegationId = await delegated(province(), committee);
    expect(await opens(version, delegationId)).toMatchObject({ message: "delegationFell" });
  });

  test("taken back, the deputy is refused and the round lapses with its number", async () => {
    const version = await delegationTakenBack(province());
    expect(await signs(version, council, "deputy-chief")).toMatchObject(refused("delegation"));
    await lapseRounds();
    const [round] = await province().rows(
      `select r.state, e.state as entry, e.reason from signing_rounds r join register_entries e on e.round_id = r.id
        where r.version_id = $1`,
      [version.versionId],
    );
    expect(round).toEqual({
      state: "lapsed",
      entry: "void",
      reason: "Ủy quyền ký đã ghi hết hiệu lực trước khi ký.",
    });
    expect(await stateOf(province(), version)).toBe("withdrawn");
  });

  test("what the deputy signed before stays, and the round goes on", async () => {
    const version = await inRoundOnBehalf(province());
    await signs(version, council, "deputy-chief");
    await between(version.delegationId, -5, -1);
    await lapseRounds();
    expect(await stateOf(province(), version)).toBe("awaiting-signatures");
  });
});

describe("the database, with no code above it", () => {
  const asApp = async (role: Role, sql: string, values: unknown[]) => {
    const { accountId, officeId } = postOf(province().phuTho, council, role);
    const client = await province().pool("app").connect();
    try {
      await client.query("begin");
      await client.query(
        `select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true),
          set_config('app.office_id', $3, true)`,
        [province().phuTho.tenant.id, accountId, officeId],
      );
      const { rowCount } = await client.query(sql, values);
      return rowCount === 1 ? "done" : "no row";
    } catch (error) {
      const { code = "", detail } = error as { code?: string; detail?: string };
      return code.startsWith("PH") ? (JSON.parse(detail ?? "{}") as { reason: string }).reason : code;
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const add = `insert into signing_delegations (tenant_id, id, office_id, kind, post_id, to_post_id, to_person_id, basis, from_date,
      until_date, made_by, made_at)
    values (current_tenant(), gen_random_uuid(), current_office(), 'KT', $1, $2, $3, 'Căn cứ', portal_today(), portal_today(),
      current_account(), now())`;

  test("takes a delegation from who holds the post, to somebody of the office who holds another", async () => {
    const [chief, deputy] = [
      postOf(province().phuTho, council, "chief"),
      postOf(province().phuTho, council, "deputy-chief"),
    ];
    const other = postOf(province().phuTho, committee, "deputy-chief");
    expect(await asApp("chief", add, [chief.postId, deputy.postId, deputy.personId])).toBe("done");
    expect(await asApp("deputy-chief", add, [chief.postId, deputy.postId, deputy.personId])).toBe(
      "signing-post",
    );
    expect(await asApp("chief", add, [chief.postId, other.postId, other.personId])).toBe("delegate");
    expect(await asApp("chief", add, [chief.postId, deputy.postId, other.personId])).toBe("delegate");
    expect(await asApp("chief", add, [chief.postId, chief.postId, chief.personId])).toMatch(/delegate|23514/);
  });

  test("keeps it as it was made, and takes it back once, by who holds the post", async () => {
    const delegationId = await delegated(province(), council);
    const revoke = `update signing_delegations set revoked_at = now(), revoked_by = current_account(), revoke_reason = 'Lý do'
      where id = $1`;
    expect(await asApp("deputy-chief", revoke, [delegationId])).toBe("signing-post");
    expect(await asApp("chief", revoke, [delegationId])).toBe("done");
    expect(
      await asApp("chief", "update signing_delegations set until_date = '2099-01-01' where id = $1", [
        delegationId,
      ]),
    ).toBe("42501");
    expect(await asApp("chief", "delete from signing_delegations where id = $1", [delegationId])).toBe(
      "42501",
    );
  });
});
