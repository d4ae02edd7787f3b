import { newId } from "@/lib/platform/ids";
import type { Tries } from "./actors";
import type { Statement } from "./judge-by-database";
import type { VersionItem } from "./version-item";

export const rawAgreementActs = [
  "editArticle",
  "assignDuty",
  "setWorkingRules",
  "setTerm",
  "send",
  "consent",
  "openRound",
  "sign",
  "takeTurn",
  "declineToSign",
  "withdraw",
  "revise",
] as const;
export type RawAgreementAct = (typeof rawAgreementActs)[number];

function changeVersion(item: VersionItem, set: string): Statement {
  return [`update agreement_versions set ${set} where id = $1`, [item.versionId]];
}

/** The party the person acts for; for an office that is none, the first one's name is borrowed. */
export function partyOf(item: VersionItem, who: Tries): VersionItem["parties"][number] {
  const party = item.parties.find(({ officeId }) => officeId === who.post.officeId) ?? item.parties[0];
  if (!party) throw new Error("an agreement has parties");
  return party;
}

// Numbers far from those the register gives, so that only rights and states are judged.
let nextNumber = 5000;

function openRound(item: VersionItem, who: Tries): Statement[] {
  const roundId = newId();
  nextNumber += 1;
  return [
    [
      `insert into signing_rounds (tenant_id, id, version_id, state, number, year, symbol, issue_date, content_hash,
          opened_by, opened_at) values ($1, $2, $3, 'open', $4, 2026, 'QCPH', portal_today(), $5, $6, now())`,
      [who.tenant.id, roundId, item.versionId, nextNumber, item.contentHash, who.accountId],
    ],
    [
      `insert into register_entries (tenant_id, office_id, year, number, round_id, state)
        values ($1, $2, 2026, $3, $4, 'used')`,
      [who.tenant.id, who.post.officeId, nextNumber, roundId],
    ],
    ...item.parties.map(
      ({ id }): Statement => [
        `insert into round_signers (tenant_id, id, version_id, round_id, party_id, step) values ($1, $2, $3, $4, $5, 1)`,
        [who.tenant.id, newId(), item.versionId, roundId, id],
      ],
    ),
    insertFile(item, who, roundId, 0, newId(), Buffer.from("%PDF-1.7")),
    changeVersion(item, "state = 'awaiting-signatures'"),
  ];
}

function insertFile(
  item: VersionItem,
  who: Tries,
  roundId: string,
  seq: number,
  id: string,
  bytes: Buffer,
): Statement {
  return [
    `insert into issued_documents (tenant_id, id, version_id, round_id, seq, sha256, bytes, created_at)
      values ($1, $2, $3, $4, $5, encode(sha256($6), 'hex'), $6, now())`,
    [who.tenant.id, id, item.versionId, roundId, seq, bytes],
  ];
}

function sign(item: VersionItem, who: Tries): Statement[] {
  const { round } = item;
  const documentId = newId();
  const roundId = round?.id ?? newId();
  const party = partyOf(item, who);
  const bytes = Buffer.concat([round?.bytes ?? Buffer.alloc(0), Buffer.from("one signature more")]);
  const statements: Statement[] = [
    insertFile(item, who, roundId, (round?.seq ?? 0) + 1, documentId, bytes),
    [
      `insert into signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id,
          account_id, certificate_id, field_name, method, signed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'party', 'portal-key', now())`,
      [
        who.tenant.id,
        newId(),
        item.versionId,
        roundId,
        party.id,
        documentId,
        who.personId,
        who.post.postId,
        who.accountId,
        party.certificateId,
      ],
    ],
  ];
  if ((round?.signatures ?? 0) + 1 < item.parties.length) return statements;
  return [
    ...statements,
    ["update signing_rounds set state = 'completed', ended_at = now() where id = $1", [roundId]],
    changeVersion(item, "state = 'signed', signed_at = now(), effective_from = portal_today()"),
  ];
}

