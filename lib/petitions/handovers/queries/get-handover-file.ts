import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { allowHandover } from "../policy";

/** A file of a hand-over, byte by byte as it was handed over; null for who may not read it and for other offices. */
export const getHandoverFile: Query<
  { handoverId: string; kind: "json" | "xlsx" },
  { number: number; bytes: Uint8Array }
> = async ({ tx, actor, input }) => {
  if (!allowHandover(actor, "read").allowed) return null;
  const row = await tx.nationalHandover.findUnique({
    where: { tenantId_id: { tenantId: actor.tenantId, id: input.handoverId } },
    select: { ordinal: true, json: input.kind === "json", xlsx: input.kind === "xlsx" },
  });
  const bytes = row?.json ?? row?.xlsx;
  return row && bytes ? { number: row.ordinal, bytes } : null;
};
