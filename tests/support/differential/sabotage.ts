import type { Province } from "@/tests/support/builders/province";

/** Something of the database switched off, and how to switch it on again. */
export type Fault = { plant: string; mend: (before: string) => string; before?: string };

/** A trigger that no longer fires. */
export function withoutTrigger(table: string, trigger: string): Fault {
  return {
    plant: `alter table ${table} disable trigger ${trigger}`,
    mend: () => `alter table ${table} enable trigger ${trigger}`,
  };
}

/** A function with nothing in it. `signature` as in "assert_acting()". */
export function withoutBody(signature: string): Fault {
  return {
    before: `select pg_get_functiondef(oid) as before from pg_proc where proname = '${signature.split("(")[0]}'`,
    plant: `create or replace function ${signature} returns void language plpgsql stable security definer
      set search_path = pg_catalog, public as $$ begin return; end $$`,
    mend: (definition) => definition,
  };
}

/** A row policy that lets every row through. */
export function withOpenPolicy(table: string, policy: string): Fault {
  return {
    before: `select qual as before from pg_policies where tablename = '${table}' and policyname = '${policy}'`,
    plant: `alter policy ${policy} on ${table} using (true)`,
    mend: (condition) => `alter policy ${policy} on ${table} using (${condition})`,
  };
}

/** Runs `work` in this test's own database with the fault in it. */
export async function sabotaged<T>(province: Province, fault: Fault, work: () => Promise<T>): Promise<T> {
  const [found] = fault.before ? await province.rows<{ before: string }>(fault.before) : [];
  await province.rows(fault.plant);
  try {
    return await work();
  } finally {
    await province.rows(fault.mend(found?.before ?? ""));
  }
}
