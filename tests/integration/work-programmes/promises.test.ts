import { describe, expect, test } from "vitest";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { getProgramme } from "@/lib/work-programmes/queries/get-programme";
import { getProgrammeTree } from "@/lib/work-programmes/queries/get-programme-tree";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf, type Settings } from "@/tests/integration/platform/support/session";
import { committeeChair, contentInput } from "@/tests/support/builders/meeting-stages";
import {
  added,
  drafted,
  freshYear,
  issue,
  itemInput,
  itemRow,
  quarterCarried,
  quarterDraft,
  yearDraft,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";

// What holds with the code taken away: every statement here is portal_app's own, in a session of a person of the office.

const province = useProvince();

function session(office: string): Settings {
  const post = postOf(province().phuTho, office, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId };
}

const tell = (office: string, sql: string, values: unknown[] = []) =>
  outcomeOf(province().pool("app"), session(office), sql, values);

const decide = (act: string) =>
  `with item as (select * from programme_items where id = $1)
    insert into programme_changes (tenant_id, id, programme_id, item_id, item_revision, act, decision_number, decided_on, decided_by,
      before, office_id, account_id)
    select tenant_id, gen_random_uuid(), programme_id, id, ${act === "add" ? "0" : "revision"}, '${act}', '1', portal_today(), 'x',
      '{"title": "forged"}', current_office(), current_account() from item`;

describe("an issued programme", () => {
  test.each([
    [
      "is not renamed without a decision",
      "update programme_items set title = 'Khác', revision = revision + 1 where id = $1",
      "PH002 decision",
    ],
    [
      "nor given another day",
      "update programme_items set ends_on = ends_on + 1, revision = revision + 1 where id = $1",
      "PH002 decision",
    ],
    [
      "nor another lead",
      "update programme_items set lead_office_id = current_office(), duty_id = null, version_id = null, revision = revision + 1 where id = $1",
      "PH002 decision",
    ],
    [
      "nor stopped",
      "update programme_items set state = 'stopped', revision = revision + 1 where id = $1",
      "PH002 decision",
    ],
    ["nothing is removed", "delete from programme_items where id = $1", "PH002 state"],
    [
      "nothing is moved to another",
      "update programme_items set parent_item_id = id, revision = revision + 1 where id = $1",
      "PH002 frozen",
    ],
  ])("%s", async (_, sql, outcome) => {
    const { itemId } = await yearIssued(province());
    expect(await tell(party, sql, [itemId])).toBe(outcome);
  });

  test("a decision of an earlier transaction lets nothing through", async () => {
    const { itemId } = await yearIssued(province());
    const client = await province().pool("app").connect();
    const set = async () => {
      await client.query("begin");
      const { tenantId, officeId: office, accountId } = session(party);
      await client.query(
        "select set_config('app.tenant_id', $1, true), set_config('app.office_id', $2, true), set_config('app.account_id', $3, true)",
        [tenantId, office, accountId],
      );
    };
    try {
      await set();
      await client.query(decide("change"), [itemId]);
      await client.query("commit");
      await set();
      await expect(
        client.query("update programme_items set title = 'Khác', revision = revision + 1 where id = $1", [
          itemId,
        ]),
      ).rejects.toMatchObject({ code: "PH002" });
      await client.query("rollback");
    } finally {
      client.release();
    }
    // What the item was is copied by the database, whatever one says it was.
    const [kept] = await province().rows<{ title: string }>(
      "select before ->> 'title' as title from programme_changes where item_id = $1",
      [itemId],
    );
    expect(kept?.title).toBe((await itemRow(province(), itemId))["title"]);
  });

  test("is not taken back to a draft, nor issued by another office", async () => {
    const { programmeId } = await yearIssued(province());
    expect(
      await tell(
        party,
        "update work_programmes set state = 'draft', issued_at = null, issued_by = null, paper_number = null, revision = revision + 1 where id = $1",
        [programmeId],
      ),
    ).toBe("PH002 state");
    expect(
      await tell(
        council,
        "update work_programmes set paper_number = '9', revision = revision + 1 where id = $1",
        [programmeId],
      ),
    ).toBe("PH001 part");
  });

  test("gets no item without its decision, asked when the transaction ends", async () => {
    const { programmeId, itemId } = await yearIssued(province());
    const put = `insert into programme_items (tenant_id, id, programme_id, ordinal, title, lead_office_id, starts_on, ends_on, precision,
        state, created_at)
      select tenant_id, gen_random_uuid(), programme_id, 9, title, current_office(), starts_on, ends_on, precision, 'active', now()
      from programme_items where id = $1`;
    const client = await province().pool("app").connect();
    try {
      await client.query("begin");
      const { tenantId, officeId: office, accountId } = session(party);
      await client.query(
        "select set_config('app.tenant_id', $1, true), set_config('app.office_id', $2, true), set_config('app.account_id', $3, true)",
        [tenantId, office, accountId],
      );
      await client.query(put, [itemId]);
      await expect(client.query("commit")).rejects.toMatchObject({ code: "PH002" });
    } finally {
      client.release();
    }
    const rows = await province().rows("select 1 from programme_items where programme_id = $1", [
      programmeId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("a draft", () => {
  test("is not there for another office, in no table", async () => {
    const { programmeId, itemId } = await yearDraft(province());
    for (const office of [council, stranger]) {
      expect(
        await tell(office, "update work_programmes set paper_number = null where id = $1", [programmeId]),
      ).toBe("no row");
      expect(await tell(office, "update programme_items set note = 'x' where id = $1", [itemId])).toBe(
        "no row",
      );
      expect(await tell(office, "delete from programme_items where id = $1", [itemId])).toBe("no row");
    }
  });

  test("is of the office that serves the body, and of none else", async () => {
    const sql = `insert into work_programmes (tenant_id, id, kind, body_id, office_id, starts_on, ends_on, state, creator_account_id, created_at)
      select tenant_id, gen_random_uuid(), 'year', id, current_office(), '2090-01-01', '2090-12-31', 'draft', current_account(), now()
      from bodies where code = 'TU'`;
    expect(await tell(party, sql)).toBe("done");
    expect(await tell(council, sql)).toBe("PH001 part");
  });

  test("is not issued empty, nor with an item off the programme above that nobody approved", async () => {
    const { programmeId, year } = await quarterDraft(province());
    const sql = `update work_programmes set state = 'issued', issued_at = now(), issued_by = current_account(), revision = revision + 1
      where id = $1`;
    expect(await tell(party, sql, [programmeId])).toBe("PH002 empty");
    await added(province(), programmeId, await itemInput(province(), year));
    expect(await tell(party, sql, [programmeId])).toBe("PH002 unapproved");
  });

  test("an item is led by the office its duty names", async () => {
    const { itemId } = await yearDraft(province());
    const sql = "update programme_items set lead_office_id = $2, revision = revision + 1 where id = $1";
    expect(await tell(party, sql, [itemId, officeId(province(), council)])).toBe("PH001 lead-not-as-signed");
  });
});

describe("the tree", () => {
  test("shows the quarter below its year, the draft to its office alone, and not to another province", async () => {
    const { programmeId, year, above } = await quarterCarried(province());
    const seen = async (office: string) => {
      const found = await runQuery(getProgrammeTree, as(province().phuTho, office, "specialist"), { year });
      return found?.view.bodies.flatMap(({ nodes }) => nodes) ?? [];
    };
    expect(await seen(party)).toMatchObject([
      {
        programmeId: above.programmeId,
        kind: "year",
        items: 1,
        children: [{ programmeId, kind: "quarter", items: 1 }],
      },
    ]);
    expect(await seen(council)).toMatchObject([{ programmeId: above.programmeId, children: [] }]);
    const abroad = as(province().haGiang, party, "chief");
    expect((await runQuery(getProgrammeTree, abroad, { year }))?.view.bodies).toEqual([]);
    expect(await runQuery(getProgramme, abroad, { programmeId: above.programmeId })).toBeNull();
  });
});

describe("a confirmed meeting in the way", () => {
  /** The committee's chair in a meeting that only the party's office and its leader's own may read. */
  async function meetingOn(day: string) {
    const filed = await executeCommand(fileMeeting, as(province().phuTho, party, "specialist"), {
      ...contentInput(province(), day),
      title: "Làm việc riêng với Bộ",
      dutyId: "",
      chairPostId: "",
      roomId: "",
      leaderPostIds: [province().phuTho.leaderPosts.get(committeeChair)],
      visibility: "restricted",
    });
    const chief = as(province().phuTho, party, "chief");
    const named = { meetingId: filed.meetingId };
    await executeCommand(approveMeeting, chief, { ...named, revision: 1 });
    await executeCommand(confirmMeeting, chief, { ...named, revision: 2 });
    return filed.meetingId;
  }

  test("is named to who may read it, busy to others, and none to the item that it carries out", async () => {
    const year = freshYear();
    const meetingId = await meetingOn(`${year}-02-11`);
    const programmeId = await drafted(province(), String(year));
    const input = await itemInput(province(), year, { despite: "yes" });
    const itemId = await added(province(), programmeId, input);
    await issue(province(), programmeId);
    const seen = async (office: string) =>
      (await runQuery(getOverlaps, as(province().phuTho, office, "chief"), { year }))?.view.overlaps.map(
        ({ kind, one, meeting }) => ({
          kind,
          itemId: one.itemId,
          title: meeting?.title,
          id: meeting?.meetingId,
        }),
      );
    const named = { kind: "meeting", itemId, title: "Làm việc riêng với Bộ", id: meetingId };
    expect(await seen(party)).toEqual([named]);
    expect(await seen(committee)).toEqual([named]);
    expect(await seen(council)).toEqual([{ ...named, title: null, id: null }]);
    // An item of a month on the same days that the meeting itself carries out.
    const linked = await drafted(province(), `02/${year}`);
    await added(province(), linked, { ...input, despite: "", meetingId, title: "Nội dung gắn với cuộc họp" });
    const own = (await seen(party))?.filter((overlap) => overlap.itemId !== itemId);
    expect(own).toEqual([]);
  });
});
