import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import { getFile } from "@/lib/platform/files/answer-file";
import { answerSealedFile } from "@/lib/platform/files/answer-sealed";
import { tidyFiles } from "@/lib/platform/files/jobs/tidy-files";
import { keepFiles } from "@/lib/platform/files/keep";
import { putBytes } from "@/lib/platform/files/storage";
import { newId } from "@/lib/platform/ids";
import { runQuery } from "@/lib/platform/queries/run-query";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { getTaskPage } from "@/lib/tasks/queries/get-task-page";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import {
  asked,
  contributed,
  officeId,
  type TaskStage,
  takenOver,
} from "@/tests/support/builders/task-stages";
import { makePng } from "@/tests/support/files/make-files";
import { textUpload, uploadOf } from "@/tests/support/files/uploads";

const province = useProvince();
const contribution = "Danh mục bốn nghị quyết.";
const specialist = () => as(province().phuTho, council, "specialist");
const tenantId = () => province().phuTho.tenant.id;

function placeOf(fileId: string): string {
  return join(process.env.PORTAL_DATA ?? "", "files", tenantId(), fileId.slice(-2), fileId);
}

async function withFile(): Promise<TaskStage & { fileId: string }> {
  const task = await asked(province());
  const upload = await textUpload();
  await executeCommand(giveContribution, specialist(), { ...task, contribution, files: [upload] });
  return { ...task, fileId: upload.id };
}

const filesSeenBy = async (office: string, { taskId }: TaskStage) => {
  const found = await runQuery(getTaskPage, as(province().phuTho, office, "chief"), { taskId });
  return found?.view.assists.flatMap((part) => part.files.map((file) => `${part.office.code}: ${file.name}`));
};

test("a contribution's file is kept as it came, listed for who reads the task and named in its event", async () => {
  const task = await asked(province());
  const text = await textUpload("Danh mục.txt");
  const picture = await uploadOf("quet.png", "image/png", makePng());
  const uploads = [text, picture];
  await executeCommand(giveContribution, specialist(), { ...task, contribution, files: uploads });
  for (const upload of uploads) expect(readFileSync(placeOf(upload.id)).equals(upload.content)).toBe(true);
  expect(await filesSeenBy(party, task)).toEqual([`${council}: Danh mục.txt`, `${council}: quet.png`]);
  expect(await filesSeenBy(stranger, task)).toBeUndefined();
  const [event] = await province().rows<{ files: unknown }>(
    "select payload -> 'files' as files from audit_events where subject_id = $1 order by seq desc limit 1",
    [task.taskId],
  );
  expect(event?.files).toEqual(
    uploads.map(({ id, sha256, content }) => ({ id, sha256, size: content.length })),
  );
  for (const office of [party, committee, council]) {
    const found = await runQuery(getFile, as(province().phuTho, office, "chief"), { fileId: picture.id });
    expect(found?.view).toMatchObject({ name: "quet.png", type: "image/png", sha256: picture.sha256 });
  }
  for (const by of [as(province().phuTho, stranger, "chief"), as(province().haGiang, party, "chief")]) {
    expect(await runQuery(getFile, by, { fileId: picture.id })).toBeNull();
  }
});

test("what was typed is no file, whatever it says of itself", async () => {
  const task = await asked(province());
  const { id, sha256, name } = await textUpload();
  for (const files of [[{ id, sha256, name }], [JSON.stringify({ id })], [new File(["a"], "a.txt")]]) {
    const given = executeCommand(giveContribution, specialist(), { ...task, contribution, files });
    await expect(given).rejects.toMatchObject({ code: "invalid" });
  }
});

test("an office takes its own file back and no other's; then nobody has it", async () => {
  const { fileId, ...task } = await withFile();
  const other = { ...(await withFile()) };
  await executeCommand(giveContribution, specialist(), {
    ...task,
    contribution,
    removedFiles: [fileId, other.fileId, newId()],
  });
  expect(await filesSeenBy(party, task)).toEqual([]);
  expect(await filesSeenBy(party, other)).toHaveLength(1);
  expect(await runQuery(getFile, specialist(), { fileId })).toBeNull();
  expect(await runQuery(getFile, specialist(), { fileId: other.fileId })).not.toBeNull();
});

