import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { openAgreement, sign } from "@/prisma/seed/scenarios/agreements";

/** Signs `agreements` fresh agreements by every party, one signature after another; answers each duration in ms. */
export async function measureSigning(
  seeded: SeededTenant,
  passphrase: string,
  agreements: number,
): Promise<number[]> {
  const durations: number[] = [];
  for (let index = 0; index < agreements; index += 1) {
    const { versionId } = await openAgreement(seeded, {
      title: `Quy chế phối hợp đo tốc độ, lần ${index + 1}`,
      contact: "VPTU",
      // In force after everything else, so that the tasks' own agreement stays the one in force today.
      plannedFrom: `${2030 + index}-01-01`,
    });
    for (const office of seeded.offices.keys()) {
      const began = performance.now();
      await sign(seeded, versionId, office, passphrase);
      durations.push(performance.now() - began);
    }
  }
  return durations;
}
