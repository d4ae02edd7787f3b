import "server-only";
import { dayAt, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { type DelegationKind, rolesToSignFor } from "../delegations";
import { decideAgreement } from "../policy";
import type { DelegationsView } from "../types";

const most = 100;
const nothingYet = { state: "none", contactOfficeId: "", parties: [] } as const;

/** The acting office's delegations, newest first, and what a chief needs to record another. */
export const listDelegations: Query<Record<string, never>, DelegationsView> = async ({ tx, actor, now }) => {
  const { tenantId, officeId } = actor;
  const today = dayAt(now);
  const rows = await tx.signingDelegation.findMany({
    where: { tenantId, officeId },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: most,
    include: {
      post: { select: { title: true } },
      toPost: { select: { title: true } },
      toPerson: { select: { fullName: true } },
      agreement: { select: { title: true } },
    },
  });
  const may = decideAgreement(actor, "delegate", nothingYet).allowed;
  const held = { lte: dayToColumn(today) };
  const posts = await tx.post.findMany({
    where: { tenantId, officeId, role: { in: [...rolesToSignFor.TUQ] } },
    orderBy: [{ role: "desc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      role: true,
      holdings: {
        where: { fromDate: held, OR: [{ untilDate: null }, { untilDate: { gte: dayToColumn(today) } }] },
        orderBy: { fromDate: "desc" },
        take: 1,
        select: { person: { select: { fullName: true } } },
      },
    },
  });
  const agreements = may
    ? await tx.$queryRaw<{ id: string; title: string }[]>`
        select a.id, a.title from access acc
        join agreements a on a.tenant_id = acc.tenant_id and a.id = acc.subject_id
        join agreement_parties p on p.tenant_id = a.tenant_id and p.agreement_id = a.id and p.office_id = acc.office_id
          and p.signing_post_id = ${actor.postId}::uuid
        where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'agreement'
          and acc.level = 'party' and acc.open
        order by acc.sort_key desc, acc.subject_id desc
        limit 50`
    : [];
  return {
    may,
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind as DelegationKind,
      postTitle: row.post.title,
      toPostTitle: row.toPost.title,
      toPersonName: row.toPerson.fullName,
      agreementTitle: row.agreement?.title ?? null,
      basis: row.basis,
      from: dayFromColumn(row.fromDate),
      until: dayFromColumn(row.untilDate),
      revoked: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.revokeReason ?? "" },
      state:
        row.revokedAt !== null
          ? "revoked"
          : dayFromColumn(row.untilDate) < today
            ? "ended"
            : dayFromColumn(row.fromDate) > today
              ? "to-come"
              : "stands",
    })),
    delegates: posts.flatMap(({ id, title, role, holdings: [holding] }) =>
      holding ? [{ postId: id, title, deputy: role === "deputy-chief", name: holding.person.fullName }] : [],
    ),
    agreements,
  };
};
