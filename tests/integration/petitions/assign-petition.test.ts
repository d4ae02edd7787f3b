import { beforeAll, describe, expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { getNotices } from "@/lib/meetings/queries/get-notices";
import { remindDue } from "@/lib/petitions/clocks/remind-due";
import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { splitPetition } from "@/lib/petitions/commands/split-petition";
import { getPetitionAssigning } from "@/lib/petitions/queries/get-petition-assigning";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { listPetitions } from "@/lib/petitions/queries/list-petitions";
import type { PetitionFilter } from "@/lib/petitions/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { given, handlerOf, withoutPost } from "@/tests/support/builders/petition-handler";
import { denouncer } from "@/tests/support/builders/petition-stages";
import {
  acknowledged,
  classified,
  filedAway,
  type LetterOnItsWay,
  lookedUp,
} from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand, refusalOf } from "@/tests/support/command-outcomes";

const province = useProvince();
const sealed = { class: "denunciation", denounces: "yes" };
const reason = "Xác minh theo kế hoạch";
const because = "Chuyên viên được cử đi học";

const post = (role: Role, office: string = committee) => postOf(province().phuTho, office, role);
const pageOf = async ({ petitionId }: { petitionId: string }, role: Role, office: string = committee) =>
  (await runQuery(getPetitionPage, as(province().phuTho, office, role), { petitionId }))?.view;
const look = ({ petitionId }: { petitionId: string }, role: Role) =>
  attempt(lookAtPetition, as(province().phuTho, committee, role), { petitionId, reason });

function rowsOf({ petitionId }: { petitionId: string }) {
  return province().rows<Record<string, unknown>>(
    `select ordinal, post_id, person_id, account_id, reason, names from petition_handlers where petition_id = $1 order by ordinal`,
    [petitionId],
  );
}

