import type { Scene } from "@/tests/http/support/items";
import type { Person } from "@/tests/http/support/portal";
import { formWith, keptBytes, keptRows } from "@/tests/http/support/uploads";
import { hostile } from "./hostile";

type Told = {
  taken: number;
  refused: number;
  /** Files the storage gained. */
  kept: number;
  faults: string[];
  takenThoughRefused: string[];
};

type Sending = { person: Person; task: string; upload: string; from: number; count: number };

const atOnce = 4;

/** Sends hostile uploads to a portal that runs, four at a time, and compares the storage with what was answered. */
export async function hostileUploads(
  scene: Scene,
  { person, task, upload, from, count }: Sending,
): Promise<Told> {
  const told: Told = { taken: 0, refused: 0, kept: 0, faults: [], takenThoughRefused: [] };
  const before = keptBytes().length;
  let next = from;
  const one = async (): Promise<void> => {
    while (next < from + count) {
      const seed = next;
      next += 1;
      const made = await hostile(seed);
      // One in eight says nothing of secrets: then nothing is taken, whatever it is.
      const declared = seed % 8 !== 5;
      const fields = {
        taskId: task,
        contribution: `<b>${seed}</b> ' or 1=1 --`,
        ...(declared ? { noSecrets: "on" } : {}),
      };
      const answer = await scene.portal.post(upload, formWith(fields, [made]), person, {
        accept: "application/json",
      });
      const text = await answer.text();
      const name = `${seed}: ${made.what} → ${answer.status}`;
      if (answer.status === 200) {
        told.taken += 1;
        if (made.outcome === "refused" || !declared) told.takenThoughRefused.push(name);
      } else if (answer.status === 422 || answer.status === 400) told.refused += 1;
      else told.faults.push(`${name} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const bytes = keptBytes();
  const rows = await keptRows(scene.database);
  told.kept = bytes.length - before;
  const ids = new Set(bytes.map((path) => path.split("/").at(-1)));
  for (const row of rows) {
    if (!ids.delete(row.id)) told.faults.push(`no bytes of ${row.id}`);
    if (/[\p{Cc}\p{Cf}/\\]/u.test(row.name)) told.faults.push(`kept as ${JSON.stringify(row.name)}`);
  }
  told.faults.push(...[...ids].map((id) => `bytes without a row: ${id}`));
  return told;
}
