import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { authorityIn, type OfficialForm } from "@/lib/platform/documents/official-form";

export type Signer = {
  postId: string;
  name: string;
  title: string;
  /** A line each, as they stand over the name (NĐ 30/2020, art. 13). */
  capacity: readonly string[];
  form: OfficialForm;
  superior: string;
  issuer: string;
  symbol: string;
};

type Row = {
  postId: string;
  name: string;
  title: string;
  role: string;
  office: string | null;
  officeSymbol: string | null;
  served: { kind: string; name: string }[] | null;
  body: string | null;
  bodyCode: string | null;
  bodyKind: string | null;
};

const upper = (text: string) => text.normalize("NFC").toLocaleUpperCase("vi-VN");

/** A body's code in the portal's addresses as its papers write it (NĐ 30/2020, Phụ lục III). */
function symbolOf(code: string): string {
  return code.replace("HDND", "HĐND").replace("DDBQH", "ĐĐBQH");
}

/** "Phó Chủ tịch Ủy ban nhân dân tỉnh phụ trách văn xã" signs as "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
function leaderCapacity(title: string): string[] {
  const [, deputy, post = title] = /^(Phó )?(Chủ tịch|Bí thư|Trưởng [Đđ]oàn)/.exec(title) ?? [];
  return deputy ? [`KT. ${upper(post)}`, `PHÓ ${upper(post)}`] : [upper(post)];
}

function officeCapacity(role: string): string[] {
  return role === "chief" ? ["CHÁNH VĂN PHÒNG"] : ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"];
}

function signerOf(row: Row, place: string): Signer {
  const { postId, name, title } = row;
  if (row.body !== null) {
    const form = row.bodyKind === "party-committee" ? "party" : "state";
    return {
      postId,
      name,
      title,
      capacity: leaderCapacity(title).map((line) => authorityIn(form, line)),
      form,
      superior: "",
      issuer: upper(`${row.body} ${place}`),
      symbol: symbolOf(row.bodyCode ?? ""),
    };
  }
  const served = row.served ?? [];
  const [only] = served;
  const single = served.length === 1 && only ? only : null;
  const isParty = served.length > 0 && served.every(({ kind }) => kind === "party-committee");
  const form = isParty ? "party" : "state";
  return {
    postId,
    name,
    title,
    capacity: officeCapacity(row.role).map((line) => authorityIn(form, line)),
    form,
    superior: single ? upper(`${single.name} ${place}`) : "",
    issuer: single ? "VĂN PHÒNG" : upper(row.office ?? ""),
    symbol: row.officeSymbol ?? "",
  };
}

/**
 * Who may sign a paper of an office today: its chief and deputies, and the leaders of the bodies it serves, each in the form and
 * capacity of the post.
 */
export async function loadSigners(
  tx: TenantTx,
  tenantId: string,
  officeId: string,
  place: string,
): Promise<Signer[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id as "postId", pe.full_name as name, p.title, p.role, o.name as office, o.symbol as "officeSymbol",
      (select jsonb_agg(jsonb_build_object('kind', sb.kind, 'name', sb.name) order by sb.rank)
        from office_bodies so join bodies sb on sb.tenant_id = so.tenant_id and sb.id = so.body_id
        where so.tenant_id = p.tenant_id and so.office_id = p.office_id) as served,
      b.name as body, b.code as "bodyCode", b.kind as "bodyKind"
    from (
      select o.id from posts o
        where o.tenant_id = ${tenantId}::uuid and o.office_id = ${officeId}::uuid and o.role in ('chief', 'deputy-chief')
      union all
      select l.id from office_bodies ob join posts l on l.tenant_id = ob.tenant_id and l.body_id = ob.body_id and l.role = 'leader'
        where ob.tenant_id = ${tenantId}::uuid and ob.office_id = ${officeId}::uuid) may
    join posts p on p.tenant_id = ${tenantId}::uuid and p.id = may.id
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    left join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
    left join bodies b on b.tenant_id = p.tenant_id and b.id = p.body_id
    order by p.office_id is null, p.role, b.rank, p.title, p.id`;
  return rows.map((row) => signerOf(row, place));
}