// Sent as portal_app by hand: the code above is not asked.
test("the database refuses a file of who has no part, of a part that is closed, and in another's name", async () => {
  const [open, taken] = [await contributed(province()), await takenOver(province())];
  const settings = (office: string) => {
    const post = postOf(province().phuTho, office, "chief");
    return { tenantId: tenantId(), officeId: post.officeId, accountId: post.accountId };
  };
  const insert = (task: TaskStage, office: string, kind = "task") =>
    `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, created_at)
      values (current_tenant(), gen_random_uuid(), '${kind}', '${task.taskId}', '${officeId(province(), office)}', current_account(),
        'a.pdf', 'application/pdf', 1, repeat('0', 64), true, now())`;
  const ask = (office: string, sql: string) => outcomeOf(province().pool("app"), settings(office), sql);
  expect(await ask(council, insert(open, council))).toBe("done");
  expect(await ask(party, insert(open, party))).toBe("PH001 part");
  expect(await ask(committee, insert(open, committee))).toBe("PH002 assist-state");
  expect(await ask(council, insert(taken, council))).toBe("PH002 assist-state");
  expect(await ask(committee, insert(open, council))).toMatch(/^(42501|PH001 not-own-office)$/);
  expect(await ask(stranger, insert(open, stranger))).toMatch(/^(42501|PH001 part)$/);
  expect(await ask(council, insert(open, council, "meeting"))).toMatch(/^(42501|23514)$/);
  const { fileId, ...task } = await withFile();
  const remove = `update files set removed_at = now() where id = '${fileId}'`;
  expect(await ask(party, remove)).toBe("PH001 not-own-office");
  expect(await ask(stranger, remove)).toBe("no row");
  expect(await ask(council, `update files set name = 'b.pdf' where id = '${fileId}'`)).toBe("42501");
  expect(await ask(council, `delete from files where id = '${fileId}'`)).toBe("42501");
  await province()
    .rows("update tasks set state = 'closed', result = 'Xong', closed_at = now() where id = $1", [
      task.taskId,
    ])
    .catch(() => []);
  expect(await ask(council, remove)).toMatch(/^(done|PH002 state)$/);
});

test("a sealed file tells nothing by its row, is not handed out, and opens with its key", async () => {
  const task = await contributed(province());
  const upload = await textUpload("Đơn tố cáo của bà Nguyễn Thị A.txt", "Tôi là Nguyễn Thị A");
  const key = randomBytes(32);
  const { tenant, session } = specialist();
  await inTenant({ tenantId: tenant.id, accountId: session.accountId }, async (tx) => {
    const actor = await resolveActor(tx, tenant, session);
    if (!actor) throw new Error("no post");
    await keepFiles(tx, actor, [upload], { kind: "task", id: task.taskId }, new Date(), {
      key,
      sealedName: (number) => `ban-quet-${number}`,
    });
  });
  const [row] = await province().rows("select name, type, sealed, sha256 from files where id = $1", [
    upload.id,
  ]);
  expect(row).toMatchObject({ name: "ban-quet-1", type: "application/octet-stream", sealed: true });
  expect(row).not.toMatchObject({ sha256: upload.sha256 });
  expect(readFileSync(placeOf(upload.id)).includes(Buffer.from("Nguyễn"))).toBe(false);
  expect(await runQuery(getFile, specialist(), { fileId: upload.id })).toBeNull();
  const answer = await answerSealedFile(tenantId(), upload.id, key);
  expect(await answer?.text()).toBe("Tôi là Nguyễn Thị A");
  expect(answer?.headers.get("content-disposition")).toContain(
    encodeURIComponent("Đơn tố cáo của bà Nguyễn Thị A.txt"),
  );
  await expect(answerSealedFile(tenantId(), upload.id, randomBytes(32))).rejects.toThrow(/authenticate/);
  expect(await answerSealedFile(tenantId(), newId(), key)).toBeNull();
});

test("the janitor takes bytes without a row, those of files taken back, and forms nobody looked at; nothing younger, nothing else", async () => {
  const [named, removed] = [await withFile(), await withFile()];
  await executeCommand(giveContribution, specialist(), {
    taskId: removed.taskId,
    contribution,
    removedFiles: [removed.fileId],
  });
  const [orphan, young] = [newId(), newId()];
  for (const id of [orphan, young]) await putBytes(tenantId(), id, Buffer.from("a"));
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  for (const id of [orphan, named.fileId, removed.fileId]) utimesSync(placeOf(id), longAgo, longAgo);
  const form = `insert into returned_forms (tenant_id, id, account_id, sealed, created_at)
    values ($1, gen_random_uuid(), gen_random_uuid(), '', now() - $2::interval)`;
  for (const age of ["2 hours", "5 minutes"]) await province().rows(form, [tenantId(), age]);
  await tidyFiles();
  await tidyFiles();
  expect([orphan, removed.fileId, named.fileId, young].map((id) => existsSync(placeOf(id)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const left = await province().rows<{ old: boolean }>(
    "select created_at < now() - interval '1 hour' as old from returned_forms where tenant_id = $1",
    [tenantId()],
  );
  expect(left.some(({ old }) => old)).toBe(false);
  expect(left.length).toBeGreaterThan(0);
  expect(readdirSync(join(process.env.PORTAL_DATA ?? "", "files"))).toContain(tenantId());
});
