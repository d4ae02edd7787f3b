// npm run signing:roots -- --tenant <slug> [--add roots.pem] [--remove <sha256>]: the roots under which people of a tenant may
// register certificates of their own. Without either, lists them.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { addRoots, listRoots, type OwnerQuery, removeRoot } from "@/lib/agreements/signing-roots";
import { asOperator } from "./lib/as-operator";
import { Fault, runMain } from "./lib/fault.mjs";

const words = {
  usage:
    "Cách dùng: npm run signing:roots -- --tenant <địa chỉ> [--add chung-thu-goc.pem] [--remove <mã SHA-256>]",
  unreadable: (path: string) => `Không đọc được chứng thư nào trong “${path}”.`,
  unknown: (sha256: string) => `Danh mục không có chứng thư gốc ${sha256}.`,
  added: (count: number) => `Đã thêm ${count} chứng thư gốc.`,
  removed: "Đã bỏ chứng thư gốc khỏi danh mục; chữ ký đã có giữ nguyên.",
};

type Given = { tenant: string; add?: string | undefined; remove?: string | undefined };

function given(): Given {
  const options = {
    tenant: { type: "string" },
    add: { type: "string" },
    remove: { type: "string" },
  } as const;
  try {
    const { tenant, add, remove } = parseArgs({ options }).values;
    if (tenant) return { tenant, add, remove };
  } catch {
    // An option that is none: how it is used is the answer.
  }
  throw new Fault(words.usage, 2);
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Fault(words.unreadable(path), 2);
  }
}

async function keep(query: OwnerQuery, tenantId: string, { add, remove }: Given): Promise<void> {
  if (add) {
    const added = await addRoots(query, tenantId, bytesOf(add));
    if (added === null) throw new Fault(words.unreadable(add), 2);
    console.log(words.added(added));
  }
  if (remove) {
    if (!(await removeRoot(query, tenantId, remove))) throw new Fault(words.unknown(remove), 1);
    console.log(words.removed);
  }
  for (const { sha256, subject } of await listRoots(query, tenantId)) console.log(`${sha256}  ${subject}`);
}

await runMain(async () => {
  const asked = given();
  await asOperator(asked.tenant, (query, { id }) => keep(query, id, asked));
});
