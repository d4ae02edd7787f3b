// npm run petitions:import -- --tenant <slug> --office <code> [--by <address>] [--dry-run] [--json] file.csv|xlsx
import { readPetitions } from "@/lib/petitions/import/read-petitions";
import { writePetitions } from "@/lib/petitions/import/write-petitions";
import { runMain } from "./lib/fault.mjs";
import { importByCommand } from "./lib/import-command";
import { petitionWords } from "./lib/import-words";
import { letterKeyHere } from "./lib/letter-key";

await runMain(() =>
  importByCommand({
    kinds: ["csv", "xlsx"],
    words: petitionWords,
    namesWho: true,
    write: async (query, { kind, ...input }) => {
      const read = await readPetitions(input.file, kind, input.now);
      const encryptionKey = letterKeyHere();
      const { petitions } = read;
      const done = await writePetitions(query, { ...input, petitions, encryptionKey });
      return {
        written: done.written,
        faults: [...read.faults, ...done.faults],
        leaves: done.keepLookUp,
      };
    },
  }),
);