describeCommand(assignPetition, {
  province,
  ready: () => classified(province()),
  by: [committee, "department-head"],
  input: ({ petitionId, revision }) => ({
    petitionId,
    revision,
    handler: handlerOf(province(), committee, "specialist"),
    reason: "",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "names the person and the post, and by whom": async ({ stage }) => {
      const { postId, personId } = post("specialist");
      expect(await rowsOf(stage)).toEqual([
        {
          ordinal: 1,
          post_id: postId,
          person_id: personId,
          account_id: post("department-head").accountId,
          reason: null,
          names: false,
        },
      ]);
    },
    "is shown on the letter, of the office that handles it alone": async ({ stage }) => {
      const page = await pageOf(stage, "specialist");
      expect(page?.handler.named).toMatchObject({ name: post("specialist").name, present: true, mine: true });
      const [line] = page?.handler.changes ?? [];
      expect(line).toMatchObject({ by: post("department-head").name, reason: null });
    },
    "is told to that person alone": async ({ stage }) => {
      const seenBy = async (role: Role) =>
        (await runQuery(getNotices, as(province().phuTho, committee, role), {}))?.view.items.filter(
          ({ subjectId, kind }) => subjectId === stage.petitionId && kind === "petition-assigned",
        );
      expect(await seenBy("specialist")).toHaveLength(1);
      expect(await seenBy("chief")).toEqual([]);
    },
  },
  events: ["petitions.assigned"],
  wrongInput: {
    "nobody chosen": { change: { handler: "" }, field: "handler" },
    "somebody of another office": {
      change: () => ({ handler: handlerOf(province(), party, "specialist") }),
      field: "handler",
    },
    "a clerk, who may not open what is sealed": {
      change: () => ({ handler: handlerOf(province(), committee, "records-clerk") }),
      field: "handler",
    },
    "a post and somebody who does not hold it": {
      change: () => ({ handler: `${post("specialist").postId}.${post("chief").personId}` }),
      field: "handler",
    },
    "nobody, where nobody was named": { change: { handler: "nobody" }, field: "handler" },
  },
  notAllowed: {
    "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" },
    "the reception officer": { by: [committee, "reception-officer"], reason: "role", source: "portal" },
  },
  wrongState: {
    "filed away": { stage: () => filedAway(province()), reason: "state", source: "portal" },
    "handled by another office": {
      stage: () => acknowledged(province()),
      reason: "part",
      source: "portal",
    },
  },
  stale: { change: { revision: 99 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

describe("given to another", () => {
  test("asks why, keeps who had it, and seals the reason under the letter's key", async () => {
    const letter = await given(province(), await classified(province()));
    const again = { petitionId: letter.petitionId, revision: letter.revision };
    const chief = as(province().phuTho, committee, "chief");
    const handler = handlerOf(province(), committee, "reception-officer");
    expect(answerOf(await attempt(assignPetition, chief, { ...again, handler, reason: "" }))).toMatchObject({
      code: "invalid",
      fields: { reason: ["handlerReasonMissing"] },
    });
    await executeCommand(assignPetition, chief, { ...again, handler, reason: because });
    const rows = await rowsOf(letter);
    expect(rows.map(({ ordinal, person_id }) => [ordinal, person_id])).toEqual([
      [1, post("specialist").personId],
      [2, post("reception-officer").personId],
    ]);
    expect(String(rows[1]?.["reason"])).not.toContain("cử đi học");
    const page = await pageOf(letter, "chief");
    expect(page?.handler.changes.map(({ to, reason }) => [to?.name, reason])).toEqual([
      [post("reception-officer").name, because],
      [post("specialist").name, null],
    ]);
  });

  test("or to nobody is common work again", async () => {
    const letter = await given(province(), await classified(province()));
    await executeCommand(assignPetition, as(province().phuTho, committee, "chief"), {
      petitionId: letter.petitionId,
      revision: letter.revision,
      handler: "nobody",
      reason: because,
    });
    const page = await pageOf(letter, "chief");
    expect(page?.handler.named).toBeNull();
    // As tasks have it: the head of department answers where the agreement names nobody else.
    expect(page?.handler.inCharge?.name).toBe(post("department-head").name);
  });

  test("a reason that names who wrote is refused of a sealed letter, and closed with one that is sealed later", async () => {
    const secret = await given(province(), await classified(province(), sealed));
    const change = (letter: LetterOnItsWay) =>
      attempt(assignPetition, as(province().phuTho, committee, "chief"), {
        petitionId: letter.petitionId,
        revision: letter.revision,
        handler: handlerOf(province(), committee, "reception-officer"),
        reason: `Có quen ${denouncer.fullName}`,
      });
    expect(answerOf(await change(secret))).toMatchObject({ fields: { reason: ["namesDenouncer"] } });
    const plain = await given(province(), await classified(province()));
    expect(answerOf(await change(plain))).toBe("done");
    expect((await pageOf(plain, "chief"))?.handler.changes[0]?.reason).toContain(denouncer.fullName);
    await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: plain.petitionId,
      revision: (await lookedUp(province(), plain)).revision,
      ...sealed,
    });
    expect((await pageOf(plain, "chief"))?.handler.changes[0]?.reason).toBeNull();
  });
});

describe("a sealed letter that was given to somebody", () => {
  test("opens to that person alone, its scans too, and to no head of the office", async () => {
    const letter = await given(province(), await classified(province(), sealed));
    for (const role of ["chief", "deputy-chief", "department-head", "reception-officer"] as const) {
      expect(refusalOf(await look(letter, role))).toMatchObject({ act: "petition.look", reason: "handler" });
      const page = await pageOf(letter, role);
      expect(page?.secrecy.mayLook).toBe(false);
      expect(page?.may.unseal).toBe(false);
    }
    expect(answerOf(await look(letter, "specialist"))).toBe("done");
    expect((await pageOf(letter, "specialist"))?.secrecy.mayLook).toBe(true);
  });

  test("leaves the seal by that person alone", async () => {
    const letter = await given(province(), await classified(province(), sealed));
    const unseal = (role: Role) =>
      attempt(classifyPetition, as(province().phuTho, committee, role), {
        petitionId: letter.petitionId,
        revision: letter.revision,
        class: "complaint",
        denounces: "no",
        reason,
      });
    expect(refusalOf(await unseal("chief"))).toMatchObject({ act: "petition.unseal", reason: "handler" });
    expect(answerOf(await unseal("specialist"))).toBe("done");
  });

  test("past the code the database keeps no look of anybody else, of identity, scan or way out of the seal", async () => {
    const letter = await given(province(), await classified(province(), sealed));
    const put = (role: Role, unseals: number | null) =>
      outcomeOf(
        province().pool("app"),
        { tenantId: province().phuTho.tenant.id, ...officeAndAccount(role) },
        `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, unseals, reason, at)
          values (current_tenant(), gen_random_uuid(), $1, current_office(), current_account(), $2, 'Lý do đã nêu', now())`,
        [letter.petitionId, unseals],
      );
    expect(await put("chief", null)).toBe("PH001 handler");
    expect(await put("department-head", letter.revision + 1)).toBe("PH001 handler");
    expect(await put("specialist", null)).toBe("done");
  });

  test("is everybody's of the office again when that person leaves the post, and told on the heads' desks", async () => {
    const letter = await given(province(), await classified(province(), sealed));
    await withoutPost(province(), "specialist", async () => {
      expect(answerOf(await look(letter, "chief"))).toBe("done");
      const page = await pageOf(letter, "chief");
      expect(page?.handler.named).toMatchObject({ present: false });
      expect(await deskActs("chief", letter)).toEqual(["assign"]);
      expect(await deskActs("reception-officer", letter)).toEqual([]);
    });
    expect(refusalOf(await look(letter, "chief")).reason).toBe("handler");
    expect(await deskActs("chief", letter)).toEqual([]);
  });

  test("split, its parts stay with that person", async () => {
    const mixed = await given(province(), await classified(province(), { class: "mixed", denounces: "yes" }));
    await executeCommand(splitPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: mixed.petitionId,
      revision: mixed.revision,
      subject1: "Tố cáo thu quỹ",
      class1: "denunciation",
      subject2: "Kiến nghị sửa đường",
      class2: "proposal",
    });
    const parts = await province().rows<{ id: string; identity: string }>(
      "select id, identity from petitions where parent_id = $1",
      [mixed.petitionId],
    );
    expect(parts).toHaveLength(2);
    for (const { id, identity } of parts) {
      expect(await rowsOf({ petitionId: id })).toMatchObject([{ person_id: post("specialist").personId }]);
      if (identity === "sealed")
        expect(refusalOf(await look({ petitionId: id }, "chief")).reason).toBe("handler");
    }
  });
});

const officeAndAccount = (role: Role, office: string = committee) => {
  const { officeId, accountId } = post(role, office);
  return { officeId, accountId };
};

async function deskActs(role: Role, { petitionId }: { petitionId: string }, office: string = committee) {
  const desk = await runQuery(getDesk, as(province().phuTho, office, role), {});
  return desk?.view.petitions.filter((row) => row.petitionId === petitionId).map(({ act }) => act);
}

const filter: PetitionFilter = {
  from: "2020-01-01",
  until: "2099-12-31",
  kind: null,
  bodyId: null,
  officeId: null,
  channel: null,
  class: null,
  state: null,
  handler: null,
};

describe("who a letter was given to", () => {
  let letter: LetterOnItsWay;
  beforeAll(async () => {
    letter = await given(province(), await classified(province(), { class: "complaint" }));
  });

  test("finds it on the desk and in the register as one's own; others who handle letters do not", async () => {
    expect(await deskActs("specialist", letter)).toEqual(["own"]);
    expect(await deskActs("reception-officer", letter)).toEqual([]);
    const listed = async (role: Role, handler: string) =>
      (
        await runQuery(listPetitions, as(province().phuTho, committee, role), { ...filter, handler })
      )?.view.lines.find(({ id }) => id === letter.petitionId)?.handlerName;
    expect(await listed("specialist", "mine")).toBe(post("specialist").name);
    expect(await listed("reception-officer", "mine")).toBeUndefined();
    expect(await listed("chief", post("specialist").personId)).toBe(post("specialist").name);
  });

  test("counts among what that person has in hand, where the next one is given", async () => {
    const other = await classified(province());
    const form = await runQuery(getPetitionAssigning, as(province().phuTho, committee, "chief"), {
      petitionId: other.petitionId,
    });
    const choices = form?.view.choices ?? [];
    expect(choices.find(({ personId }) => personId === post("specialist").personId)?.open).toBeGreaterThan(0);
    expect(choices.filter(({ inCharge }) => inCharge).map(({ name }) => name)).toEqual([
      post("department-head").name,
    ]);
    expect(choices.map(({ name }) => name)).not.toContain(post("records-clerk").name);
  });

  test("is reminded alone, by notice and by mail; when gone, the office's roles are", async () => {
    const [clock] = await province().rows<{ due_on: string }>(
      "select to_char(min(due_on), 'YYYY-MM-DD') as due_on from petition_clocks where petition_id = $1 and status = 'running'",
      [letter.petitionId],
    );
    const due = new Date(`${clock?.due_on}T01:00:00Z`);
    const told = async () => {
      const notices = await province().rows<{ id: string; account_id: string | null }>(
        "select id, account_id from notices where subject_id = $1 and kind = 'petition-due' order by created_at",
        [letter.petitionId],
      );
      const mails = await province().rows<{ account_id: string; text: string }>(
        `select m.account_id, c.text from mails m join mail_contents c on c.tenant_id = m.tenant_id and c.mail_id = m.id
          where c.text like '%' || $1 || '%'`,
        [letter.code],
      );
      return { notices, mails };
    };
    await remindDue(due);
    const first = await told();
    expect(new Set(first.notices.map((notice) => notice.account_id))).toEqual(
      new Set([post("specialist").accountId]),
    );
    expect(new Set(first.mails.map((mail) => mail.account_id))).toEqual(
      new Set([post("specialist").accountId]),
    );
    expect(first.mails[0]?.text).toContain("anh/chị thụ lý");
    const gone = await given(province(), await classified(province(), { class: "complaint" }));
    await withoutPost(province(), "specialist", () => remindDue(due));
    const mails = await province().rows<{ account_id: string }>(
      `select m.account_id from mails m join mail_contents c on c.tenant_id = m.tenant_id and c.mail_id = m.id
        where c.text like '%' || $1 || '%'`,
      [gone.code],
    );
    expect(new Set(mails.map((mail) => mail.account_id))).toEqual(
      new Set(
        (["chief", "department-head", "reception-officer"] as const).map((role) => post(role).accountId),
      ),
    );
  });
});

describe("past the code", () => {
  const put = (
    { petitionId }: { petitionId: string },
    to: { postId: string; personId: string } | null,
    by: { role: Role; office?: string } = { role: "chief" },
    why: string | null = null,
  ) =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, ...officeAndAccount(by.role, by.office) },
      `insert into petition_handlers (tenant_id, id, petition_id, ordinal, office_id, post_id, person_id, reason, names, account_id, at)
        values (current_tenant(), gen_random_uuid(), $1, 7, current_office(), $2, $3, $4::text::bytea, false, current_account(), now())`,
      [petitionId, to?.postId ?? null, to?.personId ?? null, why],
    );

  test("nobody is given a letter who could not open it, nor one of another office, nor without a reason for the change", async () => {
    const letter = await classified(province());
    expect(await put(letter, post("records-clerk"))).toBe("PH002 handler-not-of-office");
    expect(await put(letter, post("specialist", party))).toBe("PH002 handler-not-of-office");
    expect(await put(letter, { ...post("specialist"), personId: post("chief").personId })).toBe(
      "PH002 handler-not-of-office",
    );
    expect(await put(letter, null)).toBe("PH002 unchanged");
    expect(await put(letter, post("specialist"), { role: "chief", office: council })).toBe("PH001 part");
    await given(province(), letter);
    expect(await put(letter, post("chief"))).toBe("PH002 without-reason");
    expect(await put(letter, post("chief"), { role: "chief" }, "x".repeat(40))).toBe("done");
    expect(await put(await filedAway(province()), post("specialist"))).toBe("PH002 state");
  });

  test("given over to another office, a letter is nobody's there", async () => {
    const letter = await acknowledged(province());
    const [row] = await province().rows<{ named: number }>(
      "select count(handler_person_id)::integer as named from petition_entries where petition_id = $1",
      [letter.petitionId],
    );
    expect(row?.named).toBe(0);
  });
});
