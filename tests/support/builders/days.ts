import type { Province } from "./province";

/**
 * Days go by: every day the agreement names is that much nearer. The fingerprints over days are taken anew, since the text of the
 * paper is the same.
 */
export async function daysGoBy({ phuTho, rows }: Province, agreementId: string, days: number): Promise<void> {
  await rows(`do $$ declare v record; begin
    perform set_config('session_replication_role', 'replica', true);
    perform set_config('app.tenant_id', '${phuTho.tenant.id}', true);
    -- One after the other, the earlier first: two terms never meet.
    for v in select * from agreement_versions where agreement_id = '${agreementId}' order by number loop
      update agreement_versions set planned_from = planned_from - ${days}, planned_until = planned_until - ${days},
        effective_from = effective_from - ${days}, effective_until = effective_until - ${days} where id = v.id;
      update consents set content_hash = version_content_hash(tenant_id, version_id) where version_id = v.id;
      update signing_rounds set content_hash = version_content_hash(tenant_id, version_id) where version_id = v.id;
    end loop;
    update agreement_endings set ends_on = ends_on - ${days} where agreement_id = '${agreementId}';
  end $$`);
}
