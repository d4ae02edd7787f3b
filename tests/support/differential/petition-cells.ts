import { createHash } from "node:crypto";
import { acceptPart } from "@/lib/petitions/commands/accept-part";
import { amendPetition } from "@/lib/petitions/commands/amend-petition";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { declinePart } from "@/lib/petitions/commands/decline-part";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { enterBodyAnswer } from "@/lib/petitions/commands/enter-body-answer";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { givePart } from "@/lib/petitions/commands/give-part";
import { issueForwardLink } from "@/lib/petitions/commands/issue-forward-link";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { reopenPetition } from "@/lib/petitions/commands/reopen-petition";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { takeOverPart } from "@/lib/petitions/commands/take-over-part";
import { tellResult } from "@/lib/petitions/commands/tell-result";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { newId } from "@/lib/platform/ids";
import { postOf } from "@/prisma/seed/caller";
import { askingInput } from "@/tests/support/builders/petition-parts";
import { type LetterOnItsWay, officeIdOf } from "@/tests/support/builders/petition-way";
import { committee, council, type Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase, type Statement } from "./judge-by-database";

export const rawPetitionActs = [
  "assess",
  "forward",
  "acknowledge",
  "sendBack",
  "takeBack",
  "tellResult",
  "enterAnswer",
  "issueLink",
  "guided",
  "settled",
  "filed-away",
  "withdrawn",
  "destroy",
  "reopen",
  "amend",
  "look",
  "assign",
  "askPart",
  "acceptPart",
  "declinePart",
  "givePart",
  "takeOverPart",
] as const;
export type RawPetitionAct = (typeof rawPetitionActs)[number];

export type PetitionItem = LetterOnItsWay & { name: string };
export type PetitionCell = { who: Tries; item: PetitionItem; act: RawPetitionAct };

const text = "Lý do đã nêu";

/** Whom the actor would give a letter to: the chief of the acting office, where it is one of the province. */
function chiefOf({ phuTho }: Province, { post }: Tries) {
  const chief = phuTho.posts.find(({ officeId, role }) => officeId === post.officeId && role === "chief");
  return chief ?? postOf(phuTho, committee, "chief");
}

function codeSays(province: Province, { act, item, who }: PetitionCell): Promise<CodeVerdict> {
  const seen = { petitionId: item.petitionId, revision: item.revision };
  const slip = { petitionId: item.petitionId, forwardId: item.forwardId || newId() };
  const to = chiefOf(province, who);
  switch (act) {
    case "assess":
      return judgeByCode(assessPetition, who, { ...seen, met: [] });
    case "forward":
      return judgeByCode(forwardPetition, who, {
        ...seen,
        officeId: officeIdOf(province, council),
        reason: text,
        documentNumber: "1",
        sameNumber: "on",
        summary: "Phản ánh việc thu, chi quỹ",
        summaryChecked: "on",
      });
    case "acknowledge":
      return judgeByCode(answerForward, who, { ...slip, answer: "acknowledged" });
    case "sendBack":
      return judgeByCode(answerForward, who, { ...slip, answer: "sent-back", reason: text });
    case "takeBack":
      return judgeByCode(takeBackPetition, who, seen);
    case "tellResult":
      return judgeByCode(tellResult, who, { ...slip, result: text, documentNumber: "1" });
    case "enterAnswer":
      return judgeByCode(enterBodyAnswer, who, {
        ...slip,
        answer: "answered",
        documentNumber: "1",
        resultOn: formatDay(dayAt(new Date())),
      });
    case "issueLink":
      return judgeByCode(issueForwardLink, who, { ...slip, links: 0, days: 90 });
    case "destroy":
      return judgeByCode(destroyPetition, who, { ...seen, documentNumber: "1" });
    case "reopen":
      return judgeByCode(reopenPetition, who, { ...seen, reason: text });
    case "amend":
      return judgeByCode(amendPetition, who, {
        ...seen,
        receivedOn: "1/10/2026",
        channel: "post",
        subject: "Kiến nghị đã sửa",
        reason: text,
      });
    case "look":
      return judgeByCode(lookAtPetition, who, { petitionId: item.petitionId, reason: text });
    case "assign":
      return judgeByCode(assignPetition, who, {
        ...seen,
        handler: `${to.postId}.${to.personId}`,
        reason: text,
      });
    case "askPart":
      return judgeByCode(askPart, who, askingInput(province, item));
    case "acceptPart":
      return judgeByCode(acceptPart, who, { petitionId: item.petitionId });
    case "declinePart":
      return judgeByCode(declinePart, who, { petitionId: item.petitionId, reason: text });
    case "givePart":
      return judgeByCode(givePart, who, { petitionId: item.petitionId, contribution: text });
    case "takeOverPart":
      return judgeByCode(takeOverPart, who, {
        petitionId: item.petitionId,
        officeId: officeIdOf(province, council),
      });
    case "guided":
    case "settled":
    case "filed-away":
    case "withdrawn":
      return judgeByCode(concludePetition, who, {
        ...seen,
        conclusion: act,
        words: text,
        body: "Sở",
        documentNumber: "1",
        sameNumber: "on",
      });
  }
}

