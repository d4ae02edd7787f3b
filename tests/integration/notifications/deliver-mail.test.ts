import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "@/lib/notifications/jobs/deliver-mail";
import { requeueMail } from "@/lib/notifications/jobs/requeue-mail";
import { type Mailer, mailerOf } from "@/lib/notifications/mailer";
import { retryDelays } from "@/lib/notifications/rules";
import { deliverMailQueue } from "@/lib/platform/mail/mail";
import { runWorker } from "@/lib/platform/outbox/run-worker";
import { postOf } from "@/prisma/seed/caller";
import { node24 } from "@/scripts/lib/node-24.mjs";
import { root } from "@/scripts/lib/root.mjs";
import { type MailStage, mailRow, queued } from "@/tests/support/builders/mails";
import { closeProvince, openProvince, type Province, party } from "@/tests/support/builders/province";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";

const from = "cong@phu-tho.example";

let province: Province;
let server: MailServer;
let mailer: Mailer;

beforeAll(async () => {
  province = await openProvince();
  server = await startMailServer();
  mailer = mailerOf(server.url, from);
});

afterAll(async () => {
  mailer.close();
  await server.close();
  await closeProvince(province);
});

beforeEach(() => void server.taken.splice(0));

const toChief = () => queued(province, [party, "chief"]);
const deliver = ({ mailId }: MailStage, by: Mailer | null = mailer, delays?: readonly number[]) =>
  deliverMail({ tenantId: province.phuTho.tenant.id, mailId }, by, delays);
const jobsOf = ({ mailId }: MailStage) =>
  province.rows<{ inSeconds: number }>(
    `select round(extract(epoch from start_after - created_on))::integer as "inSeconds" from pgboss.job
      where name = $1 and data ->> 'mailId' = $2 order by created_on`,
    [deliverMailQueue, mailId],
  );

describe("a mail", () => {
  test("is delivered once, however often its job comes and however many do it at once", async () => {
    const mail = await toChief();
    await Promise.all([deliver(mail), deliver(mail), deliver(mail)]);
    await deliver(mail);
    expect(server.taken).toHaveLength(1);
    const { email } = postOf(province.phuTho, party, "chief");
    expect(server.taken[0]).toMatchObject({
      subject: "Cổng phối hợp: thông báo",
      text: expect.stringContaining("Văn phòng có thông báo mới."),
      messageId: `<${mail.mailId}@localhost>`,
      to: { text: email },
      from: { text: from },
    });
    expect(server.taken[0]?.headers.get("auto-submitted")).toBe("auto-generated");
    // What was handed over is not kept.
    expect(await mailRow(province, mail)).toMatchObject({ state: "sent", attempts: 1, contents: 0 });
  });

  test("is tried again later after an answer that may be better next time", async () => {
    const mail = await toChief();
    server.answer(451);
    await deliver(mail);
    expect(await mailRow(province, mail)).toMatchObject({
      state: "queued",
      attempts: 1,
      code: "451",
      contents: 1,
    });
    expect((await jobsOf(mail)).map((job) => job.inSeconds)).toEqual([0, retryDelays[0]]);
    await deliver(mail);
    expect(server.taken).toHaveLength(1);
    expect(await mailRow(province, mail)).toMatchObject({ state: "sent", attempts: 2, code: null });
  });

  test("is given up at once after a final answer, and after the last try; what it says stays", async () => {
    const [refused, tired] = [await toChief(), await toChief()];
    server.answer(550, 451, 452);
    await deliver(refused);
    expect(await mailRow(province, refused)).toMatchObject({
      state: "failed",
      attempts: 1,
      code: "550",
      contents: 1,
    });
    await deliver(tired, mailer, [1]);
    await deliver(tired, mailer, [1]);
    expect(await mailRow(province, tired)).toMatchObject({ state: "failed", attempts: 2, code: "452" });
    await deliver(tired);
    expect(server.taken).toEqual([]);
  });

  test("waits as long as no server answers", async () => {
    const closed = await startMailServer();
    await closed.close();
    const nowhere = mailerOf(closed.url, from);
    const mail = await toChief();
    await deliver(mail, nowhere);
    expect(await mailRow(province, mail)).toMatchObject({ state: "queued", attempts: 1, code: "ESOCKET" });
    await deliver(mail);
    expect(server.taken).toHaveLength(1);
  });

  test("is kept in the portal where no server is set", async () => {
    const mail = await toChief();
    await deliver(mail, null);
    expect(await mailRow(province, mail)).toMatchObject({ state: "kept", attempts: 0, contents: 1 });
    await deliver(mail);
    expect(server.taken).toEqual([]);
  });

  test("goes to nobody whose account is closed or whose posts have ended, and is not kept", async () => {
    const person = postOf(province.phuTho, party, "inspector");
    const one = await queued(province, [party, "inspector"]);
    await province.rows("update accounts set disabled_at = now() where id = $1", [person.accountId]);
    await deliver(one);
    await province.rows("update accounts set disabled_at = null where id = $1", [person.accountId]);
    const two = await queued(province, [party, "inspector"]);
    await province.rows("update post_holdings set until_date = portal_today() - 1 where person_id = $1", [
      person.personId,
    ]);
    await deliver(two);
    for (const mail of [one, two])
      expect(await mailRow(province, mail)).toMatchObject({ state: "dropped", contents: 0 });
    expect(server.taken).toEqual([]);
  });

  test("asked for twice is written once", async () => {
    const mail = await queued(province, [party, "chief"], { occasion: "một lần" });
    expect(await queued(province, [party, "chief"], { occasion: "một lần" })).toEqual(mail);
    expect(await jobsOf(mail)).toHaveLength(1);
    await deliver(mail);
  });

  test("says nothing in its job but which it is", async () => {
    const mail = await toChief();
    const [job] = await province.rows<{ data: object }>(
      "select data from pgboss.job where name = $1 and data ->> 'mailId' = $2",
      [deliverMailQueue, mail.mailId],
    );
    expect(job?.data).toEqual({ tenantId: province.phuTho.tenant.id, mailId: mail.mailId });
    await deliver(mail);
  });
});

