import { createHash } from "node:crypto";
import { newId } from "@/lib/platform/ids";
import { headingKey } from "@/lib/platform/imports/columns";
import { newCode } from "../code";
import { contentColumns, personColumns } from "../identity/columns";
import { newKey, seal } from "../identity/letter-key";
import { isAnonymous, maskPerson } from "../identity/person";
import {
  type TenantKey,
  type TenantKeyPurpose,
  unwrapTenantKey,
  wrappedTenantKey,
} from "../identity/tenant-key";
import { denouncesBy, identityBy } from "../rules";
import { inChargeOf, keepLookUp } from "./in-charge";
import type { LineFault, ReadPetition } from "./read-petitions";
import { type SameLetter, sameLettersOf } from "./same-letters";
import { bodyKinds } from "./words";

/** One connection as `portal_worker` in an open transaction. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export type Written = { line: number; code: string; id: string; same: readonly SameLetter[] };

type Body = { id: string; code: string; name: string; kind: string; officeId: string; officeCode: string };

export type ImportInput = {
  tenantId: string;
  tenantSlug: string;
  officeId: string;
  petitions: readonly ReadPetition[];
  file: Uint8Array;
  /** The key-encryption key of letters. */
  encryptionKey: Uint8Array;
  /** The address of who answers for it; left out, the office's inspector of today where so many letters ask for one. */
  by?: string | undefined;
  now: Date;
};

/** `keepLookUp` leaves who asked on record where the rest is undone, as in a trial whose answers were told. */
export type WriteOutcome = {
  written: Written[];
  faults: LineFault[];
  keepLookUp?: (query: Query) => Promise<unknown>;
};

async function loadBodies(query: Query, tenantId: string): Promise<Body[]> {
  return query<Body>(
    `select b.id, b.code, b.name, b.kind, ob.office_id as "officeId", o.code as "officeCode" from office_bodies ob
      join bodies b on b.tenant_id = ob.tenant_id and b.id = ob.body_id
      join offices o on o.tenant_id = ob.tenant_id and o.id = ob.office_id where ob.tenant_id = $1 order by b.rank`,
    [tenantId],
  );
}

/** The one body a line names; in words why there is none. */
function bodyOf(bodies: readonly Body[], officeId: string, text: string): Body | string {
  const own = bodies.filter((body) => body.officeId === officeId);
  if (text === "") {
    const [only, another] = own;
    if (only && !another) return only;
    return only
      ? `thiếu cơ quan nhận: văn phòng này phục vụ ${own.map((body) => body.name).join(", ")}`
      : "thiếu cơ quan nhận";
  }
  const key = headingKey(text);
  const byName = bodies.find((body) => [body.code, body.name].some((name) => headingKey(name) === key));
  if (byName) return byName;
  const kind = bodyKinds.get(key) ?? bodyKinds.get(key.replace(/(tinh|thanhpho)$/, ""));
  const ofKind = bodies.filter((body) => body.kind === (kind ?? text));
  const ofOwn = ofKind.filter((body) => body.officeId === officeId);
  const [found, another] = ofOwn.length > 0 ? ofOwn : ofKind;
  if (!found) return `không có cơ quan nhận “${text}”`;
  return another ? `cơ quan nhận “${text}” có thể là ${found.name} hoặc ${another.name}` : found;
}

