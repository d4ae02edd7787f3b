import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { postOf } from "@/prisma/seed/caller";
import { outcomeOf, type Settings, trying } from "@/tests/integration/platform/support/session";
import { addStrangers, type Strangers } from "@/tests/integration/platform/support/strangers";
import type { TestRole } from "@/tests/support/database";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

// Raw statements only: what must hold when the code above the database is wrong.

const party = "VPTU";
const council = "VP ĐĐBQH&HĐND";
const committee = "VP UBND";

let database: SeededDatabase;
let strangers: Strangers;
let versions: { signed: string; awaiting: string; declined: string; draft: string };

type Round = { id: string; number: number; year: number };
let round: Round;

beforeAll(async () => {
  database = await seededDatabase();
  strangers = await addStrangers(database);
  const found = async (state: string) => {
    const [row] = await ask<{ id: string }>(
      "select id from agreement_versions where tenant_id = $1 and state = $2",
      [strangers.phuTho.tenant.id, state],
    );
    if (!row) throw new Error(`no version is ${state}`);
    return row.id;
  };
  versions = {
    signed: await found("signed"),
    awaiting: await found("awaiting-signatures"),
    declined: await found("declined"),
    draft: await found("draft"),
  };
  const [open] = await ask<Round>("select id, number, year from signing_rounds where version_id = $1", [
    versions.awaiting,
  ]);
  if (!open) throw new Error("no round is open");
  round = open;
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

async function ask<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.pool("owner").query<Row>(sql, values)).rows;
}

function chiefOf(office: string): Settings & { personId: string; postId: string } {
  const post = postOf(strangers.phuTho, office, "chief");
  return {
    tenantId: strangers.phuTho.tenant.id,
    officeId: post.officeId,
    accountId: post.accountId,
    personId: post.personId,
    postId: post.postId,
  };
}

function asApp(office: string, sql: string, values: unknown[] = []): Promise<string> {
  return outcomeOf(database.pool("app"), chiefOf(office), sql, values);
}

function asOwner(sql: string, values: unknown[] = []): Promise<string> {
  return outcomeOf(database.pool("owner"), chiefOf(party), sql, values);
}

const content = [
  ["agreement_articles", "heading = heading || ' '"],
  ["agreement_articles", "clauses = clauses || 'Khoản thêm.'::text"],
  ["coordination_areas", "title = 'x'"],
  ["coordination_duties", "text = 'x'"],
  ["coordination_duties", "opinion_days = 9"],
  ["duty_lead_rows", "basis = 'x'"],
  ["duty_offices", "part = 'informed'"],
  ["duty_offices", "responsible_post_id = null"],
] as const;

describe.each(["signed", "awaiting", "declined"] as const)("the text of a version that is %s", (state) => {
  test.each(content)("%s: %s is refused to every role", async (table, change) => {
    const sql = `update ${table} set ${change} where version_id = $1`;
    const version = [versions[state]];
    expect(await asApp(party, sql, version)).toBe("PH002 frozen");
    expect(await asApp(council, sql, version)).toBe("PH002 frozen");
    expect(await asOwner(sql, version)).toBe("PH002 frozen");
    expect(await outcomeOf(database.pool("worker"), chiefOf(party), sql, version)).toBe("42501");
  });

  test.each([...new Set(content.map(([table]) => table))])(
    "no row of %s is removed or added",
    async (table) => {
      const version = [versions[state]];
      // The rows that others point at are kept by the foreign key as well; the trigger speaks first.
      const remove = `delete from ${table} where version_id = $1`;
      expect(await asApp(party, remove, version)).toBe("PH002 frozen");
      expect(await asOwner(remove, version)).toBe("PH002 frozen");
      const add = `insert into ${table} select * from ${table} where version_id = $1 limit 1`;
      expect(await asApp(party, add, version)).toBe("PH002 frozen");
      expect(await asOwner(add, version)).toBe("PH002 frozen");
    },
  );

  test("rows are not carried into it from a draft, nor out of it", async () => {
    const into = "update duty_offices set version_id = $1 where version_id = $2";
    expect(await asApp(party, into, [versions[state], versions.draft])).toBe("PH002 frozen");
    expect(await asOwner(into, [versions[state], versions.draft])).toBe("PH002 frozen");
    expect(await asApp(party, into, [versions.draft, versions[state]])).toBe("PH002 frozen");
    expect(await asOwner(into, [versions.draft, versions[state]])).toBe("PH002 frozen");
  });

  test.each([
    "abstract = 'x'",
    "mark = 'x'",
    "bases = '{}'",
    "form = 'state', recipients = '{x}'",
    "recipients = '{x}'",
    "planned_from = '2030-01-01'",
    "planned_until = '2030-01-01'",
    "revision = revision + 1",
    "number = 99",
    "created_at = now() + interval '1 day'",
    "agreement_id = gen_random_uuid()",
    "amends_id = gen_random_uuid()",
  ])("%s is refused to every role", async (change) => {
    const sql = `update agreement_versions set ${change} where id = $1`;
    expect(await asApp(party, sql, [versions[state]])).toBe("PH002 frozen");
    expect(await asOwner(sql, [versions[state]])).toBe("PH002 frozen");
    expect(await outcomeOf(database.pool("worker"), chiefOf(party), sql, [versions[state]])).toBe(
      "PH002 frozen",
    );
  });
});

