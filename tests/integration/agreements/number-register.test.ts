import { expect, test } from "vitest";
import { openRound } from "@/lib/agreements/commands/open-round";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { getNumberRegister, type NumberRegisterInput } from "@/lib/agreements/queries/get-number-register";
import type { NumberRegisterView } from "@/lib/agreements/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { consented, declined, inRound, revisionOf, signed } from "@/tests/support/builders/agreement-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";

const province = useProvince();
const year = Number(dayAt(new Date()).slice(0, 4));

async function read(office: string, input: NumberRegisterInput = {}): Promise<NumberRegisterView> {
  const answered = await runQuery(getNumberRegister, as(province().phuTho, office, "chief"), input);
  if (!answered) throw new Error("everybody reads the own office's register");
  return answered.view;
}

async function numberOf({ versionId }: { versionId: string }): Promise<number> {
  const [row] = await province().rows<{ number: number }>(
    "select number from signing_rounds where version_id = $1",
    [versionId],
  );
  return row?.number ?? 0;
}

/** The entry of a version's round, on whichever page of the book it stands. */
async function entryOf(version: { versionId: string }) {
  const number = await numberOf(version);
  return (await read(party, { year, after: number - 1 })).entries[0];
}

test("a number says what it was taken for, when and by whom", async () => {
  const version = await inRound(province());
  const entry = await entryOf(version);
  expect(entry).toMatchObject({
    state: "used",
    reason: null,
    typed: false,
    round: "open",
    issued: false,
    issueDate: dayAt(new Date()),
    agreementId: version.agreementId,
    version: 1,
    parties: [party, council, committee],
    outside: [],
  });
  expect(entry?.number).toMatch(new RegExp(`^0*${await numberOf(version)}/QCPH-`));
  expect(entry?.abstract).toContain("phối hợp công tác giữa");
  expect(entry?.takenBy).toBeTruthy();
  expect(entry?.documentId).toBeTruthy();
});

test("a signed number says so; a void one stays in its place with who stopped the round, when and why", async () => {
  expect(await entryOf(await signed(province()))).toMatchObject({ state: "used", round: "completed" });
  const refused = await declined(province());
  const [kept] = await province().rows<{ reason: string }>(
    "select end_reason as reason from signing_rounds where version_id = $1",
    [refused.versionId],
  );
  const entry = await entryOf(refused);
  expect(entry).toMatchObject({ state: "void", round: "declined", reason: kept?.reason });
  expect(entry?.endedAt).toBeInstanceOf(Date);

  const taken = await inRound(province());
  await executeCommand(withdrawVersion, as(province().phuTho, party, "chief"), {
    versionId: taken.versionId,
    reason: "Rút để chỉnh lý.",
  });
  expect(await entryOf(taken)).toMatchObject({
    state: "void",
    round: "withdrawn",
    reason: "Rút để chỉnh lý.",
  });
});

test("a number typed in from the office's own system is marked so, as its event says, and nobody takes the mark away", async () => {
  const version = await consented(province());
  await executeCommand(openRound, as(province().phuTho, party, "chief"), {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    number: 4_001,
  });
  expect(await entryOf(version)).toMatchObject({ typed: true });
  const events = await province().rows(
    `select a.payload ->> 'typed' as typed from audit_events a join signing_rounds r on r.id::text = a.payload ->> 'roundId'
      where a.name = 'agreements.roundOpened' and r.version_id = $1`,
    [version.versionId],
  );
  expect(events).toEqual([{ typed: "true" }]);
  const { officeId: office, accountId } = postOf(province().phuTho, party, "chief");
  const who = { tenantId: province().phuTho.tenant.id, officeId: office, accountId };
  const erase = "update register_entries set typed = false where number = 4001";
  expect(await outcomeOf(province().pool("app"), who, erase)).toBe("PH002 frozen");
});

test("the book goes on by its key, from the first number to the last, none twice and none left out", async () => {
  const book = officeId(province(), party);
  await inRound(province());
  // As many as no demonstration has, of another year, each of a round of this office.
  const [round] = await province().rows<{ id: string }>(
    "select id from signing_rounds order by opened_at desc limit 1",
  );
  const client = await province().pool("superuser").connect();
  // What nobody did cannot be entered past the triggers; only the reading is asked here.
  await client.query("set session_replication_role = replica");
  await client.query(
    `with many as (select n, gen_random_uuid() as id from generate_series(1, 120) n),
      rounds as (insert into signing_rounds (tenant_id, id, version_id, state, number, year, symbol, issue_date, content_hash,
          opened_by, opened_at, ended_at)
        select r.tenant_id, many.id, r.version_id, 'withdrawn', many.n, 2024, r.symbol, '2024-05-05', r.content_hash, r.opened_by,
          r.opened_at, r.opened_at from many, signing_rounds r where r.id = $1 returning tenant_id, id, number)
      insert into register_entries (tenant_id, office_id, year, number, round_id, state, reason)
      select tenant_id, $2, 2024, number, id, 'void', 'Lý do' from rounds`,
    [round?.id, book],
  );
  await client.query("reset session_replication_role");
  client.release();
  const seen: string[] = [];
  for (let after: number | undefined, page = 1; page <= 3; page += 1) {
    const view = await read(party, { year: 2024, after });
    seen.push(...view.entries.map(({ number }) => number));
    expect(view.entries.length).toBe(page < 3 ? 50 : 20);
    after = view.next ?? undefined;
    expect(view.next).toBe(page < 3 ? page * 50 : null);
    expect(view).toMatchObject({ year: 2024, before: null, after: year, first: page === 1 });
  }
  expect(seen.map((number) => Number.parseInt(number, 10))).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  );
  expect(await read(party)).toMatchObject({ year, before: 2024, after: null });
});

test("an office reads its own book alone, whatever it signs; a year without numbers is empty", async () => {
  await signed(province());
  for (const office of [council, committee, stranger]) expect((await read(office)).entries).toEqual([]);
  expect(await read(party, { year: 1999 })).toMatchObject({ entries: [], before: null });
});

test("another province has a book of its own", async () => {
  const version = await signed(province());
  const [theirs] = [...province().haGiang.offices.keys()];
  const chief = as(province().haGiang, theirs ?? "", "chief");
  const answered = await runQuery(getNumberRegister, chief, { year });
  const papers = answered?.view.entries.map(({ agreementId }) => agreementId) ?? [];
  expect(papers).not.toContain(version.agreementId);
});
