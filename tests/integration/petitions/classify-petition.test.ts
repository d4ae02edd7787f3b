import { expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { foldVietnamese } from "@/lib/petitions/identity/person";
import { listLooks } from "@/lib/petitions/queries/list-looks";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  denouncer,
  everythingWritten,
  gramsOf,
  peopleOf,
  petitionRow,
  type TakenPetition,
  taken,
} from "@/tests/support/builders/petition-stages";
import { asOwner } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const classified = async (change: Record<string, unknown> = {}): Promise<TakenPetition> =>
  taken(province(), { class: "feedback", ...change });

const unsealing = "Đã đọc đơn, không nêu hành vi vi phạm của ai";

describeCommand(classifyPetition, {
  province,
  ready: () => taken(province(), { subject: `Khổng Thị Mơ nói về quỹ của xóm` }),
  by: [committee, "specialist"],
  input: ({ petitionId }) => ({ petitionId, revision: 1, class: "denunciation", denounces: "" }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "seals who wrote and what, and blanks the clear columns": async ({ result, province }) => {
      expect(await petitionRow(province, result)).toMatchObject({
        class: "denunciation",
        denounces: "yes",
        identity: "sealed",
        state: "classified",
        content: null,
        sealed_content: expect.any(Buffer),
        revision: 2,
      });
      expect(await peopleOf(province, result)).toEqual([
        {
          identity: "sealed",
          full_name: null,
          address: null,
          phone: null,
          id_number: null,
          phone_hashed: false,
          id_hashed: false,
          sealed: true,
        },
      ]);
    },
    "takes the name out of the subject and out of the search": async ({ result, province }) => {
      const { subject } = await petitionRow(province, result);
      expect(subject).toBe("[…] nói về quỹ của xóm");
      const grams = await gramsOf(province, result);
      expect(grams).toContain("cua xom");
      expect(grams.filter((gram) => /\b(khong|mo)\b/.test(gram))).toEqual([]);
    },
  },
  events: ["petitions.classified"],
  wrongInput: {
    "no class": { change: { class: "" }, field: "class" },
    "a class that is none": { change: { class: "praise" }, field: "class" },
    "a proposal that denounces": { change: { class: "proposal", denounces: "yes" }, field: "class" },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
  },
  wrongState: {
    "classified before, by a clerk": {
      stage: classified,
      by: [committee, "records-clerk"],
      reason: "role",
      source: "portal",
    },
  },
  stale: { change: { revision: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("a letter that turns out to denounce nobody is opened again, as it was", async () => {
  const letter = await taken(province(), {
    denounces: "unsure",
    fullName: "Sùng Thị Pàng",
    phone: "0966 111 222",
    idNumber: "",
    content: "Xin hỏi về chế độ hỗ trợ.",
  });
  expect(await everythingWritten(province())).not.toContain("Sùng Thị Pàng");
  await executeCommand(classifyPetition, as(province().phuTho, committee, "reception-officer"), {
    petitionId: letter.petitionId,
    revision: 1,
    class: "feedback",
    reason: unsealing,
  });
  expect(await petitionRow(province(), letter)).toMatchObject({
    identity: "plain",
    denounces: "no",
    content: "Xin hỏi về chế độ hỗ trợ.",
    sealed_content: null,
  });
  expect(await peopleOf(province(), letter)).toMatchObject([
    {
      identity: "plain",
      full_name: "Sùng Thị Pàng",
      phone: "0966 111 222",
      phone_hashed: true,
      sealed: false,
    },
  ]);
  expect(await gramsOf(province(), letter)).toContain("sung thi");
});

test("a mixed letter is sealed as long as it is not said that it denounces nobody", async () => {
  const letter = await taken(province(), { fullName: "Giàng A Páo" });
  const caller = as(province().phuTho, committee, "specialist");
  const classify = (revision: number, denounces: string) =>
    executeCommand(classifyPetition, caller, {
      petitionId: letter.petitionId,
      revision,
      class: "mixed",
      denounces,
      reason: denounces === "no" ? unsealing : "",
    });
  await classify(1, "");
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "sealed", denounces: "unsure" });
  expect(foldVietnamese(await everythingWritten(province()))).not.toContain("giang a pao");
  await classify(2, "no");
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "plain", denounces: "no" });
  expect(await peopleOf(province(), letter)).toMatchObject([{ full_name: "Giàng A Páo" }]);
});