describe("what every version says", () => {
  test.each([
    "update agreements set title = 'x'",
    "update agreements set contact_office_id = (select id from offices where tenant_id = current_tenant() order by ordinal desc limit 1)",
    "update agreement_parties set ordinal = ordinal + 10",
    "delete from agreement_parties",
  ])("%s is refused, also to the owner", async (sql) => {
    const where = sql.startsWith("update agreements ")
      ? "tenant_id = current_tenant()"
      : "tenant_id = current_tenant() and true";
    expect(await asOwner(`${sql} where ${where}`)).toBe("PH002 frozen");
    expect(await asApp(party, `${sql} where ${where}`)).toBe("42501");
  });

  test("no party is added later", async () => {
    const add = `insert into agreement_parties (tenant_id, id, agreement_id, office_id, signing_post_id, ordinal)
      select tenant_id, gen_random_uuid(), agreement_id, $2, $3, 9 from agreement_versions where id = $1`;
    const fourth = chiefOf(strangers.fourth.officeCode);
    for (const version of [versions.signed, versions.awaiting]) {
      expect(await asOwner(add, [version, fourth.officeId, fourth.postId])).toBe("PH002 frozen");
      expect(await asApp(party, add, [version, fourth.officeId, fourth.postId])).toBe("PH002 frozen");
    }
  });

  test("no table of it is emptied", async () => {
    for (const table of [
      "agreement_articles",
      "duty_offices",
      "agreements",
      "agreement_versions",
      "signing_rounds",
    ]) {
      expect(await asOwner(`truncate ${table} cascade`), table).toBe("PH009");
      expect(await asApp(party, `truncate ${table} cascade`), table).toBe("42501");
    }
  });

  test("without a tenant set the guards see nothing, so nothing is written", async () => {
    for (const sql of [
      "update agreement_articles set heading = 'x'",
      "update agreement_versions set state = 'signed', signed_at = now(), effective_from = portal_today() where state = 'awaiting-signatures'",
      "update signing_rounds set state = 'completed', ended_at = now() where state = 'open'",
      "update register_entries set state = 'void', reason = 'x' where state = 'used'",
      "update agreements set title = 'x'",
    ]) {
      expect(await outcomeOf(database.pool("owner"), {}, sql), sql).toBe("PH003");
    }
  });
});

