import { expect, test } from "vitest";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { remindExpiry } from "@/lib/agreements/jobs/remind-expiry";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { negotiating, revisionOf, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, signWhole } from "@/tests/support/builders/amendments";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const now = new Date();
const today = dayAt(now);
/** As many days later, at an hour that is the same day in Viet Nam. */
const later = (days: number) => new Date(`${plusDays(today, days)}T05:00:00Z`);

async function lasting(version: VersionStage, days: number): Promise<void> {
  await executeCommand(setTerm, as(province().phuTho, party, "specialist"), {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    plannedFrom: "",
    plannedUntil: formatDay(plusDays(today, days - 1)),
  });
}

/** In force from today, for so many days. */
async function inForceFor(days: number): Promise<VersionStage> {
  const version = await negotiating(province());
  await lasting(version, days);
  await signWhole(province(), version);
  return version;
}

async function toldOf({ agreementId }: VersionStage) {
  return province().rows<{ office: string; until: string; step: number }>(
    `select o.code as office, n.payload ->> 'until' as until, (n.payload ->> 'step')::integer as step from notices n
      join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.kind = 'agreement-expiring' and n.subject_id = $1 order by n.created_at, o.ordinal`,
    [agreementId],
  );
}

test("parties are told sixty and thirty days before, each once, in the portal and by mail", async () => {
  const version = await inForceFor(90);
  const until = plusDays(today, 90);
  const line = (step: number) => [party, council, committee].map((office) => ({ office, until, step }));
  await remindExpiry(later(29));
  expect(await toldOf(version)).toEqual([]);
  await remindExpiry(later(30));
  await remindExpiry(later(30));
  await remindExpiry(later(45));
  expect(await toldOf(version)).toEqual(line(60));
  await remindExpiry(later(60));
  await remindExpiry(later(75));
  expect(await toldOf(version)).toEqual([...line(60), ...line(30)]);
  const mails = await province().rows<{ office: string }>(
    `select distinct o.code as office from mails m join mail_contents c on c.tenant_id = m.tenant_id and c.mail_id = m.id
      join notices n on n.tenant_id = m.tenant_id and n.id = m.subject_id
      join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.subject_id = $1 and c.text like $2`,
    [version.agreementId, `%${formatDay(plusDays(until, -1))}%`],
  );
  expect(mails.map(({ office }) => office).sort()).toEqual([party, council, committee].sort());
});

test("what ends sooner than that when it is signed is told of at once, and only once", async () => {
  const version = await inForceFor(20);
  await remindExpiry(later(0));
  await remindExpiry(later(1));
  expect((await toldOf(version)).map(({ step }) => step)).toEqual([30, 30, 30]);
});

test("nobody is told of one whose term a signed amendment went beyond", async () => {
  const version = await inForceFor(50);
  const amendment = await amendmentOf(province(), version);
  await lasting(amendment, 400);
  await signWhole(province(), amendment);
  await remindExpiry(later(0));
  await remindExpiry(later(40));
  expect(await toldOf(version)).toEqual([]);
});
