import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { ProgrammeFormView } from "../types";

/** The bodies whose programmes the acting office may draft. */
export const getProgrammeForm: Query<null, ProgrammeFormView> = async ({ tx, actor, now }) => {
  const served = await tx.officeBody.findMany({
    where: { tenantId: actor.tenantId, officeId: actor.officeId },
    orderBy: { body: { rank: "asc" } },
    select: { body: { select: { id: true, name: true } } },
  });
  return { bodies: served.map(({ body }) => body), today: dayAt(now) };
};