describe("states", () => {
  const all = ["draft", "negotiating", "awaiting-signatures", "signed", "declined", "withdrawn"];
  const given =
    "state = $2, signed_at = case when $2 = 'signed' then now() end, effective_from = case when $2 = 'signed' then portal_today() end";

  test("a version leaves what it is only by a step that is open to it", async () => {
    const jumps: Record<"signed" | "declined" | "draft", string[]> = {
      signed: all.filter((state) => state !== "signed"),
      declined: all.filter((state) => state !== "declined"),
      draft: ["awaiting-signatures", "signed", "declined"],
    };
    for (const [from, targets] of Object.entries(jumps)) {
      for (const target of targets) {
        const sql = `update agreement_versions set ${given} where id = $1`;
        const values = [versions[from as "signed"], target];
        expect(await asOwner(sql, values), `${from} to ${target}`).toBe("PH002 state");
        expect(await asApp(party, sql, values), `${from} to ${target}`).toBe("PH002 state");
        expect(await outcomeOf(database.pool("worker"), chiefOf(party), sql, values)).toBe("PH002 state");
      }
    }
  });

  test("one that waits is not signed while signatures are missing, nor declined when nobody declined", async () => {
    const sql = `update agreement_versions set ${given} where id = $1`;
    for (const work of [asOwner, (sql: string, values: unknown[]) => asApp(party, sql, values)]) {
      expect(await work(sql, [versions.awaiting, "signed"])).toBe("PH002 signatures-missing");
      expect(await work(sql, [versions.awaiting, "declined"])).toBe("PH002 no-decline");
      expect(await work(sql, [versions.awaiting, "negotiating"])).toBe("PH002 state");
    }
  });

  test("a round is not complete while signatures are missing, whoever says so", async () => {
    const complete = "update signing_rounds set state = 'completed', ended_at = now() where id = $1";
    expect(await asApp(party, complete, [round.id])).toBe("PH002 signatures-missing");
    expect(await asOwner(complete, [round.id])).toBe("PH002 signatures-missing");
    expect(await outcomeOf(database.pool("worker"), chiefOf(party), complete, [round.id])).toBe(
      "PH002 signatures-missing",
    );
    const decline = "update signing_rounds set state = 'declined', ended_at = now() where id = $1";
    expect(await asApp(council, decline, [round.id])).toBe("PH002 no-decline");
    const withdraw = "update signing_rounds set state = 'withdrawn', ended_at = now() where id = $1";
    expect(await asApp(council, withdraw, [round.id])).toBe("PH001 part");
  });

  test("a round that ended never opens again, and nothing of an open one changes but its end", async () => {
    const reopen = "update signing_rounds set state = 'open', ended_at = null where version_id = $1";
    expect(await asOwner(reopen, [versions.declined])).toBe("PH002 frozen");
    expect(await asApp(party, reopen, [versions.signed])).toBe("PH002 frozen");
    for (const change of ["number = 99", "content_hash = 'x'", "issue_date = '2026-01-01'", "symbol = 'x'"]) {
      const sql = `update signing_rounds set ${change} where id = $1`;
      expect(await asOwner(sql, [round.id]), change).toBe("PH002 frozen");
      expect(await asApp(party, sql, [round.id]), change).toBe("PH002 frozen");
    }
  });

  test("nobody adds a turn to a round once its file is out, nor opens one in which a party has no turn", async () => {
    const add = `insert into round_signers (tenant_id, id, version_id, round_id, party_id, step)
      select tenant_id, gen_random_uuid(), version_id, round_id, party_id, 2 from round_signers where round_id = $1 limit 1`;
    expect(await asApp(party, add, [round.id])).toBe("PH002 frozen");
    expect(await asOwner(add, [round.id])).toBe("PH002 frozen");
    expect(await asApp(council, add, [round.id])).toBe("PH001 part");
  });

  test("a second version is not opened beside one that is open", async () => {
    const second = `insert into agreement_versions (tenant_id, id, agreement_id, number, state, abstract, bases, copied_from_id,
        created_at, changed_at)
      select tenant_id, gen_random_uuid(), agreement_id, number + 1, 'negotiating', 'x', '{}', id, now(), now()
      from agreement_versions where id = $1`;
    for (const version of [versions.awaiting, versions.draft]) {
      expect(await asApp(party, second, [version])).toBe("23505");
      expect(await asOwner(second, [version])).toBe("23505");
    }
    expect(await asApp(party, second, [versions.signed])).toBe("done");
  });

  test("a version is not copied from another agreement's", async () => {
    const copy = `insert into agreement_versions (tenant_id, id, agreement_id, number, state, abstract, bases, copied_from_id,
        created_at, changed_at)
      select tenant_id, gen_random_uuid(), agreement_id, number + 1, 'negotiating', 'x', '{}', $2, now(), now()
      from agreement_versions where id = $1`;
    expect(await asApp(party, copy, [versions.signed, versions.awaiting])).toBe("PH002 copied-from");
  });
});

describe("the term of what is in force", () => {
  test.each(["effective_until = '2027-01-01'", "effective_from = '2020-01-01'", "signed_at = now()"])(
    "%s is refused while no later version is signed by all",
    async (change) => {
      const sql = `update agreement_versions set ${change} where id = $1`;
      for (const office of [party, council, committee]) {
        expect(await asApp(office, sql, [versions.signed])).toBe("PH002 frozen");
      }
      expect(await asOwner(sql, [versions.signed])).toBe("PH002 frozen");
    },
  );

  test("two versions of one agreement are never in force on one day", async () => {
    const overlap = `with other as (
        select * from agreement_versions where id = $1
      ) insert into agreement_versions select (jsonb_populate_record(null::agreement_versions,
        to_jsonb(other) || jsonb_build_object('id', gen_random_uuid(), 'number', 2, 'copied_from_id', other.id))).* from other`;
    // The trigger stops a version that is born signed; with it out of the way the constraint still stands.
    expect(await asOwner(overlap, [versions.signed])).toBe("PH002 state");
    const outcome = await trying(database.pool("owner"), chiefOf(party), async (client) => {
      await client.query("alter table agreement_versions disable trigger guard_insert");
      return client.query(overlap, [versions.signed]).catch((error: { code: string }) => error.code);
    });
    expect(outcome).toBe("23P01");
  });
});