function takeTurn(item: VersionItem, who: Tries): Statement[] {
  const newest = "select id from issued_documents where round_id = $3 order by seq desc limit 1";
  return [
    [
      `insert into signing_turns (tenant_id, id, version_id, round_id, party_id, person_id, post_id, account_id, document_id,
          taken_at, until)
        values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, coalesce((${newest}), $3), now(), now() + interval '30 minutes')`,
      [
        who.tenant.id,
        item.versionId,
        item.round?.id ?? newId(),
        partyOf(item, who).id,
        who.personId,
        who.post.postId,
        who.accountId,
      ],
    ],
  ];
}

/** Ends the open round, if there is one, and voids its number. */
function endRound(item: VersionItem, state: string): Statement[] {
  if (!item.round || item.state !== "awaiting-signatures") return [];
  const { id } = item.round;
  return [
    [
      "update signing_rounds set state = $2, ended_at = now(), end_reason = 'Lý do' where id = $1",
      [id, state],
    ],
    ["update register_entries set state = 'void', reason = 'Lý do' where round_id = $1", [id]],
  ];
}

/** The statements of an act on a version, bare. */
export function rawAgreementAct(act: RawAgreementAct, item: VersionItem, who: Tries): Statement[] {
  const touched = changeVersion(item, "revision = revision + 1, changed_at = now()");
  const tenantId = who.tenant.id;
  switch (act) {
    case "editArticle":
      return [
        [
          "update agreement_articles set heading = 'Khác' where version_id = $1 and article_key = 'scope'",
          [item.versionId],
        ],
        touched,
      ];
    case "assignDuty":
      return [
        [
          "update coordination_duties set lead_rule = 'fixed', lead_office_id = $2 where id = $1",
          [item.dutyId, item.contactOfficeId],
        ],
        ["delete from duty_offices where duty_id = $1", [item.dutyId]],
        [
          `insert into duty_offices (tenant_id, version_id, duty_id, office_id, part)
            values ($1, $2, $3, $4, 'informed')`,
          [tenantId, item.versionId, item.dutyId, item.parties[1]?.officeId],
        ],
        touched,
      ];
    case "setWorkingRules":
      return [
        ["update coordination_duties set opinion_days = 9, silence = 'block' where id = $1", [item.dutyId]],
        touched,
      ];
    case "setTerm":
      return [changeVersion(item, "planned_from = '2027-07-01', revision = revision + 1")];
    case "send":
      // To set the state that stands already changes nothing and is nobody's right to refuse.
      return [
        [
          "update agreement_versions set state = 'negotiating' where id = $1 and state <> 'negotiating'",
          [item.versionId],
        ],
      ];
    case "consent":
      return [
        [
          `insert into consents (tenant_id, version_id, party_id, content_hash, account_id, at)
            values ($1, $2, $3, $4, $5, now())`,
          [tenantId, item.versionId, partyOf(item, who).id, item.contentHash, who.accountId],
        ],
      ];
    case "openRound":
      return openRound(item, who);
    case "sign":
      return sign(item, who);
    case "takeTurn":
      return takeTurn(item, who);
    case "declineToSign":
      return [
        [
          `insert into signing_declines (tenant_id, id, version_id, round_id, party_id, account_id, reason, at)
            values ($1, $2, $3, $4, $5, $6, 'Lý do', now())`,
          [
            tenantId,
            newId(),
            item.versionId,
            item.round?.id ?? newId(),
            partyOf(item, who).id,
            who.accountId,
          ],
        ],
        ...endRound(item, "declined"),
        changeVersion(item, "state = 'declined'"),
      ];
    case "withdraw":
      return [...endRound(item, "withdrawn"), changeVersion(item, "state = 'withdrawn'")];
    case "revise":
      return [
        [
          `insert into agreement_versions (tenant_id, id, agreement_id, number, state, abstract, bases, copied_from_id,
              created_at, changed_at) values ($1, $2, $3, $4, 'negotiating', '', '{}', $5, now(), now())`,
          [tenantId, newId(), item.agreementId, item.number + 1, item.versionId],
        ],
      ];
  }
}
