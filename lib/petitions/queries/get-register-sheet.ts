import "server-only";
import { decodeListKey } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { PetitionFilter, RegisterSheetView } from "../types";
import { loadLines } from "./list-petitions";

/** The longest sheet that is printed or written out at once; a longer period is asked for in parts. */
const longest = 2_000;

/** The lines of a period in the order of the paper: the oldest first. Without a limit left out, said so. */
export const getRegisterSheet: Query<PetitionFilter, RegisterSheetView> = async ({ tx, actor, input }) => {
  const lines = await loadLines(tx, actor, input, { after: decodeListKey(undefined), size: longest + 1 });
  const shown = lines.slice(0, longest).map(({ keyAt: _key, ...line }) => line);
  return {
    filter: input,
    lines: shown.reverse(),
    isWhole: lines.length <= longest,
    office: actor.officeName,
  };
};
