import "server-only";
import { createHash } from "node:crypto";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MailDraft } from "@/lib/platform/mail/mail";
import { mailSender, portalAddress } from "@/lib/platform/mail/portal-address";
import { findReceivers, type Receiver } from "./find-receivers";
import { spanWords, mailWords as t } from "./words";
import { type InvitationMethod, writeInvitation } from "./write-invitation";

type Facts = {
  id: string;
  tenant: { slug: string; demo: boolean };
  title: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  chair: string;
  reason: string | null;
  office: string;
  revision: number;
};

type Kept = { accountId: string; personIds: string[]; state: string; digest: string };

async function loadFacts(tx: TenantTx, tenantId: string, meetingId: string): Promise<Facts | null> {
  const meeting = await tx.meeting.findUnique({
    where: { tenantId_id: { tenantId, id: meetingId } },
    include: {
      leadOffice: { select: { name: true } },
      room: { select: { name: true, site: true } },
      leaders: {
        where: { part: "chair" },
        select: { post: { select: { title: true } }, person: { select: { fullName: true } } },
      },
    },
  });
  if (!meeting) return null;
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { slug: true, demo: true },
  });
  const [chair] = meeting.leaders;
  return {
    id: meeting.id,
    tenant,
    title: meeting.title,
    state: meeting.state,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.placeText ?? [meeting.room?.name, meeting.room?.site].filter(Boolean).join(", "),
    chair: meeting.chairText ?? (chair ? `${chair.post.title} ${chair.person.fullName}` : ""),
    reason: meeting.reason,
    office: meeting.leadOffice.name,
    revision: meeting.revision,
  };
}

/** What an invitation says; while it is the same nobody is written to again. */
function digestOf(facts: Facts, { leaders }: Receiver): string {
  const said = [facts.title, facts.startsAt, facts.endsAt, facts.place, facts.chair];
  const whom = leaders.map(({ personId, optional }) => `${personId} ${optional}`);
  return createHash("sha256")
    .update(JSON.stringify([said, whom]))
    .digest("hex");
}

async function addressOf(tx: TenantTx, accountId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<
    { address: string | null }[]
  >`select mail_address(${accountId}::uuid) as address`;
  return rows[0]?.address ?? null;
}

type Kind = "invitation" | "invitation-changed" | "invitation-withdrawn";

function opening(facts: Facts, kind: Kind, { leaders, self }: Receiver): string {
  if (kind === "invitation-changed") return t("changed");
  if (kind === "invitation-withdrawn") {
    if (facts.state === "postponed") return t("postponed");
    return facts.state === "cancelled" ? t("cancelled") : t("removed");
  }
  const { office } = facts;
  const people = leaders.map(({ words }) => words).join("; ");
  return self ? t("invited", { office }) : t("invitedFor", { office, people });
}

function draft(
  facts: Facts,
  kind: Kind,
  receiver: Receiver,
  address: string,
  digest: string,
  now: Date,
): MailDraft {
  const withdrawn = kind === "invitation-withdrawn";
  const off = withdrawn && facts.state !== "confirmed";
  const method: InvitationMethod = withdrawn ? (off ? "cancel-all" : "cancel-one") : "request";
  const link = portalAddress(`/${facts.tenant.slug}/calendar/meetings/${facts.id}`);
  const paragraphs = [
    t("greeting", { name: receiver.name }),
    opening(facts, kind, receiver),
    [
      t("title", { title: facts.title }),
      t("when", { when: spanWords(facts.startsAt, facts.endsAt) }),
      ...(facts.place ? [t("place", { place: facts.place })] : []),
      ...(facts.chair ? [t("chair", { chair: facts.chair })] : []),
      ...(kind !== "invitation" && facts.reason ? [t("reason", { reason: facts.reason })] : []),
    ].join("\n"),
    withdrawn ? t("look", { link }) : t("answer", { link }),
    [t("notRead"), ...(facts.tenant.demo ? [t("demonstration")] : [])].join("\n"),
  ];
  return {
    accountId: receiver.accountId,
    kind,
    subjectKind: "meeting",
    subjectId: facts.id,
    occasion: `${kind}:${facts.id}:${receiver.accountId}:${facts.revision}:${digest.slice(0, 12)}`,
    subject: t(`subjects.${kind}`),
    text: paragraphs.join("\n\n"),
    calendar: {
      method: withdrawn ? "CANCEL" : "REQUEST",
      object: writeInvitation(
        {
          uid: `${facts.id}@${facts.tenant.slug}`,
          sequence: facts.revision,
          title: facts.title,
          startsAt: facts.startsAt,
          endsAt: facts.endsAt,
          place: facts.place,
          link,
          organizer: { name: facts.office, address: mailSender() },
          attendee: {
            name: receiver.name,
            address,
            optional: receiver.leaders.every(({ optional }) => optional),
          },
        },
        method,
        now,
      ),
    },
  };
}

