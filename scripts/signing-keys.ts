// npm run signing:keys -- --tenant <slug> [--new-authority] [--issue <request>]: certificates for keys that people made because
// they forgot their passphrase. Without either, lists what waits. The authority's passphrase comes from PORTAL_AUTHORITY_PASSPHRASE
// or is asked for; it is kept nowhere.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { addAuthority, issueRequestedKey, listKeyRequests } from "@/lib/agreements/key-enrolment";
import { isPassphraseLongEnough } from "@/lib/agreements/signing/portal-key";
import type { OwnerQuery } from "@/lib/agreements/signing-roots";
import { formatInstant } from "@/lib/platform/dates/days";
import { asOperator, type OperatorTenant } from "./lib/as-operator";
import { Fault, runMain } from "./lib/fault.mjs";

const words = {
  usage: "Cách dùng: npm run signing:keys -- --tenant <địa chỉ> [--new-authority] [--issue <mã yêu cầu>]",
  ask: "Mật khẩu của chứng thư gốc nội bộ: ",
  short: "Mật khẩu của chứng thư gốc cần từ 10 ký tự.",
  wrong: "Mật khẩu không mở được chứng thư gốc nội bộ nào của tỉnh; chưa cấp gì.",
  noRequest: (id: string) => `Không có yêu cầu nào đang chờ mang mã ${id}.`,
  made: "Đã lập chứng thư gốc nội bộ mới; chứng thư gốc cũ và chữ ký đã có giữ nguyên.",
  issued: "Đã cấp chứng thư số cho khóa mới và thu hồi chứng thư số cũ.",
  none: "Không có yêu cầu nào đang chờ.",
};

type Given = { tenant: string; newAuthority: boolean; issue?: string | undefined };

function given(): Given {
  const options = {
    tenant: { type: "string" },
    "new-authority": { type: "boolean" },
    issue: { type: "string" },
  } as const;
  try {
    const values = parseArgs({ options }).values;
    if (values.tenant)
      return { tenant: values.tenant, newAuthority: values["new-authority"] ?? false, issue: values.issue };
  } catch {
    // An option that is none: how it is used is the answer.
  }
  throw new Fault(words.usage, 2);
}

/** What is typed is not shown. */
async function passphrase(): Promise<string> {
  const set = process.env["PORTAL_AUTHORITY_PASSPHRASE"];
  if (set !== undefined) return set;
  process.stderr.write(words.ask);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asked = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await asked.question("");
  } finally {
    asked.close();
    process.stderr.write("\n");
  }
}

async function answer(
  query: OwnerQuery,
  tenant: OperatorTenant,
  { newAuthority, issue }: Given,
): Promise<void> {
  const now = new Date();
  if (newAuthority || issue) {
    const typed = await passphrase();
    if (newAuthority) {
      if (!isPassphraseLongEnough(typed)) throw new Fault(words.short, 1);
      await addAuthority(query, tenant, typed, now);
      console.log(words.made);
    }
    if (issue) {
      const done = await issueRequestedKey(query, tenant.id, issue, typed, now);
      if (done === "no-request") throw new Fault(words.noRequest(issue), 1);
      if (done === "wrong-passphrase") throw new Fault(words.wrong, 1);
      console.log(words.issued);
    }
  }
  const waiting = await listKeyRequests(query, tenant.id);
  if (waiting.length === 0) console.log(words.none);
  for (const { id, name, title, office, by, requestedAt } of waiting) {
    const asked = by === name ? "" : `, ${by}`;
    console.log(`${id}  ${name}, ${title}, ${office}${asked}, ${formatInstant(requestedAt)}`);
  }
}

await runMain(async () => {
  const asked = given();
  await asOperator(asked.tenant, (query, tenant) => answer(query, tenant, asked));
});
