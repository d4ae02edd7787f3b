import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { openAgreement, sign } from "@/prisma/seed/scenarios/agreements";

export type Signing = { milliseconds: number[]; perSecond: number };

async function waiting(tenants: readonly SeededTenant[], index: number): Promise<string[]> {
  const versions: string[] = [];
  for (const seeded of tenants) {
    const { versionId } = await openAgreement(seeded, {
      title: `Quy chế phối hợp đo tốc độ, lần ${index + 1}`,
      contact: "VPTU",
      plannedFrom: `${2030 + index}-01-01`,
    });
    versions.push(versionId);
  }
  return versions;
}

async function signByAll(seeded: SeededTenant, versionId: string, passphrase: string): Promise<number[]> {
  const milliseconds: number[] = [];
  for (const office of seeded.offices.keys()) {
    const began = performance.now();
    await sign(seeded, versionId, office, passphrase);
    milliseconds.push(performance.now() - began);
  }
  return milliseconds;
}

/** A fresh agreement of every tenant signed by all its chiefs: the tenants all at once, or one after another. */
export async function signEverywhere(
  tenants: readonly SeededTenant[],
  passphrase: string,
  index: number,
  how: "at once" | "one by one",
): Promise<Signing> {
  const versions = await waiting(tenants, index);
  const milliseconds: number[] = [];
  const began = performance.now();
  const work = tenants.map((seeded, place) => async () => {
    milliseconds.push(...(await signByAll(seeded, versions[place] ?? "", passphrase)));
  });
  if (how === "at once") await Promise.all(work.map((each) => each()));
  else for (const each of work) await each();
  return { milliseconds, perSecond: milliseconds.length / ((performance.now() - began) / 1_000) };
}
