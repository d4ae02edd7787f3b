import { textHash, type VersionStage } from "@/tests/support/builders/agreement-stages";
import type { Province } from "@/tests/support/builders/province";

/** All that an act on a version refers to, read past row security: who tries may know it and still be refused. */
export type VersionItem = VersionStage & {
  name: string;
  state: string;
  number: number;
  revision: number;
  contactOfficeId: string;
  contentHash: string;
  dutyId: string;
  parties: readonly { id: string; officeId: string; signingPostId: string; certificateId: string }[];
  round: { id: string; seq: number; bytes: Buffer; issuedSha256: string; signatures: number } | null;
};

type VersionRow = Pick<VersionItem, "state" | "number" | "revision" | "contactOfficeId" | "dutyId">;
type RoundRow = NonNullable<VersionItem["round"]>;

export async function versionItem(
  province: Province,
  name: string,
  version: VersionStage,
): Promise<VersionItem> {
  const [row] = await province.rows<VersionRow>(
    `select v.state, v.number, v.revision, a.contact_office_id as "contactOfficeId",
        (select d.id from coordination_duties d where d.version_id = v.id and d.duty_key = 'party-meetings') as "dutyId"
      from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id where v.id = $1`,
    [version.versionId],
  );
  const parties = await province.rows<VersionItem["parties"][number]>(
    `select p.id, p.office_id as "officeId", p.signing_post_id as "signingPostId", c.id as "certificateId"
      from agreement_parties p join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.signing_post_id
      left join round_signers t on t.party_id = p.id and t.version_id = $2
      left join signing_delegations d on d.id = t.delegation_id
      join certificates c on c.tenant_id = h.tenant_id and c.person_id = coalesce(d.to_person_id, h.person_id)
        and c.authority_id is not null
      where p.agreement_id = $1 order by p.ordinal`,
    [version.agreementId, version.versionId],
  );
  const [round] = await province.rows<RoundRow>(
    `select r.id, d.seq, d.bytes, f.sha256 as "issuedSha256",
        (select count(*)::integer from signatures s where s.round_id = r.id) as signatures
      from signing_rounds r join issued_documents d on d.tenant_id = r.tenant_id and d.round_id = r.id
      join issued_documents f on f.tenant_id = r.tenant_id and f.round_id = r.id and f.seq = 0
      where r.version_id = $1 order by d.seq desc limit 1`,
    [version.versionId],
  );
  if (!row) throw new Error("no such version");
  return {
    ...version,
    ...row,
    name,
    parties,
    round: round ?? null,
    contentHash: await textHash(province, version),
  };
}