async function tenantKey(
  query: Query,
  { tenantId, encryptionKey, now }: ImportInput,
  purpose: TenantKeyPurpose,
): Promise<TenantKey> {
  const made = wrappedTenantKey(tenantId, encryptionKey);
  await query(
    `insert into tenant_keys (tenant_id, id, purpose, wrapped, wrapped_by, created_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tenantId, made.id, purpose, Buffer.from(made.wrapped), made.wrappedBy, now],
  );
  const [row] = await query<{ id: string; wrapped: Uint8Array }>(
    "select id, wrapped from tenant_keys where tenant_id = $1 and purpose = $2 and retired_at is null",
    [tenantId, purpose],
  );
  if (!row) throw new Error("a tenant's key was made and is not there");
  return unwrapTenantKey(tenantId, row, encryptionKey);
}

function hex(bytes: Uint8Array | null): string | null {
  return bytes ? Buffer.from(bytes).toString("hex") : null;
}

type Rows = { petition: object; key: object; person: object | null };

/** The rows of one letter. Unless its class says that nobody is denounced, who wrote it and what is sealed. */
function rowsOf(
  input: ImportInput,
  read: ReadPetition,
  body: Body,
  keys: { letters: TenantKey; lookup: TenantKey },
  id: string,
  code: string,
): Rows {
  const { tenantId, officeId, now } = input;
  const denounces = denouncesBy(read.class, null) ?? "unsure";
  const identity = identityBy(denounces);
  const letter = newKey();
  const personId = newId();
  const content = contentColumns(read.content, identity, letter, { tenantId, petitionId: id });
  const person = isAnonymous(read.person)
    ? null
    : personColumns(read.person, identity, { letter, lookup: keys.lookup.key }, { tenantId, personId });
  return {
    petition: {
      id,
      code,
      body_id: body.id,
      office_id: body.officeId,
      filing_office_id: officeId,
      channel: read.channel,
      received_on: read.receivedOn,
      class: read.class,
      denounces,
      identity,
      subject: identity === "sealed" ? maskPerson(read.subject, read.person).slice(0, 300) : read.subject,
      content: content.content,
      sealed_content: hex(content.sealedContent),
      state: read.outcome ?? (read.class === null ? "received" : "classified"),
      outcome: read.outcome,
      outcome_on: read.outcomeOn,
      documents: read.documents,
      at: now.toISOString(),
    },
    key: {
      id,
      tenant_key_id: keys.letters.id,
      wrapped: hex(seal(keys.letters.key, letter, { purpose: "letter-key", tenantId, id })),
      at: now.toISOString(),
    },
    person: person && {
      id: personId,
      petition_id: id,
      identity,
      full_name: person.fullName,
      address: person.address,
      phone: person.phone,
      id_number: person.idNumber,
      phone_hash: person.phoneHash,
      id_hash: person.idHash,
      sealed: hex(person.sealed),
    },
  };
}

async function insertAll(query: Query, tenantId: string, rows: readonly Rows[]): Promise<void> {
  await query(
    `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, lead_office_id, origin,
        channel, received_on, class, denounces, identity, subject, content, sealed_content, state, outcome, outcome_on,
        documents_issued, closed_at, created_at, changed_at)
      select $1, r.id, r.code, 'letter', r.body_id, r.office_id, r.filing_office_id, r.office_id, 'import', r.channel, r.received_on,
        r.class, r.denounces, r.identity, r.subject, r.content, decode(r.sealed_content, 'hex'), r.state, r.outcome, r.outcome_on,
        r.documents, case when r.outcome is not null then r.outcome_on::timestamp at time zone 'Asia/Ho_Chi_Minh' end, r.at, r.at
      from jsonb_to_recordset($2::jsonb) as r (id uuid, code text, body_id uuid, office_id uuid, filing_office_id uuid, channel text,
        received_on date, class text, denounces text, identity text, subject text, content text, sealed_content text, state text,
        outcome text, outcome_on date, documents integer, at timestamptz)`,
    [tenantId, JSON.stringify(rows.map((row) => row.petition))],
  );
  await query(
    `insert into petition_keys (tenant_id, petition_id, tenant_key_id, wrapped, created_at)
      select $1, r.id, r.tenant_key_id, decode(r.wrapped, 'hex'), r.at
      from jsonb_to_recordset($2::jsonb) as r (id uuid, tenant_key_id uuid, wrapped text, at timestamptz)`,
    [tenantId, JSON.stringify(rows.map((row) => row.key))],
  );
  await query(
    `insert into petition_people (tenant_id, id, petition_id, identity, full_name, address, phone, id_number, phone_hash, id_hash, sealed)
      select $1, r.id, r.petition_id, r.identity, r.full_name, r.address, r.phone, r.id_number, r.phone_hash, r.id_hash,
        decode(r.sealed, 'hex')
      from jsonb_to_recordset($2::jsonb) as r (id uuid, petition_id uuid, identity text, full_name text, address text, phone text,
        id_number text, phone_hash text, id_hash text, sealed text)`,
    [tenantId, JSON.stringify(rows.flatMap((row) => row.person ?? []))],
  );
}

async function takenCodes(query: Query, tenantId: string, codes: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ code: string }>(
    "select code from petitions where tenant_id = $1 and code = any ($2::text[])",
    [tenantId, [...codes]],
  );
  return new Set(rows.map((row) => row.code));
}

const batch = 500;

/**
 * Writes a whole register into an open transaction of the tenant. An unknown body or a code that is taken is named by its
 * line, and then nothing is written; the caller commits only when there are no faults. A register is one look-up over all
 * offices, and one of many letters names the inspector or administrator who answers for it.
 */
export async function writePetitions(query: Query, input: ImportInput): Promise<WriteOutcome> {
  const { tenantId, petitions } = input;
  const inCharge = await inChargeOf(query, { ...input, letters: petitions.length });
  if ("refused" in inCharge) return { written: [], faults: [{ line: 1, error: inCharge.refused }] };
  const bodies = await loadBodies(query, tenantId);
  const taken = await takenCodes(
    query,
    tenantId,
    petitions.map((read) => read.code),
  );
  const faults: LineFault[] = [];
  const found = petitions.flatMap((read) => {
    const body = bodyOf(bodies, input.officeId, read.receivedBy);
    const errors = [
      ...(typeof body === "string" ? [body] : []),
      ...(taken.has(read.code) ? [`mã “${read.code}” đã có`] : []),
    ];
    if (errors.length > 0) faults.push({ line: read.line, error: errors.join("; ") });
    return typeof body === "string" ? [] : [{ read, body }];
  });
  if (faults.length > 0) return { written: [], faults };
  const keys = {
    letters: await tenantKey(query, input, "letters"),
    lookup: await tenantKey(query, input, "lookup"),
  };
  const letters = found.map(({ read, body }) => {
    const [id, code] = [newId(), read.code || newCode(input.tenantSlug)];
    return { read, body, id, code, officeCode: body.officeCode };
  });
  const same = await sameLettersOf(
    query,
    letters,
    { lookup: keys.lookup.key },
    { ...input, inChargeId: inCharge.accountId },
  );
  const sha256 = createHash("sha256").update(input.file).digest("hex");
  for (let start = 0; start < letters.length; start += batch) {
    const part = letters
      .slice(start, start + batch)
      .map(({ read, body, id, code }) => rowsOf(input, read, body, keys, id, code));
    await insertAll(query, tenantId, part);
  }
  await same.write();
  const written = letters.map(({ read: { line }, code, id }) => ({
    line,
    code,
    id,
    same: same.told.get(id) ?? [],
  }));
  if (written.length > 0) {
    const events = written.map(({ id, line }) => ({
      id: newId(),
      name: "petitions.imported",
      subjectKind: "petition",
      subjectId: id,
      payload: { line, file: sha256, officeId: input.officeId },
    }));
    await query("select append_events($1::jsonb)", [JSON.stringify(events)]);
  }
  return { written, faults, keepLookUp: (later) => keepLookUp(later, same.lookUp) };
}
