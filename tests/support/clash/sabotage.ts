/** Ways in which the calendar would be unsafe, each as the superuser makes it so in a throw-away database. */

/** Nobody locks anything. */
export const withoutLocks = `create or replace function lock_resources(p_resources uuid[]) returns void language plpgsql
  as $$ begin return; end $$`;

/** Everybody locks, each in an order of their own. */
export const withoutOrder = `create or replace function lock_resources(p_resources uuid[]) returns void language plpgsql as $$
  declare v_resource uuid;
  begin
    for v_resource in select r from (select distinct r from unnest(p_resources) r) one order by random() loop
      perform pg_advisory_xact_lock(hashtextextended(current_tenant()::text || v_resource::text, 0));
    end loop;
  end $$`;

export const withoutConstraint = "alter table resource_claims drop constraint resource_claims_no_overlap";

/** Between looking and writing goes so long that others look too: what is rare on a quick machine comes at once. */
export const withSlowWriting = `create function write_slowly() returns trigger language plpgsql
    as $$ begin perform pg_sleep(0.05); return new; end $$;
  create trigger write_slowly before insert on resource_claims for each row execute function write_slowly()`;
