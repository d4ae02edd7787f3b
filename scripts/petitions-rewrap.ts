// PORTAL_LETTER_KEY_NEW=<32 bytes in base64> npm run petitions:rewrap
import pg from "pg";
import { rewrapKeys } from "@/lib/petitions/identity/rewrap-keys";
import { Fault, runMain } from "./lib/fault.mjs";
import { letterKeyHere } from "./lib/letter-key";
import { withDatabase } from "./lib/owner-database.mjs";

const words = {
  usage:
    "Cách dùng: PORTAL_LETTER_KEY_NEW=<khóa mới, 32 byte dạng base64> npm run petitions:rewrap (khóa cũ lấy từ PORTAL_LETTER_KEY hoặc PORTAL_SERVER_KEY)",
  done: (rewrapped: number, kept: number) =>
    `Đã bọc lại ${rewrapped} khóa bằng khóa mới, ${kept} khóa đã bọc bằng khóa mới từ trước. Đặt PORTAL_LETTER_KEY là khóa mới rồi khởi động lại cổng.`,
};

async function rewrap(url: string, after: Uint8Array): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[];
    const { rewrapped, kept } = await rewrapKeys(query, { before: letterKeyHere(), after });
    await client.query("commit");
    console.log(words.done(rewrapped, kept));
  } finally {
    // Ends what was not committed as well.
    await client.end();
  }
}

await runMain(async () => {
  const after = Buffer.from(process.env["PORTAL_LETTER_KEY_NEW"] ?? "", "base64");
  if (after.length !== 32) throw new Fault(words.usage, 2);
  await withDatabase((urls: Record<string, string | undefined>) =>
    rewrap(urls["DATABASE_OWNER_URL"] ?? "", after),
  );
});
