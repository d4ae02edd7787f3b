import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { layoutOf, sheetColumns, sheetLayouts } from "../layouts";
import { decideCalendar, decidePlace } from "../policy";
import type { CalendarSettingsView } from "../types";
import { loadDuties } from "./load-options";

/** Everything the calendar reckons with, and which of it the acting person may change. Everybody may know it. */
export const getCalendarSettings: Query<Record<string, never>, CalendarSettingsView> = async ({
  tx,
  actor,
}) => {
  const { tenantId } = actor;
  const { tenantId: _tenant, ...rules } = await tx.calendarSettings.findUniqueOrThrow({
    where: { tenantId },
  });
  const kinds = await tx.meetingKind.findMany({
    where: { tenantId },
    orderBy: { ordinal: "asc" },
    select: { key: true, name: true, rank: true, dutyKey: true, builtIn: true },
  });
  const places = await tx.$queryRaw<Omit<CalendarSettingsView["places"][number], "mayEdit">[]>`
    select r.id, r.kind, r.name, r.site, r.seats, r.setup_minutes as "setupMinutes", r.active, r.office_id as "officeId",
      o.code as office
    from resources r left join offices o on o.tenant_id = r.tenant_id and o.id = r.office_id
    where r.tenant_id = ${tenantId}::uuid and r.kind in ('room', 'kit')
    order by r.kind desc, r.active desc, r.site nulls last, r.ordinal, r.name`;
  const offices = await tx.office.findMany({
    where: { tenantId },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true },
  });
  const quorum = await tx.quorumRule.findMany({
    where: { tenantId },
    orderBy: [{ bodyKind: "asc" }, { meetingKind: "asc" }],
    omit: { tenantId: true },
  });
  const bodies = await tx.body.findMany({
    where: { tenantId },
    orderBy: { rank: "asc" },
    select: { kind: true, name: true },
  });
  return {
    rules,
    quorum,
    bodyKinds: [...Map.groupBy(bodies, ({ kind }) => kind)].map(([kind, of]) => ({
      kind,
      names: of.map(({ name }) => name),
    })),
    kinds,
    places: places.map((place) => ({
      ...place,
      mayEdit: decidePlace(actor, "editPlace", [place.officeId]).allowed,
    })),
    // Only those to which the acting person may give a room or a kit.
    duties: await loadDuties(tx, tenantId),
    layout: layoutOf(rules.sheetColumns),
    layouts: (["full", "thanh-hoa", "hau-giang"] as const).map((key) => ({
      key,
      columns: sheetLayouts[key],
    })),
    columns: sheetColumns,
    offices: offices.filter((office) => decidePlace(actor, "addPlace", [office.id]).allowed),
    may: {
      setRules: decideCalendar(actor, "setRules", "set").allowed,
      kinds: decideCalendar(actor, "addKind", "none").allowed,
      places: decidePlace(actor, "addPlace", [actor.officeId]).allowed,
      anyOffice: decidePlace(actor, "addPlace", [null]).allowed,
    },
  };
};
