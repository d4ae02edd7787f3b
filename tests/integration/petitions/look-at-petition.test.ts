import { expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { listLooks } from "@/lib/petitions/queries/list-looks";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { denouncer, type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { classified, filedAway, forwarded } from "@/tests/support/builders/petition-way";
import { committee, council, type Province, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const reason = "Xác minh họ tên, địa chỉ theo kế hoạch";
const sealed = { class: "denunciation", denounces: "yes" };
// Whoever tries a name leaves a trace of it, without the name.
const guessed = ["audit_events", "audit_heads"];

function looksAt({ petitionId }: { petitionId: string }) {
  return province().rows<Record<string, unknown>>(
    "select account_id, office_id, file_id, reason, at from petition_looks where petition_id = $1",
    [petitionId],
  );
}

describeCommand(lookAtPetition, {
  province,
  ready: () => taken(province(), sealed),
  by: [committee, "specialist"],
  input: ({ petitionId }) => ({ petitionId, reason }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "shows who wrote and what": async ({ result }) => {
      expect(result.people).toEqual([denouncer]);
      expect(result.content).toContain("sạt lở");
    },
    "keeps who looked, when and why": async ({ stage }) => {
      const { accountId, officeId } = postOf(province().phuTho, committee, "specialist");
      expect(await looksAt(stage)).toEqual([
        { account_id: accountId, office_id: officeId, file_id: null, reason, at: expect.any(Date) },
      ]);
    },
    "says nothing of who wrote in the history": async ({ stage }) => {
      const [event] = await province().rows<{ payload: object }>(
        "select payload from audit_events where subject_id = $1 and name = 'petitions.lookedAt'",
        [stage.petitionId],
      );
      expect(event?.payload).toEqual({ lookId: expect.any(String), what: "identity" });
    },
  },
  events: ["petitions.lookedAt"],
  wrongInput: {
    "no reason": { change: { reason: " " }, field: "reason" },
    "a reason that names who wrote": {
      change: { reason: "Gọi cho khổng thị mơ" },
      field: "reason",
      trace: guessed,
    },
    "a reason with the telephone": {
      change: { reason: "Gọi số 0977.123.456" },
      field: "reason",
      trace: guessed,
    },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
    "a secretary": { by: [committee, "secretary"], reason: "role", source: "portal" },
  },
  conflicts: {
    "a file of another letter": {
      change: async () => ({ fileId: (await taken(province(), sealed)).petitionId }),
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {
    "what is in the clear": { stage: () => taken(province()), code: "conflict", message: "nothingSealed" },
    "what was destroyed": {
      stage: async () => {
        const letter = await filedAway(province(), sealed);
        await executeCommand(destroyPetition, as(province().phuTho, committee, "chief"), {
          petitionId: letter.petitionId,
          revision: letter.revision,
          documentNumber: "05/QĐ-VP",
        });
        return letter;
      },
      code: "conflict",
      message: "letterDestroyed",
    },
  },
  stale: null,
  atOnce: { answer: "both" },
});

const look = (of: Province, office: string, letter: TakenPetition, role: "chief" | "specialist" = "chief") =>
  executeCommand(lookAtPetition, as(of.phuTho, office, role), { petitionId: letter.petitionId, reason });

test("an office that took it in for another, and one it was given over to, do not open it before it is theirs", async () => {
  const there = await taken(province(), { ...sealed, bodyId: province().phuTho.bodies.get("TU") });
  const refused = { code: "forbidden", details: { refusal: { reason: "part", offices: [party] } } };
  await expect(look(province(), committee, there)).rejects.toMatchObject(refused);
  expect((await look(province(), party, there)).people).toEqual([denouncer]);
  const onItsWay = await forwarded(province(), sealed);
  await expect(look(province(), party, onItsWay)).rejects.toMatchObject({ code: "forbidden" });
});

test("a letter that turns out to denounce is opened by a look from then on", async () => {
  const letter = await classified(province());
  await expect(look(province(), committee, letter)).rejects.toMatchObject({ messageKey: "nothingSealed" });
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    class: "denunciation",
  });
  expect((await look(province(), committee, letter)).people).toEqual([denouncer]);
});

test("the inspector of the office reads who looked, 30 a page; nobody else and no other office does", async () => {
  const of = province();
  const letter = await taken(of, sealed);
  const { accountId } = postOf(of.phuTho, committee, "specialist");
  for (let times = 0; times < 31; times += 1) await look(of, committee, letter, "specialist");
  const asked = (office: string, role: "inspector" | "chief", after?: string) =>
    runQuery(listLooks, as(of.phuTho, office, role), { after });
  const first = await asked(committee, "inspector");
  expect(first?.view.lines).toHaveLength(30);
  expect(first?.view.lines[0]).toMatchObject({
    petitionId: letter.petitionId,
    code: letter.code,
    what: "identity",
    reason,
  });
  const [person] = await of.rows<{ name: string }>(
    "select full_name as name from people where account_id = $1",
    [accountId],
  );
  expect(first?.view.lines[0]?.personName).toBe(person?.name);
  const second = await asked(committee, "inspector", first?.view.next ?? "");
  expect(second?.view.lines.length).toBeGreaterThan(0);
  const ids = [...(first?.view.lines ?? []), ...(second?.view.lines ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await asked(committee, "chief")).toBeNull();
  expect((await asked(council, "inspector"))?.view.lines).toEqual([]);
});

test("the database keeps no look of an office that does not handle the letter, and none in another's name", async () => {
  const letter = await taken(province(), sealed);
  const plain = await taken(province());
  const settings = (office: string) => {
    const { officeId, accountId } = postOf(province().phuTho, office, "chief");
    return { tenantId: province().phuTho.tenant.id, officeId, accountId };
  };
  const put = (office: string, id: string, account = "current_account()") =>
    outcomeOf(
      province().pool("app"),
      settings(office),
      `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, reason, at)
        values (current_tenant(), gen_random_uuid(), $1, current_office(), ${account}, 'Lý do đã nêu', now())`,
      [id],
    );
  expect(await put(committee, letter.petitionId)).toBe("done");
  expect(await put(party, letter.petitionId)).toBe("PH001 part");
  expect(await put(committee, plain.petitionId)).toBe("PH002 state");
  expect(await put(committee, letter.petitionId, "gen_random_uuid()")).toBe("42501");
});