describe("the worker", () => {
  test("delivers what is put, and tries again by itself", async () => {
    const worker = await runWorker([
      { queue: deliverMailQueue, handle: (data) => deliverMail(data, mailer, [1]) },
    ]);
    try {
      server.answer(451);
      const mail = await toChief();
      await expect
        .poll(() => mailRow(province, mail), { timeout: 60_000 })
        .toMatchObject({ state: "sent", attempts: 2 });
      expect(server.taken).toHaveLength(1);
    } finally {
      await worker.stop();
    }
  });

  /** The worker as the portal starts it. Nobody starts it anew here: an end that was not asked for says what it told. */
  function startWorkerProcess(): { child: ChildProcess; ended: Promise<never> } {
    const child = spawn(node24, ["--import", "tsx", join(root, "lib", "platform", "outbox", "worker.ts")], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: "tsconfig.worker.json",
        SMTP_URL: server.url,
        MAIL_FROM: from,
        PORTAL_URL: "http://localhost:3000",
      },
    });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (told += String(text)));
    const ended = once(child, "close").then(([code]) =>
      Promise.reject(new Error(`worker ended (${code}): ${told}`)),
    );
    ended.catch(() => undefined);
    return { child, ended };
  }

  test.each([
    ["before the server has taken the mail: it is delivered once", 451, 1],
    ["after it has, unheard: a second copy says by its Message-ID that it is one", "take", 2],
  ] as const)("may be killed %s", async (_name, answer, copies) => {
    const mail = await toChief();
    // A whole worker also delivers what other jobs of the demonstration lead to.
    const held = server.hold(mail.mailId, answer);
    const copiesTaken = () => server.taken.filter(({ messageId }) => messageId?.includes(mail.mailId));
    const killed = startWorkerProcess();
    await Promise.race([held.brought, killed.ended]);
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
    held.release();
    expect(await mailRow(province, mail)).toMatchObject({ state: "queued", attempts: 0, contents: 1 });
    // The next one looks for what was left lying when it starts.
    const next = startWorkerProcess();
    try {
      await expect.poll(() => mailRow(province, mail), { timeout: 60_000 }).toMatchObject({ state: "sent" });
    } finally {
      next.child.kill("SIGTERM");
      await once(next.child, "exit");
    }
    await expect.poll(() => copiesTaken().length).toBe(copies);
  });
});

test("only mails whose time has come are queued anew, in every province", async () => {
  const [due, later] = [await toChief(), await toChief()];
  server.answer(451);
  await deliver(later);
  await requeueMail();
  expect(await jobsOf(due)).toHaveLength(2);
  expect(await jobsOf(later)).toHaveLength(2);
  await deliver(due);
});