describe("the file of a round", () => {
  const add = `insert into issued_documents (tenant_id, id, version_id, round_id, seq, sha256, bytes, created_at)
    values (current_tenant(), $1, $2, $3, $4, $5, $6, now())`;

  async function lastFile(): Promise<{ seq: number; bytes: Buffer }> {
    const [row] = await ask<{ seq: number; bytes: Buffer }>(
      "select seq, bytes from issued_documents where round_id = $1 order by seq desc limit 1",
      [round.id],
    );
    if (!row) throw new Error("the round has no file");
    return row;
  }

  function file(bytes: Buffer, seq: number, version = versions.awaiting): unknown[] {
    return [randomUUID(), version, round.id, seq, createHash("sha256").update(bytes).digest("hex"), bytes];
  }

  test("grows at its end only", async () => {
    const { seq, bytes } = await lastFile();
    const changed = Buffer.concat([bytes, Buffer.from("\n% more")]);
    changed[20] = (changed[20] ?? 0) ^ 1;
    for (const wrong of [changed, bytes, bytes.subarray(0, bytes.length - 1), Buffer.from("%PDF-1.7")]) {
      expect(await asApp(party, add, file(wrong, seq + 1))).toBe("PH002 not-an-increment");
      expect(await asOwner(add, file(wrong, seq + 1))).toBe("PH002 not-an-increment");
    }
  });

  test("has no gap and no second file at one place", async () => {
    const { seq, bytes } = await lastFile();
    const more = Buffer.concat([bytes, Buffer.from("\n% more")]);
    expect(await asApp(party, add, file(more, seq + 2))).toBe("PH002 not-an-increment");
    expect(await asApp(party, add, file(more, seq))).toMatch(/^(23505|PH002 not-an-increment)$/);
    expect(await asApp(party, add, file(more, 0))).toBe("PH002 frozen");
  });

  test("is kept with its own hash", async () => {
    const { seq, bytes } = await lastFile();
    const values = file(Buffer.concat([bytes, Buffer.from("\n% more")]), seq + 1);
    values[4] = "0".repeat(64);
    expect(await asApp(party, add, values)).toBe("23514");
  });

  test("is not put under another version than its round's", async () => {
    const { seq, bytes } = await lastFile();
    const more = Buffer.concat([bytes, Buffer.from("\n% more")]);
    expect(await asApp(party, add, file(more, seq + 1, versions.signed))).toBe("23503");
  });

  test("without its signature does not outlive the transaction", async () => {
    const { seq, bytes } = await lastFile();
    const values = file(Buffer.concat([bytes, Buffer.from("\n% more")]), seq + 1);
    for (const role of ["app", "owner"] satisfies TestRole[]) {
      const outcome = await trying(database.pool(role), chiefOf(party), async (client) => {
        await client.query(add, values);
        return client
          .query("set constraints all immediate")
          .catch((error: { detail: string }) => error.detail);
      });
      expect(outcome).toContain("no-signature");
    }
  });

  test("of a round that ended takes nothing more", async () => {
    const [ended] = await ask<{ id: string; bytes: Buffer }>(
      "select r.id, d.bytes from signing_rounds r join issued_documents d on d.round_id = r.id where r.version_id = $1 and d.seq = 0",
      [versions.declined],
    );
    if (!ended) throw new Error("no round was declined");
    const bytes = Buffer.concat([ended.bytes, Buffer.from("\n% more")]);
    const values = file(bytes, 1, versions.declined);
    values[2] = ended.id;
    expect(await asApp(party, add, values)).toBe("PH002 state");
    expect(await asOwner(add, values)).toBe("PH002 state");
  });

  type Signer = { party: string; person: string; post: string; account: string; certificate: string };

  function signerOf(office: string): Signer {
    const chief = chiefOf(office);
    return {
      party: office,
      person: chief.personId,
      post: chief.postId,
      account: chief.accountId ?? "",
      certificate: strangers.phuTho.certificates.get(chief.personId) ?? "",
    };
  }

  // Adds a file that grows from the last, then a signature on it as that office's chief, and answers what came of it.
  async function sign(office: string, signer: Signer, role: TestRole = "app"): Promise<string> {
    const { seq, bytes } = await lastFile();
    const values = file(Buffer.concat([bytes, Buffer.from("\n% more")]), seq + 1);
    const [found] = await ask<{ id: string }>(
      `select p.id from agreement_parties p join agreement_versions v on v.agreement_id = p.agreement_id
        where v.id = $1 and p.office_id = $2`,
      [versions.awaiting, strangers.phuTho.offices.get(signer.party)],
    );
    return trying(database.pool(role), chiefOf(office), async (client) => {
      await client.query(add, values);
      try {
        await client.query(
          `insert into signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id, account_id,
              certificate_id, field_name, method, signed_at)
            values (current_tenant(), gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, 'x', 'portal-key', now())`,
          [
            versions.awaiting,
            round.id,
            found?.id,
            values[0],
            signer.person,
            signer.post,
            signer.account,
            signer.certificate,
          ],
        );
        return "done";
      } catch (error) {
        const { code, detail } = error as { code: string; detail: string };
        return code.startsWith("PH") ? `${code} ${(JSON.parse(detail) as { reason: string }).reason}` : code;
      }
    });
  }

  test("is signed by the holder of the named post with an own certificate", async () => {
    expect(await sign(party, signerOf(party))).toBe("done");
    expect(await sign(council, signerOf(council))).toBe("done");
  });

  test("is not signed for another party, by another post, person or account, or with another's certificate", async () => {
    const own = signerOf(party);
    const other = signerOf(council);
    const deputy = postOf(strangers.phuTho, party, "deputy-chief");
    expect(await sign(party, { ...own, party: council })).toBe("PH001 part");
    expect(await sign(party, { ...own, post: deputy.postId })).toBe("PH001 signing-post");
    expect(await sign(party, { ...own, person: other.person })).toBe("PH001 signing-post");
    expect(await sign(party, { ...own, account: other.account })).toBe("PH001 signing-post");
    expect(await sign(party, { ...own, certificate: other.certificate })).toBe("PH001 certificate");
    expect(await sign(party, { ...own, certificate: randomUUID() })).toBe("PH001 certificate");
  });

  test("is not signed twice for one party, and the owner signs for nobody", async () => {
    expect(await sign(committee, signerOf(committee))).toBe("23505");
    expect(await sign(party, signerOf(committee), "owner")).toMatch(/^(PH001|23505)/);
    expect(await sign(party, { ...signerOf(party), person: signerOf(council).person }, "owner")).toBe(
      "PH001 signing-post",
    );
  });

  test("is not signed with a certificate that ended", async () => {
    const own = signerOf(party);
    const owner = database.pool("owner");
    for (const change of ["revoked_at = now()", "not_after = now() - interval '1 minute'"]) {
      const [before] = await ask("select revoked_at, not_after from certificates where id = $1", [
        own.certificate,
      ]);
      await owner.query(`update certificates set ${change} where id = $1`, [own.certificate]);
      expect(await sign(party, own), change).toBe("PH001 certificate");
      await owner.query("update certificates set revoked_at = $2, not_after = $3 where id = $1", [
        own.certificate,
        before?.revoked_at,
        before?.not_after,
      ]);
    }
  });
});

