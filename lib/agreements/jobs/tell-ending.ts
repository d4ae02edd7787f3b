import "server-only";
import { createTranslator } from "next-intl";
import { z } from "zod";
import { dayFromColumn, formatDay, plusDays } from "@/lib/platform/dates/days";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { putMail } from "@/lib/platform/mail/put-mail";
import messages from "@/messages/vi.json";
import { findHeads } from "../queries/find-heads";

const t = createTranslator({ locale: "vi", messages, namespace: "agreementJobs.ending" });

const kind = "agreement-ending";
const dataSchema = z.object({ tenantId: z.uuid(), endingId: z.uuid() });
const toldStates = ["proposed", "agreed", "refused", "withdrawn"] as const;

async function tell(tx: TenantTx, tenantId: string, endingId: string, now: Date): Promise<void> {
  // Two deliveries of one job queue here; the second finds what the first told.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`tell-ending:${endingId}`}, 0))`;
  const ending = await tx.agreementEnding.findUnique({
    where: { tenantId_id: { tenantId, id: endingId } },
    select: {
      agreementId: true,
      endsOn: true,
      state: true,
      officeId: true,
      closingOfficeId: true,
      agreement: { select: { title: true, parties: { select: { officeId: true } } } },
    },
  });
  const state = toldStates.find((known) => known === ending?.state);
  if (!ending || !state) return;
  const { agreementId } = ending;
  const told = await tx.notice.findFirst({
    where: {
      tenantId,
      subjectKind: "agreement",
      subjectId: agreementId,
      kind,
      AND: [
        { payload: { path: ["endingId"], equals: endingId } },
        { payload: { path: ["state"], equals: state } },
      ],
    },
    select: { id: true },
  });
  if (told) return;
  const { title, parties } = ending.agreement;
  const last = plusDays(dayFromColumn(ending.endsOn), -1);
  const actingOffice = state === "proposed" ? ending.officeId : ending.closingOfficeId;
  const notices = parties
    .filter(({ officeId }) => state === "agreed" || officeId !== actingOffice)
    .map(({ officeId }) => ({
      tenantId,
      id: newId(),
      officeId,
      kind,
      subjectKind: "agreement",
      subjectId: agreementId,
      payload: { title, endingId, state, last },
      createdAt: now,
    }));
  await tx.notice.createMany({ data: notices });
  const heads = await findHeads(tx, tenantId, agreementId);
  const day = formatDay(last);
  const mails = notices.flatMap((notice) =>
    heads
      .filter(({ officeId }) => officeId === notice.officeId)
      .map(({ accountId, slug }) => ({
        accountId,
        kind: "notice" as const,
        subjectKind: "notice" as const,
        subjectId: notice.id,
        occasion: `${kind}:${notice.id}:${accountId}`,
        subject: t(`subjects.${state}`),
        text: [
          t(`texts.${state}`, { title, day }),
          "",
          t("end", { address: portalAddress(`/${slug}/agreements/${agreementId}/end`) }),
        ].join("\n"),
      })),
  );
  await putMail(tx, tenantId, mails, now);
}

/** Tells the other parties what was said of ending an agreement: a notice in the portal and a mail to those who head the office. */
export async function tellEnding(data: unknown): Promise<void> {
  const { tenantId, endingId } = dataSchema.parse(data);
  await asSystem(tenantId, (tx) => tell(tx, tenantId, endingId, new Date()));
}