async function keep(
  tx: TenantTx,
  tenantId: string,
  facts: Facts,
  { accountId, leaders }: Receiver,
  state: "invited" | "withdrawn",
  digest: string,
  now: Date,
): Promise<void> {
  const said = {
    personIds: leaders.map(({ personId }) => personId),
    state,
    sequence: facts.revision,
    digest,
    at: now,
  };
  await tx.meetingInvitation.upsert({
    where: { tenantId_meetingId_accountId: { tenantId, meetingId: facts.id, accountId } },
    create: { tenantId, meetingId: facts.id, accountId, ...said },
    update: said,
  });
}

/** Who was invited and is no longer: with the name to write to, and for whom it was. */
async function formerReceivers(tx: TenantTx, tenantId: string, kept: readonly Kept[]): Promise<Receiver[]> {
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: kept.map(({ accountId }) => accountId) } },
    select: { accountId: true, fullName: true },
  });
  const names = new Map(people.map(({ accountId, fullName }) => [accountId, fullName]));
  return kept.map(({ accountId, personIds }) => ({
    accountId,
    name: names.get(accountId) ?? "",
    self: false,
    leaders: personIds.map((personId) => ({ personId, words: "", optional: false })),
  }));
}

/**
 * The mails that follow from how a meeting stands now beside what was said of it last: to who is newly invited, to who was told
 * something that is no longer so, to who is invited no more. Keeps what they say, so that asking again drafts nothing. A meeting
 * that is over is nobody's invitation.
 */
export async function draftInvitations(
  tx: TenantTx,
  tenantId: string,
  meetingId: string,
  now: Date,
): Promise<MailDraft[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${meetingId}`}, 2))`;
  const facts = await loadFacts(tx, tenantId, meetingId);
  if (!facts || facts.endsAt <= now) return [];
  const receivers = facts.state === "confirmed" ? await findReceivers(tx, tenantId, meetingId) : [];
  const kept = await tx.meetingInvitation.findMany({ where: { tenantId, meetingId, state: "invited" } });
  const drafts: MailDraft[] = [];
  const say = async (receiver: Receiver, kind: Kind, digest: string) => {
    const address = await addressOf(tx, receiver.accountId);
    if (!address) return;
    drafts.push(draft(facts, kind, receiver, address, digest, now));
    const state = kind === "invitation-withdrawn" ? "withdrawn" : "invited";
    await keep(tx, tenantId, facts, receiver, state, digest, now);
  };
  for (const receiver of receivers) {
    const digest = digestOf(facts, receiver);
    const before = kept.find(({ accountId }) => accountId === receiver.accountId);
    if (before?.digest === digest) continue;
    await say(receiver, before ? "invitation-changed" : "invitation", digest);
  }
  const gone = kept.filter(({ accountId }) =>
    receivers.every((receiver) => receiver.accountId !== accountId),
  );
  for (const receiver of await formerReceivers(tx, tenantId, gone))
    await say(receiver, "invitation-withdrawn", digestOf(facts, receiver));
  return drafts;
}