test("the filing office classifies what is new, another office's is not there", async () => {
  const letter = await taken(province(), { bodyId: province().phuTho.bodies.get("TU") });
  const input = { petitionId: letter.petitionId, revision: 1, class: "complaint" };
  await expect(
    executeCommand(classifyPetition, as(province().phuTho, council, "specialist"), input),
  ).rejects.toMatchObject({ code: "not-found" });
  await executeCommand(classifyPetition, as(province().phuTho, committee, "records-clerk"), input);
  await expect(
    executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      ...input,
      revision: 2,
      class: "feedback",
    }),
  ).rejects.toMatchObject({ code: "forbidden", details: { refusal: { reason: "state" } } });
  await executeCommand(classifyPetition, as(province().phuTho, party, "specialist"), {
    ...input,
    revision: 2,
    class: "feedback",
  });
});

// Past the code: what the database itself refuses, whoever writes.
test("the database keeps no name of a denouncer in the clear", async () => {
  const letter = await taken(province(), { class: "denunciation", denounces: "yes", ...denouncer });
  const refuses = async (sql: string, code: string) => {
    await expect(province().pool("superuser").query(sql), sql).rejects.toMatchObject({ code });
  };
  const { tenant } = province().phuTho;
  const of = `where tenant_id = '${tenant.id}' and`;
  await refuses(
    `update petition_people set full_name = 'Tên' ${of} petition_id = '${letter.petitionId}'`,
    "PH003",
  );
  const inTenant = async (sql: string) => {
    const client = await province().pool("owner").connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
      await client.query(sql);
      await client.query("commit");
      return "done";
    } catch (error) {
      await client.query("rollback");
      return (error as { code: string }).code;
    } finally {
      client.release();
    }
  };
  const petition = `${of} id = '${letter.petitionId}'`;
  const person = `${of} petition_id = '${letter.petitionId}'`;
  expect(await inTenant(`update petition_people set full_name = 'Tên' ${person}`)).toBe("23514");
  expect(await inTenant(`update petition_people set phone_hash = 'x' ${person}`)).toBe("23514");
  expect(
    await inTenant(
      `update petition_people set identity = 'plain', sealed = null, full_name = 'Tên' ${person}`,
    ),
  ).toBe("23503");
  expect(await inTenant(`update petitions set identity = 'plain', revision = 9 ${petition}`)).toBe("23514");
  expect(
    await inTenant(`update petitions set denounces = 'no', identity = 'plain', revision = 9 ${petition}`),
  ).toBe("23514");
  expect(await inTenant(`update petitions set content = 'Nội dung', revision = 9 ${petition}`)).toBe("23514");
  // The class may change, but not without the people.
  expect(
    await inTenant(
      `update petitions set class = 'feedback', denounces = 'no', identity = 'plain', sealed_content = null, revision = 9 ${petition}`,
    ),
  ).toBe("23503");
});

function looksAt({ petitionId }: TakenPetition) {
  return province().rows<Record<string, unknown>>(
    "select account_id, office_id, file_id, unseals, reason from petition_looks where petition_id = $1",
    [petitionId],
  );
}

const classifyAs = (
  letter: TakenPetition,
  role: "records-clerk" | "specialist" | "inspector",
  change: Record<string, unknown> = {},
  office = committee,
) =>
  executeCommand(classifyPetition, as(province().phuTho, office, role), {
    petitionId: letter.petitionId,
    revision: 1,
    class: "complaint",
    ...change,
  });