describe("numbers", () => {
  test("are not taken twice, not given to another round, not brought back from void", async () => {
    const [free] = await ask<{ id: string; number: number; year: number; office_id: string }>(
      "select r.id, e.number, e.year, e.office_id from register_entries e join signing_rounds r on r.id = e.round_id where e.state = 'void' and e.tenant_id = $1",
      [strangers.phuTho.tenant.id],
    );
    const put =
      "insert into register_entries (tenant_id, office_id, year, number, round_id, state) values (current_tenant(), $1, $2, $3, $4, 'used')";
    expect(await asApp(party, put, [free?.office_id, free?.year, free?.number, free?.id])).toBe("23505");
    expect(await asApp(party, put, [free?.office_id, free?.year, free?.number, round.id])).toBe(
      "PH002 number",
    );
    expect(await asApp(council, put, [free?.office_id, free?.year, free?.number, free?.id])).toBe(
      "PH001 not-own-office",
    );
    const back =
      "update register_entries set state = 'used', reason = null where state = 'void' and tenant_id = current_tenant()";
    expect(await asApp(party, back)).toBe("PH002 frozen");
    expect(await asOwner(back)).toBe("PH002 frozen");
    const renumber = "update register_entries set number = 77 where round_id = $1";
    expect(await asApp(party, renumber, [round.id])).toBe("PH002 frozen");
    expect(await asOwner(renumber, [round.id])).toBe("PH002 frozen");
    const early = "update register_entries set state = 'void', reason = 'x' where round_id = $1";
    expect(await asApp(party, early, [round.id])).toBe("PH002 frozen");
    expect(await asOwner(early, [round.id])).toBe("PH002 frozen");
  });
});