/** The statements of an act on a letter, bare. */
function rawPetitionAct(province: Province, { act, item, who }: PetitionCell): Statement[] {
  const { petitionId } = item;
  const letter = (set: string): Statement => [
    `update petitions set ${set}, revision = revision + 1 where id = $1`,
    [petitionId],
  ];
  const slip = (set: string): Statement => [
    `update petition_forwards set ${set} where petition_id = $1 and state <> 'taken-back'`,
    [petitionId],
  ];
  const ownPart = (set: string): Statement => [
    `update petition_contributions set ${set}, answered_at = now() where petition_id = $1 and office_id = $2`,
    [petitionId, who.post.officeId],
  ];
  const change = (kind: string, fields: string): Statement => [
    `insert into petition_changes (tenant_id, id, petition_id, revision, kind, fields, sealed, office_id, account_id, at)
      select $1, $2, $3, coalesce((select revision from petitions where id = $3), 1) + 1, $4, $5, repeat('x', 40)::bytea, $6, $7, now()`,
    [who.tenant.id, newId(), petitionId, kind, fields, who.post.officeId, who.accountId],
  ];
  const to = chiefOf(province, who);
  switch (act) {
    case "assess":
      return [
        [
          `insert into petition_checks (tenant_id, petition_id, condition_key, met, basis, account_id, checked_at)
            values ($1, $2, 'drawn', true, 'x', $3, now())`,
          [who.tenant.id, petitionId, who.accountId],
        ],
      ];
    case "forward":
      return [
        [
          `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, summary, sent_on,
              state, account_id, created_at)
            values ($1, $2, $3, $4, $5, 'x', '1', 'Phản ánh việc thu, chi quỹ', portal_today(), 'sent', $6, now())`,
          [
            who.tenant.id,
            newId(),
            petitionId,
            who.post.officeId,
            officeIdOf(province, council),
            who.accountId,
          ],
        ],
        letter("state = 'forwarded'"),
      ];
    case "acknowledge":
      return [
        slip("state = 'acknowledged', answered_at = now()"),
        letter(`lead_office_id = '${who.post.officeId}', lead_why = 'forwarded', state = 'classified'`),
      ];
    case "sendBack":
      return [slip("state = 'sent-back', back_reason = 'x', answered_at = now()")];
    case "takeBack":
      return [letter("state = 'classified'"), slip("state = 'taken-back'")];
    case "tellResult":
      return [slip("state = 'answered', result = 'x', answered_at = now()")];
    case "enterAnswer":
      return [
        slip(
          "state = 'answered', answered_via = 'office', result_document = '1', result_on = portal_today(), answered_at = now()",
        ),
        letter("closed_at = now()"),
      ];
    case "issueLink":
      return [
        [
          `insert into forward_links (tenant_id, id, petition_id, forward_id, secret_hash, office_id, account_id, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '9 days')`,
          [
            who.tenant.id,
            newId(),
            petitionId,
            item.forwardId || newId(),
            createHash("sha256").update(newId()).digest("hex"),
            who.post.officeId,
            who.accountId,
          ],
        ],
      ];
    case "destroy":
      return [
        [
          "update petition_keys set wrapped = null, destroyed_at = now() where petition_id = $1",
          [petitionId],
        ],
        ["delete from petition_people where petition_id = $1", [petitionId]],
        letter("content = null, sealed_content = null, destroyed_at = now()"),
      ];
    case "reopen":
      return [change("reopened", "{}"), letter("state = 'classified', closed_at = null")];
    case "amend":
      return [change("amended", "{subject}"), letter("subject = 'Kiến nghị đã sửa'")];
    case "look":
      return [
        [
          `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, reason, at)
            values ($1, $2, $3, $4, $5, 'Lý do đã nêu', now())`,
          [who.tenant.id, newId(), petitionId, who.post.officeId, who.accountId],
        ],
      ];
    case "assign":
      return [
        [
          `insert into petition_handlers (tenant_id, id, petition_id, ordinal, office_id, post_id, person_id, reason, names, account_id, at)
            values ($1, $2, $3, 0, $4, $5, $6, repeat('x', 40)::bytea, false, $7, now())`,
          [who.tenant.id, newId(), petitionId, who.post.officeId, to.postId, to.personId, who.accountId],
        ],
      ];
    case "askPart":
      return [
        [
          `insert into petition_contributions (tenant_id, petition_id, lead_office_id, office_id, version_id, duty_id, state, due_on,
              request, names, asked_at)
            select $1, $2, $3, a.office_id, a.version_id, a.duty_id, 'asked', portal_today() + 5, repeat('x', 40)::bytea, false, now()
            from letter_assistants($3) a where a.office_id = $4
            on conflict (tenant_id, petition_id, lead_office_id, office_id)
              do update set state = 'asked', due_on = excluded.due_on, request = excluded.request, asked_at = now()`,
          [who.tenant.id, petitionId, who.post.officeId, officeIdOf(province, council)],
        ],
      ];
    case "acceptPart":
      return [ownPart("state = 'accepted'")];
    case "declinePart":
      return [ownPart("state = 'declined', decline_reason = repeat('x', 40)::bytea")];
    case "givePart":
      return [
        ownPart(
          `state = 'contributed', contribution = repeat('x', 40)::bytea, contributed_at = now(), contributed_by = '${who.personId}'`,
        ),
      ];
    case "takeOverPart":
      return [
        [
          `update petition_contributions set state = 'taken-over', taken_over_at = now() where petition_id = $1 and office_id = $2`,
          [petitionId, officeIdOf(province, council)],
        ],
      ];
    case "guided":
    case "settled":
    case "filed-away":
    case "withdrawn":
      return [
        letter(
          `state = '${act}', closed_at = now(), outcome = '${act}', outcome_on = portal_today(),
            keep_until = portal_today() + interval '1 year'`,
        ),
      ];
  }
}

/** Puts every cell to the command and, as bare SQL, to the database; `toTheFirst`: until they differ once. */
export async function comparePetitionCells(
  province: Province,
  cells: readonly PetitionCell[],
  { toTheFirst = false } = {},
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    if (toTheFirst && compared.differences.length > 0) break;
    const { who, item, act } = cell;
    const code = await codeSays(province, cell);
    const database = await judgeByDatabase(province.pool("app"), who, rawPetitionAct(province, cell));
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}
