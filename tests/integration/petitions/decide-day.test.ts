import { expect } from "vitest";
import { decideDay } from "@/lib/petitions/commands/decide-day";
import { postOf } from "@/prisma/seed/caller";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const dayRow = async (day: string) => {
  const [row] = await province().rows<Record<string, unknown>>(
    "select kind, name, active, mark, decided_on::text, account_id from legal_days where tenant_id = $1 and day = $2",
    [province().phuTho.tenant.id, day],
  );
  return row;
};

describeCommand(decideDay, {
  province,
  ready: async () => ({}),
  by: [party, "tenant-administrator"],
  input: () => ({
    day: "24/11/2026",
    kind: "holiday",
    name: "Ngày Văn hóa Việt Nam",
    source: "Nghị quyết của Quốc hội",
    decidedOn: "20/04/2026",
    active: "yes",
  }),
  subjectId: () => null,
  does: {
    "keeps the day with its document and under whose account": async () => {
      expect(await dayRow("2026-11-24")).toEqual({
        kind: "holiday",
        name: "Ngày Văn hóa Việt Nam",
        active: true,
        mark: "text",
        decided_on: "2026-04-20",
        account_id: postOf(province().phuTho, party, "tenant-administrator").accountId,
      });
    },
    "raises the revision, so that clocks reckoned before are reckoned again": async () => {
      const [settings] = await province().rows<{ revision: number }>(
        "select revision from clock_settings where tenant_id = $1",
        [province().phuTho.tenant.id],
      );
      expect(settings?.revision).toBeGreaterThan(1);
    },
    "says in its history what stood before": async () => {
      const [event] = await province().rows(
        "select payload -> 'before' as before from audit_events where name = 'petitions.dayDecided' order by seq limit 1",
      );
      expect(event).toEqual({ before: { kind: "holiday", active: false } });
    },
  },
  events: ["petitions.dayDecided"],
  jobs: 1,
  wrongInput: {
    "no day": { change: { day: "32/13" }, field: "day" },
    "no document": { change: { source: "" }, field: "source" },
    "a working day that is a make-up day": { change: { kind: "make-up" }, field: "kind" },
    "a Saturday given for another": { change: { day: "28/11/2026", kind: "swap-off" }, field: "kind" },
  },
  notAllowed: {
    "a specialist": { by: [party, "specialist"], reason: "role", source: "portal" },
    "a deputy chief": { by: [party, "deputy-chief"], reason: "role", source: "portal" },
  },
  otherTenant: "on its own",
  otherOffice: "may",
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
