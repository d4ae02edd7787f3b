import { beforeAll, describe, expect, test } from "vitest";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import {
  partyAnswer,
  partyDecline,
  partyFile,
  partyGiveBackTurn,
  partyPage,
  partySign,
  partyTakeTurn,
} from "@/lib/agreements/external/functions";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { newId } from "@/lib/platform/ids";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  consentOf,
  declined,
  expectLastFileSound,
  parties,
  revisionOf,
  signedBy,
  signedForOffice,
  signingInput,
  stateOf,
  termOver,
  textHash,
} from "@/tests/support/builders/agreement-stages";
import { daysGoBy } from "@/tests/support/builders/days";
import { inDays } from "@/tests/support/builders/endings";
import {
  consentsByLink,
  inRoundWithOutside,
  linkOf,
  negotiatingWithOutside,
  type OutsideStage,
  outsideRegistered,
  overtakenWithOutside,
  signsByLink,
  slug,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { halfHourLater, listed, registered } from "@/tests/support/builders/own-certificates";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  outsideAuthority,
  signedByTool,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

const page = (hash: string) => partyPage(slug, hash).then((found) => found?.link ?? null);

async function opens(stage: OutsideStage) {
  const input = { versionId: stage.versionId, revision: await revisionOf(province(), stage) };
  return answerOf(await attempt(openRound, as(province().phuTho, party, "chief"), input));
}

async function edited(stage: OutsideStage): Promise<void> {
  await executeCommand(editArticle, as(province().phuTho, party, "specialist"), {
    versionId: stage.versionId,
    revision: await revisionOf(province(), stage),
    articleKey: "scope",
    heading: "Phạm vi",
    text: [`Sửa ${newId()}.`, "Hai.", "Ba.", "Bốn."].join("\n\n"),
  });
}

describe("an agreement with a party outside", () => {
  test("is consented to by link, signed by three chiefs and by link in any order, and in force with the last", async () => {
    const stage = await inRoundWithOutside(province());
    const certificate = await outsideRegistered(province(), stage, authority);
    await signedBy(province(), stage, party);
    await signedBy(province(), stage, council);
    const hash = await linkOf(province(), stage);
    expect(await page(hash)).toMatchObject({ purpose: "sign", round: { certificates: 1, turnUntil: null } });
    await signedBy(province(), stage, committee);
    expect(await stateOf(province(), stage)).toBe("awaiting-signatures");
    expect(await signsByLink(hash, certificate)).not.toBeNull();
    expect(await stateOf(province(), stage)).toBe("signed");
    await expectLastFileSound(province(), stage);
    const [version] = await province().rows(
      `select v.effective_from::text = portal_today()::text as today, r.state, s.via, s.account_id as account
        from agreement_versions v join signing_rounds r on r.version_id = v.id
        join external_signatures s on s.round_id = r.id where v.id = $1`,
      [stage.versionId],
    );
    expect(version).toEqual({ today: true, state: "completed", via: "link", account: null });
    const events = await province().rows<{ name: string; account: string | null }>(
      "select name, account_id as account from audit_events where subject_id = $1 order by seq desc limit 3",
      [stage.versionId],
    );
    expect(events).toContainEqual({ name: "agreements.externalSigned", account: null });
    expect(events).toContainEqual({ name: "agreements.signed", account: null });
    // Then the organisations of the portal sign as ever.
    for (const office of parties) await signedForOffice(province(), stage, office);
    await expectLastFileSound(province(), stage);
  });

  test("is completed by a chief where the party outside signed before", async () => {
    const stage = await inRoundWithOutside(province());
    const certificate = await outsideRegistered(province(), stage, authority);
    await signsByLink(await linkOf(province(), stage), certificate);
    for (const office of parties) await signedBy(province(), stage, office);
    expect(await stateOf(province(), stage)).toBe("signed");
    await expectLastFileSound(province(), stage);
  });

  test("opens no round without its consent, and none after the text changed", async () => {
    const stage = await negotiatingWithOutside(province());
    for (const office of parties) await consentOf(province(), stage, office);
    expect(await opens(stage)).toMatchObject({ code: "conflict", message: "consentsMissing" });
    expect(await consentsByLink(province(), stage)).toBe("done");
    await edited(stage);
    for (const office of parties) await consentOf(province(), stage, office);
    expect(await opens(stage)).toMatchObject({ code: "conflict", message: "consentsMissing" });
    expect(await consentsByLink(province(), stage)).toBe("done");
    expect(await opens(stage)).toBe("done");
  });

  test("a refusal says why, is shown, and ends with a later consent", async () => {
    const stage = await negotiatingWithOutside(province());
    const contentHash = await textHash(province(), stage);
    const refused = { answer: "refused", words: "Điều 5 chưa rõ.", contentHash };
    expect(await partyAnswer(slug, await linkOf(province(), stage), refused)).toBe("done");
    const view = await runQuery(getAgreementPage, as(province().phuTho, committee, "chief"), stage);
    expect(view?.view.outside[0]?.answer).toMatchObject({
      answer: "refused",
      words: "Điều 5 chưa rõ.",
      current: true,
    });
    for (const office of parties) await consentOf(province(), stage, office);
    expect(await opens(stage)).toMatchObject({ code: "conflict", message: "consentsMissing" });
    expect(await consentsByLink(province(), stage)).toBe("done");
    expect(await opens(stage)).toBe("done");
  });

  test("leaves the hash of agreements without one as it was, and is part of its own", async () => {
    const stage = await negotiatingWithOutside(province());
    const before = await textHash(province(), stage);
    const client = await province().pool("superuser").connect();
    try {
      await client.query("begin; set local session_replication_role = replica");
      await client.query("update external_parties set signing_title = 'Phó Chủ tịch' where id = $1", [
        stage.partyId,
      ]);
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await textHash(province(), stage)).not.toBe(before);
  });
});

describe("a link", () => {
  test("is for one version, one purpose and one use", async () => {
    const stage = await negotiatingWithOutside(province());
    const consent = await linkOf(province(), stage);
    expect(await page(consent)).toMatchObject({ purpose: "consent", round: null });
    // A link to consent signs nothing.
    expect(await partyTakeTurn(slug, consent)).toBe("gone");
    expect(await partyFile(slug, consent)).toBeNull();
    const contentHash = await textHash(province(), stage);
    expect(await partyAnswer(slug, consent, { answer: "consented", contentHash: "0".repeat(64) })).toBe(
      "stale",
    );
    expect(await partyAnswer(slug, consent, { answer: "consented", contentHash })).toBe("done");
    expect(await partyAnswer(slug, consent, { answer: "refused", words: "Nghĩ lại.", contentHash })).toBe(
      "gone",
    );
    expect(await page(consent)).toBeNull();
  });

  test("of a version that went on, revoked, replaced, run out, of another province: each opens nothing", async () => {
    const stage = await negotiatingWithOutside(province());
    const replaced = await linkOf(province(), stage);
    const open = await linkOf(province(), stage);
    expect(await page(replaced)).toBeNull();
    expect((await partyPage("ha-giang", open))?.link).toBeNull();
    expect(await partyPage("khong-co", open)).toBeNull();
    expect(await page("0".repeat(64))).toBeNull();
    for (const office of parties) await consentOf(province(), stage, office);
    await consentsByLink(province(), stage);
    const beforeRound = await linkOf(province(), stage);
    expect(await opens(stage)).toBe("done");
    expect(await page(beforeRound)).toBeNull();
    const old = await linkOf(province(), stage);
    const client = await province().pool("superuser").connect();
    try {
      await client.query("begin; set local session_replication_role = replica");
      await client.query(
        "update external_links set created_at = now() - interval '9 days', expires_at = now() - interval '1 minute' where version_id = $1",
        [stage.versionId],
      );
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await page(old)).toBeNull();
    expect(await partyTakeTurn(slug, old)).toBe("gone");
  });

  test("keeps nothing that opens it: a hash, in no event and readable by nobody", async () => {
    const stage = await negotiatingWithOutside(province());
    const hash = await linkOf(province(), stage);
    const events = JSON.stringify(await province().rows("select payload from audit_events"));
    expect(events).not.toContain(hash);
    const { officeId, accountId } = postOf(province().phuTho, council, "chief");
    const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
    expect(await outcomeOf(province().pool("app"), settings, "select secret_hash from external_links")).toBe(
      "42501",
    );
  });
});

describe("signing by link", () => {
  test("waits for nobody but a turn, which nobody signs into; after half an hour it is over", async () => {
    const stage = await inRoundWithOutside(province());
    const hash = await linkOf(province(), stage);
    expect(await partyTakeTurn(slug, hash)).toBe("no-certificate");
    const certificate = await outsideRegistered(province(), stage, authority);
    expect(await partyFile(slug, hash)).toBeNull();
    expect(await partyTakeTurn(slug, hash)).toBe("done");
    expect(await partyTakeTurn(slug, hash)).toBe("taken");
    const by = as(province().phuTho, party, "chief");
    const input = await signingInput(province(), stage, party);
    expect(answerOf(await attempt(signVersion, by, input))).toMatchObject({
      code: "conflict",
      message: "turnTaken",
    });
    await halfHourLater(province(), stage);
    expect(await partyFile(slug, hash)).toBeNull();
    await signedBy(province(), stage, party);
    expect(await signsByLink(hash, certificate)).not.toBeNull();
    expect(await page(hash)).toBeNull();
    await expectLastFileSound(province(), stage);
  });

  test("is refused while a chief has the turn", async () => {
    const stage = await inRoundWithOutside(province());
    await outsideRegistered(province(), stage, authority);
    await registered(province(), authority, committee);
    await executeCommand(takeTurn, as(province().phuTho, committee, "chief"), {
      versionId: stage.versionId,
      password: province().password,
    });
    expect(await partyTakeTurn(slug, await linkOf(province(), stage))).toBe("taken");
  });

  test("of a turn by link and a key of the portal at once one comes first, and none breaks the other's file", async () => {
    const stage = await inRoundWithOutside(province());
    await outsideRegistered(province(), stage, authority);
    const hash = await linkOf(province(), stage);
    const input = await signingInput(province(), stage, council);
    const [turn, signature] = await Promise.all([
      partyTakeTurn(slug, hash),
      attempt(signVersion, as(province().phuTho, council, "chief"), input),
    ]);
    expect(turn).toBe("done");
    const [seq] = await province().rows<{ last: number; handed: number }>(
      `select max(d.seq) as last, (select h.seq from signing_turns t join issued_documents h on h.id = t.document_id
          where t.version_id = $1) as handed from issued_documents d where d.version_id = $1`,
      [stage.versionId],
    );
    // Who was first is chance; the file handed out is the newest there is while the turn stands.
    expect(seq?.handed).toBe(seq?.last);
    expect(["done", "conflict"]).toContain(
      answerOf(signature) === "done" ? "done" : (answerOf(signature) as { code: string }).code,
    );
  });
});

describe("a turn taken by link", () => {
  test("is given back by it, and by nobody else", async () => {
    const stage = await inRoundWithOutside(province());
    await outsideRegistered(province(), stage, authority);
    const hash = await linkOf(province(), stage);
    expect(await partyGiveBackTurn(slug, hash)).toBe("gone");
    await partyTakeTurn(slug, hash);
    const { officeId, accountId } = postOf(province().phuTho, council, "records-clerk");
    const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
    const givesBack = (at: string) =>
      outcomeOf(
        province().pool("app"),
        settings,
        `update signing_turns set ended_at = ${at}, outcome = 'given-back' where version_id = $1 and ended_at is null`,
        [stage.versionId],
      );
    expect(await givesBack("now()")).toBe("PH001 part");
    expect(await partyGiveBackTurn("ha-giang", hash)).toBe("gone");
    expect(await partyGiveBackTurn(slug, hash)).toBe("done");
    expect(await partyGiveBackTurn(slug, hash)).toBe("gone");
    const [event] = await province().rows(
      `select account_id as account, payload ->> 'via' as via from audit_events
        where subject_id = $1 and name = 'agreements.externalTurnGivenBack'`,
      [stage.versionId],
    );
    expect(event).toEqual({ account: null, via: "link" });
    await signedBy(province(), stage, party);
    // What an office takes ends when it is given back, and at no other time.
    await turnForOutside(province(), stage);
    expect(await givesBack("now() - interval '20 minutes'")).toBe("PH002 no-turn");
    expect(await givesBack("now()")).not.toMatch(/PH|42/);
  });
});

describe("an amendment whose agreement ran out while it was signed", () => {
  test("takes no turn by link or by the office, and the page says why; past the code neither", async () => {
    const stage = await overtakenWithOutside(province(), authority);
    const hash = await linkOf(province(), stage);
    expect((await page(hash))?.round).toMatchObject({ over: null, certificates: 1 });
    expect(await partyTakeTurn(slug, hash)).toBe("done");
    await daysGoBy(province(), stage.agreementId, 6);
    // Its turn stands, and leads to nothing any more.
    const handed = await partyFile(slug, hash);
    const own = handed?.certificates[0]?.id ?? "";
    const bytes = handed?.bytes ?? new Uint8Array();
    expect(await partySign(slug, hash, { bytes, fieldName: "Signature1", certificateId: own })).toBeNull();
    expect(await partyGiveBackTurn(slug, hash)).toBe("done");
    expect((await page(hash))?.round?.over).toBe("amends");
    expect(await partyTakeTurn(slug, hash)).toBe("over");
    await expect(turnForOutside(province(), stage)).rejects.toMatchObject({ messageKey: "amendsExpired" });
    const view = await runQuery(getAgreementPage, as(province().phuTho, party, "chief"), stage);
    expect(view?.view.over).toBe("amends");
    const { officeId, accountId } = postOf(province().phuTho, council, "chief");
    const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
    expect(
      await outcomeOf(
        province().pool("app"),
        settings,
        `insert into signing_turns (tenant_id, id, version_id, round_id, external_party_id, account_id, document_id, taken_at, until)
          select d.tenant_id, gen_random_uuid(), d.version_id, d.round_id, $2, $3, d.id, now(), now() + interval '30 minutes'
          from issued_documents d where d.version_id = $1`,
        [stage.versionId, stage.partyId, accountId],
      ),
    ).toBe("PH002 amends");
  });

  test("and a text whose own last day went by likewise", async () => {
    const stage = await inRoundWithOutside(province());
    await outsideRegistered(province(), stage, authority);
    const hash = await linkOf(province(), stage);
    await termOver(province(), stage);
    expect((await page(hash))?.round?.over).toBe("term-over");
    expect(await partyTakeTurn(slug, hash)).toBe("over");
    await expect(turnForOutside(province(), stage)).rejects.toMatchObject({ messageKey: "termOver" });
  });
});

describe("declining by link", () => {
  const why = "Chưa được Ban Thường trực thông qua.";

  test("stops the round as a signer of the portal does: the number is void, the reason shown, what was signed stays", async () => {
    const stage = await inRoundWithOutside(province());
    await signedBy(province(), stage, council);
    const hash = await linkOf(province(), stage);
    // No certificate and no turn is asked of who will not sign.
    expect(await partyDecline(slug, hash, why)).toBe("done");
    const [row] = await province().rows(
      `select v.state, r.state as round, r.end_reason as why, e.state as number,
          (select count(*)::integer from signatures s where s.round_id = r.id) as signatures, d.reason
        from agreement_versions v join signing_rounds r on r.version_id = v.id join register_entries e on e.round_id = r.id
        join external_declines d on d.round_id = r.id where v.id = $1`,
      [stage.versionId],
    );
    expect(row).toEqual({
      state: "declined",
      round: "declined",
      why,
      number: "void",
      signatures: 1,
      reason: why,
    });
    const [event] = await province().rows(
      `select name, account_id as account, payload ->> 'reason' as reason from audit_events where subject_id = $1
        order by seq desc limit 1`,
      [stage.versionId],
    );
    expect(event).toEqual({ name: "agreements.externalDeclined", account: null, reason: why });
    const view = await runQuery(getAgreementPage, as(province().phuTho, committee, "chief"), stage);
    expect(view?.view.outside[0]?.decline?.reason).toBe(why);
    expect(view?.view.may).toMatchObject({ sign: false, revise: true });
    // Used up, and over with its round: nothing more comes of it.
    expect(await page(hash)).toBeNull();
    expect(await partyDecline(slug, hash, why)).toBe("gone");
    expect(await partyTakeTurn(slug, hash)).toBe("gone");
    const signing = attempt(
      signVersion,
      as(province().phuTho, party, "chief"),
      await signingInput(province(), stage, party),
    );
    expect(answerOf(await signing)).not.toBe("done");
    // The parties go on in a new version.
    await executeCommand(reviseVersion, as(province().phuTho, party, "chief"), stage);
  });

  test("is for the link to sign alone, while it opens something and the party has not signed", async () => {
    const negotiated = await negotiatingWithOutside(province());
    expect(await partyDecline(slug, await linkOf(province(), negotiated), why)).toBe("gone");
    const stage = await inRoundWithOutside(province());
    const hash = await linkOf(province(), stage);
    expect(await partyDecline("ha-giang", hash, why)).toBe("gone");
    expect(await partyDecline("khong-co", hash, why)).toBe("gone");
    const certificate = await outsideRegistered(province(), stage, authority);
    expect(await signsByLink(hash, certificate)).not.toBeNull();
    expect(await partyDecline(slug, hash, why)).toBe("gone");
    expect(await stateOf(province(), stage)).toBe("awaiting-signatures");
  });

  test("against a signature in the same moment: the round has stopped, and what was signed before stays", async () => {
    const stage = await inRoundWithOutside(province());
    for (const office of [party, council]) await signedBy(province(), stage, office);
    const hash = await linkOf(province(), stage);
    const input = await signingInput(province(), stage, committee);
    const [declines, signs] = await Promise.all([
      partyDecline(slug, hash, why),
      attempt(signVersion, as(province().phuTho, committee, "chief"), input),
    ]);
    expect(declines).toBe("done");
    const [kept] = await province().rows(
      "select (select count(*)::integer from signatures where version_id = $1) as signatures, state from agreement_versions where id = $1",
      [stage.versionId],
    );
    // Who was first is chance: the signature stands where it was made before, and the round has stopped either way.
    expect(kept).toEqual({ signatures: answerOf(signs) === "done" ? 3 : 2, state: "declined" });
    await expectLastFileSound(province(), stage);
  });

  test("no statement of the application declines for it, or says that it declined", async () => {
    const stage = await inRoundWithOutside(province());
    const { officeId, accountId } = postOf(province().phuTho, council, "chief");
    const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
    const asApp = (sql: string) => outcomeOf(province().pool("app"), settings, sql, [stage.versionId]);
    expect(
      await asApp(`insert into external_declines (tenant_id, id, version_id, round_id, party_id, reason, at)
        select tenant_id, gen_random_uuid(), version_id, id, '${stage.partyId}', 'Không ký nữa', now() from signing_rounds
        where version_id = $1`),
    ).toBe("42501");
    expect(
      await asApp(
        "update signing_rounds set state = 'declined', ended_at = now(), end_reason = 'x' where version_id = $1",
      ),
    ).toBe("PH002 no-decline");
    expect(await asApp("update agreement_versions set state = 'declined' where id = $1")).toBe(
      "PH002 no-decline",
    );
  });
});

// The application code taken away.
describe("the database refuses", () => {
  const asPublic = (sql: string, values: unknown[]) => province().pool("public").query(sql, values);

  test("a signature under anybody else's certificate, over another file, outside the turn", async () => {
    const stage = await inRoundWithOutside(province());
    const certificate = await outsideRegistered(province(), stage, authority);
    const others = await registered(province(), authority, council);
    const [theirs] = await province().rows<{ id: string }>("select id from certificates where sha256 = $1", [
      others.sha256,
    ]);
    const hash = await linkOf(province(), stage);
    await partyTakeTurn(slug, hash);
    const handed = await partyFile(slug, hash);
    const own = handed?.certificates[0]?.id ?? "";
    const bytes = await signedByTool(handed?.bytes ?? new Uint8Array(), certificate);
    const signs = (file: Uint8Array, certificateId: string) =>
      partySign(slug, hash, { bytes: file, fieldName: "Signature1", certificateId }).then(
        () => "done",
        (error: unknown) => JSON.stringify(error, Object.getOwnPropertyNames(error)),
      );
    expect(await signs(bytes, theirs?.id ?? "")).toContain("PH001");
    expect(await signs(new Uint8Array([1, 2, 3]), own)).toContain("PH002");
    await halfHourLater(province(), stage);
    expect(await partySign(slug, hash, { bytes, fieldName: "Signature1", certificateId: own })).toBeNull();
    expect(await stateOf(province(), stage)).toBe("awaiting-signatures");
  });

  test("portal_public reading or writing any of it but by its functions", async () => {
    for (const table of ["external_parties", "external_links", "external_answers", "external_signatures"])
      await expect(asPublic(`select * from ${table}`, [])).rejects.toThrow("permission denied");
  });

  test("a round without the party's consent, a version in force without its signature, a party named later", async () => {
    const stage = await negotiatingWithOutside(province());
    const chief = postOf(province().phuTho, party, "chief");
    const settings = {
      tenantId: province().phuTho.tenant.id,
      officeId: chief.officeId,
      accountId: chief.accountId,
    };
    for (const office of parties) await consentOf(province(), stage, office);
    const asApp = (sql: string, values: unknown[]) =>
      outcomeOf(province().pool("app"), settings, sql, values);
    expect(
      await asApp("update agreement_versions set state = 'awaiting-signatures' where id = $1", [
        stage.versionId,
      ]),
    ).toBe("PH002 consents-missing");
    expect(await asApp("delete from external_parties where id = $1", [stage.partyId])).toBe("PH002 frozen");
    expect(await asApp("update external_parties set name = 'x' where id = $1", [stage.partyId])).toBe(
      "42501",
    );
    const other = await inRoundWithOutside(province());
    for (const office of parties) await signedBy(province(), other, office);
    expect(
      await asApp("update signing_rounds set state = 'completed', ended_at = now() where version_id = $1", [
        other.versionId,
      ]),
    ).toBe("PH002 signatures-missing");
  });

  test("an office that does not represent the party speaking for it", async () => {
    const stage = await negotiatingWithOutside(province());
    const hash = await textHash(province(), stage);
    const says = (office: string) => {
      const { officeId, accountId } = postOf(province().phuTho, office, "chief");
      return outcomeOf(
        province().pool("app"),
        { tenantId: province().phuTho.tenant.id, officeId, accountId },
        `insert into external_answers (tenant_id, id, version_id, party_id, answer, content_hash, via, account_id, at)
          values ($1, gen_random_uuid(), $2, $3, 'consented', $4, 'office', $5, now())`,
        [province().phuTho.tenant.id, stage.versionId, stage.partyId, hash, accountId],
      );
    };
    expect(await says(committee)).toBe("PH001 part");
    expect(await says(stranger)).toBe("PH001 part");
    expect(await says(council)).not.toMatch(/PH|42/);
  });
});

test("a new version keeps the parties outside and asks their consent anew", async () => {
  const first = await declined(province());
  expect(
    (await runQuery(getAgreementPage, as(province().phuTho, party, "chief"), first))?.view.outside,
  ).toEqual([]);
  const stage = await inRoundWithOutside(province());
  const certificate = await outsideRegistered(province(), stage, authority);
  await signsByLink(await linkOf(province(), stage), certificate);
  for (const office of parties) await signedBy(province(), stage, office);
  const chief = postOf(province().phuTho, party, "chief");
  const ending = { agreementId: stage.agreementId, lastDay: inDays(40), reason: "Các bên ký quy chế mới." };
  const proposed = await attempt(proposeEnding, as(province().phuTho, party, "chief"), ending);
  expect(answerOf(proposed)).toMatchObject({ code: "conflict", message: "endingOutside" });
  expect(
    await outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId: chief.officeId, accountId: chief.accountId },
      `insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at)
        values ($1, gen_random_uuid(), $2, portal_today() + 40, 'Lý do', 'proposed', $3, $4, now())`,
      [province().phuTho.tenant.id, stage.agreementId, chief.officeId, chief.accountId],
    ),
  ).toBe("PH002 outside");
  const { versionId } = await executeCommand(
    reviseVersion,
    as(province().phuTho, council, "department-head"),
    {
      versionId: stage.versionId,
    },
  );
  const next = { ...stage, versionId };
  for (const office of parties) await consentOf(province(), next, office);
  expect(await opens(next)).toMatchObject({ code: "conflict", message: "consentsMissing" });
  expect(await consentsByLink(province(), next)).toBe("done");
  expect(await opens(next)).toBe("done");
});