test.each(["yes", "unsure"])(
  "a letter that was said to denounce (%s) is not taken out of the seal by who may not open it",
  async (denounces) => {
    const letter = await taken(province(), { denounces, ...denouncer });
    await expect(classifyAs(letter, "records-clerk", { reason: unsealing })).rejects.toMatchObject({
      code: "forbidden",
      details: {
        refusal: {
          act: "petition.unseal",
          reason: "role",
          quote: { source: expect.any(String) },
        },
      },
    });
    expect(await petitionRow(province(), letter)).toMatchObject({ identity: "sealed", state: "received" });
    expect(await looksAt(letter)).toEqual([]);
    // Kept under the seal it is classified by whoever classifies.
    await classifyAs(letter, "records-clerk", { class: "denunciation" });
    expect(await petitionRow(province(), letter)).toMatchObject({
      identity: "sealed",
      class: "denunciation",
    });
  },
);

test("taking a letter out of the seal says why, and is a look the inspector reads", async () => {
  const letter = await taken(province(), { class: "denunciation", denounces: "yes", ...denouncer });
  for (const reason of ["", "có"]) {
    await expect(classifyAs(letter, "specialist", { reason })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { reason: ["unsealReasonMissing"] } },
    });
  }
  await expect(
    classifyAs(letter, "specialist", { reason: `Đã hỏi ${denouncer.fullName}` }),
  ).rejects.toMatchObject({ code: "invalid", details: { fields: { reason: ["namesDenouncer"] } } });
  await classifyAs(letter, "specialist", { reason: unsealing });
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "plain", class: "complaint" });
  const { accountId, officeId } = postOf(province().phuTho, committee, "specialist");
  expect(await looksAt(letter)).toEqual([
    { account_id: accountId, office_id: officeId, file_id: null, unseals: 2, reason: unsealing },
  ]);
  const read = await runQuery(listLooks, as(province().phuTho, committee, "inspector"), {});
  expect(read?.view.lines).toContainEqual(
    expect.objectContaining({ petitionId: letter.petitionId, what: "unsealed", reason: unsealing }),
  );
});

test("a letter from the web that nobody judged yet is classified in one act", async () => {
  const letter = await taken(province(), { denounces: "unsure", ...denouncer });
  await asOwner(province(), "alter table petitions disable trigger guard_update", []);
  await asOwner(province(), "update petitions set origin = 'online', revision = 2 where id = $1", [
    letter.petitionId,
  ]);
  await asOwner(province(), "alter table petitions enable trigger guard_update", []);
  await classifyAs(letter, "records-clerk", { revision: 2 });
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "plain", class: "complaint" });
  expect(await looksAt(letter)).toEqual([]);
});

test("the database opens no seal without the look that says why, and none by another's", async () => {
  const letter = await taken(province(), { denounces: "yes", ...denouncer });
  const settings = (role: "specialist" | "chief") => {
    const { officeId, accountId } = postOf(province().phuTho, committee, role);
    return { tenantId: province().phuTho.tenant.id, officeId, accountId };
  };
  const open = `update petitions set class = 'feedback', denounces = 'no', identity = 'plain', sealed_content = null, content = 'x',
    state = 'classified', revision = 2 where id = $1`;
  const look = `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, unseals, reason, at)
    values (current_tenant(), gen_random_uuid(), $1, current_office(), current_account(), 2, 'Lý do đã nêu', now())`;
  const sends = (role: "specialist" | "chief", sql: string) =>
    outcomeOf(province().pool("app"), settings(role), sql, [letter.petitionId]);
  expect(await sends("specialist", open)).toBe("PH002 without-reason");
  await asOwner(
    province(),
    `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, unseals, reason, at)
      values ($1, gen_random_uuid(), $2, $3, $4, 2, 'Lý do đã nêu', now())`,
    [settings("chief").tenantId, letter.petitionId, settings("chief").officeId, settings("chief").accountId],
  );
  expect(await sends("specialist", open)).toBe("PH002 without-reason");
  expect(await sends("specialist", look)).toBe("done");
});
