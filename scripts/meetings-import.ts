// npm run meetings:import -- --tenant <slug> --office <code> [--dry-run] [--json] file.csv|xlsx|ics
import { readMeetings } from "@/lib/meetings/import/read-meetings";
import { writeMeetings } from "@/lib/meetings/import/write-meetings";
import { channel } from "@/lib/platform/live/channel";
import { runMain } from "./lib/fault.mjs";
import { importByCommand } from "./lib/import-command";
import { meetingWords } from "./lib/import-words";

await runMain(() =>
  importByCommand({
    kinds: ["csv", "xlsx", "ics"],
    words: meetingWords,
    write: async (query, { kind, ...input }) => {
      const read = await readMeetings(input.file, kind);
      const { written, faults } = await writeMeetings(query, { ...input, meetings: read.meetings });
      return {
        written: written.map(({ line, code, id }) => ({ line, code, id })),
        faults: [...read.faults, ...faults],
      };
    },
    // Open pages of the calendar read it again.
    beforeCommit: (query, { tenantId }) => query("select pg_notify($1, $2)", [channel, tenantId]),
  }),
);
