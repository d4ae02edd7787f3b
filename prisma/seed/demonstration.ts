import pg from "pg";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { createTask } from "@/lib/tasks/commands/create-task";
import { as } from "./caller";
import { createTenant, type SeededTenant } from "./create-tenant";
import {
  delegateToDeputy,
  openAgreement,
  type SeededAgreement,
  sign,
  signForOrganisation,
} from "./scenarios/agreements";
import { seedPhuThoCalendar } from "./scenarios/calendar";
import { leaveCouncilOutOfSubmissions } from "./scenarios/negotiation";
import { seedHaGiangPetitions, seedPhuThoPetitions } from "./scenarios/petitions";
import { seedPhuThoProgrammes } from "./scenarios/programmes";
import { dutyId, seedPhuThoTasks } from "./scenarios/tasks";
import { agreeInStateForm } from "./scenarios/two-bodies";
import { haGiang, ngheAn, phuTho, type TenantSpec } from "./tenant-spec";

type Options = { ownerUrl: string; password: string; serverKey: Uint8Array };

async function createTenants(options: Options, specs: readonly TenantSpec[]): Promise<SeededTenant[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const seeded: SeededTenant[] = [];
    for (const spec of specs) {
      seeded.push(
        await createTenant(client, spec, {
          password: options.password,
          serverKey: options.serverKey,
          demo: true,
          since: "2026-01-01",
        }),
      );
    }
    await client.query("commit");
    return seeded;
  } finally {
    await client.end();
  }
}

/**
 * Two invented provinces: reference data as the owner, everything else through the commands people use, so that it has
 * its events, signatures and access like any other work.
 */
export async function seedDemonstration(
  options: Options,
): Promise<{ phuTho: SeededTenant; haGiang: SeededTenant }> {
  const [first, second] = await createTenants(options, [phuTho, haGiang]);
  if (!first || !second) throw new Error("two tenants are seeded");
  const inForce = await openAgreement(
    first,
    { title: "Quy chế phối hợp công tác giữa ba văn phòng, 2026", contact: "VPTU" },
    (versionId) => leaveCouncilOutOfSubmissions(first, versionId),
  );
  for (const office of first.offices.keys()) await sign(first, inForce.versionId, office, options.password);
  for (const office of first.offices.keys())
    await signForOrganisation(first, inForce.versionId, office, options.password);
  await seedPhuThoTasks(first, inForce);
  await seedPhuThoCalendar(first, inForce);
  await seedPhuThoProgrammes(first, inForce);
  await seedPhuThoPetitions(first);

  const waiting = await openAgreement(first, {
    title: "Quy chế phối hợp công tác giữa ba văn phòng, 2027",
    plannedFrom: "2027-01-01",
    contact: "VPTU",
  });
  await sign(first, waiting.versionId, "VP UBND", options.password);

  const merged = await openAgreement(second, {
    title: "Quy chế phối hợp công tác giữa hai văn phòng",
    contact: "VPTU",
  });
  for (const office of second.offices.keys()) await sign(second, merged.versionId, office, options.password);
  for (const office of second.offices.keys())
    await signForOrganisation(second, merged.versionId, office, options.password);
  await executeCommand(createTask, as(second, "VPTU", "records-clerk"), {
    dutyId: await dutyId(second, merged, "party-meetings"),
    title: "Chương trình làm việc quý I của Thường trực Tỉnh ủy",
    description: "",
  });
  await seedHaGiangPetitions(second);
  await delegateToDeputy(first, "VPTU");
  await delegateToDeputy(second, "VP ĐĐBQH, HĐND&UBND");
  return { phuTho: first, haGiang: second };
}

/** A third province, whose council and committee have an agreement of their own. What is seeded above does not need it. */
export async function seedNgheAn(
  options: Options,
): Promise<{ seeded: SeededTenant; agreement: SeededAgreement }> {
  const [seeded] = await createTenants(options, [ngheAn]);
  if (!seeded) throw new Error("a tenant is seeded");
  const agreement = await agreeInStateForm(seeded, options.password);
  await executeCommand(createTask, as(seeded, "VP UBND", "records-clerk"), {
    dutyId: await dutyId(seeded, agreement, "resolution-plan"),
    title: "Kế hoạch tờ trình, dự thảo nghị quyết trình các kỳ họp trong năm",
    description: "",
  });
  return { seeded, agreement };
}
