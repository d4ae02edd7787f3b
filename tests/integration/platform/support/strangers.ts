import { randomUUID } from "node:crypto";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { draftAgreement } from "@/lib/agreements/commands/draft-agreement";
import { raisePoint } from "@/lib/agreements/commands/raise-point";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { fileSeries } from "@/lib/meetings/commands/file-series";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { amendPetition } from "@/lib/petitions/commands/amend-petition";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { attachScans } from "@/lib/petitions/commands/attach-scans";
import { issuePaper } from "@/lib/petitions/commands/issue-paper";
import { keepCompetence } from "@/lib/petitions/commands/keep-competence";
import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { putBytes } from "@/lib/platform/files/storage";
import { runQuery } from "@/lib/platform/queries/run-query";
import { createTask } from "@/lib/tasks/commands/create-task";
import { addItem } from "@/lib/work-programmes/commands/add-item";
import { draftProgramme } from "@/lib/work-programmes/commands/draft-programme";
import { editItem } from "@/lib/work-programmes/commands/edit-item";
import { issueProgramme } from "@/lib/work-programmes/commands/issue-programme";
import { settleOverlap } from "@/lib/work-programmes/commands/settle-overlap";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { as, postOf } from "@/prisma/seed/caller";
import type { SeededPost, SeededTenant } from "@/prisma/seed/create-tenant";
import { agreeOn, openAgreement } from "@/prisma/seed/scenarios/agreements";
import { textUpload } from "@/tests/support/files/uploads";
import type { SeededDatabase } from "@/tests/support/seeded";

export type Strangers = {
  /** Phú Thọ with a fourth office, made after everything was signed: no party, no part in any task. */
  phuTho: SeededTenant;
  fourth: SeededPost;
  /** A task of the Party Committee Office in which the council's office has no part. */
  taskWithoutCouncil: string;
  /** A file of that task. */
  fileWithoutCouncil: string;
  /** A meeting of the Party Committee Office and its secretary that is for nobody else. */
  restrictedMeeting: string;
  /** A letter to the provincial Party committee, in the clear, in which no other office has a part. */
  partyLetter: string;
  /** A scan of it. */
  partyScan: string;
  /** A visit that was refused there. */
  refusedVisit: string;
  paper: { petitionId: string; paperId: string };
  /** A draft of a programme of the Party committee's, which its office alone reads. */
  programmeDraft: string;
  /** A draft of the three offices. */
  draft: { agreementId: string; versionId: string };
  /** A text to which all three offices have consented: the round may be opened. */
  agreed: { agreementId: string; versionId: string };
};

async function addFourthOffice(database: SeededDatabase): Promise<SeededPost> {
  const { tenant } = database.phuTho;
  const post: SeededPost = {
    postId: randomUUID(),
    officeId: randomUUID(),
    officeCode: "VP MTTQ",
    role: "chief",
    title: "Chánh Văn phòng Ủy ban Mặt trận",
    personId: randomUUID(),
    accountId: randomUUID(),
    name: "Người thứ tư",
    email: "thu.tu@phu-tho.example",
  };
  const owner = database.pool("owner");
  await owner.query(
    "insert into offices (tenant_id, id, code, name, symbol, ordinal) values ($1, $2, $3, $3, 'VPMTTQ', 4)",
    [tenant.id, post.officeId, post.officeCode],
  );
  await owner.query(
    `insert into accounts (id, email, name, password_hash)
      select $1, $2, $3, password_hash from accounts where id = $4`,
    [post.accountId, post.email, post.name, database.phuTho.posts[0]?.accountId],
  );
  await owner.query("insert into account_tenants (account_id, tenant) values ($1, $2)", [
    post.accountId,
    tenant.id,
  ]);
  await owner.query("insert into people (tenant_id, id, account_id, full_name) values ($1, $2, $3, $4)", [
    tenant.id,
    post.personId,
    post.accountId,
    post.name,
  ]);
  await owner.query(
    "insert into posts (tenant_id, id, office_id, role, title) values ($1, $2, $3, 'chief', $4)",
    [tenant.id, post.postId, post.officeId, post.title],
  );
  await owner.query(
    "insert into post_holdings (tenant_id, id, post_id, person_id, from_date) values ($1, $2, $3, $4, '2026-01-01')",
    [tenant.id, randomUUID(), post.postId, post.personId],
  );
  return post;
}

// No duty of the demonstration leaves an office out, and a signed one cannot be changed: so the owner, with the trigger
// switched off for a moment, takes the council's office out of one before a task is made from it.
async function createTaskWithoutCouncil(database: SeededDatabase): Promise<string> {
  const { tenant, offices } = database.phuTho;
  const owner = database.pool("owner");
  const { rows } = await owner.query<{ id: string }>(
    `select d.id from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.duty_key = 'training' and v.state = 'signed'`,
    [tenant.id],
  );
  const dutyId = rows[0]?.id;
  await owner.query("alter table duty_offices disable trigger guard_content");
  await owner.query("delete from duty_offices where tenant_id = $1 and duty_id = $2 and office_id = $3", [
    tenant.id,
    dutyId,
    offices.get("VP ĐĐBQH&HĐND"),
  ]);
  await owner.query("alter table duty_offices enable trigger guard_content");
  const created = await executeCommand(createTask, as(database.phuTho, "VPTU", "records-clerk"), {
    dutyId,
    title: "Tập huấn nghiệp vụ của hai văn phòng",
    description: "",
  });
  return created.taskId;
}

/** The Party Committee Office remarks on a clause while the text is negotiated. */
function remarkOn(seeded: SeededTenant) {
  return async (versionId: string): Promise<number> => {
    await executeCommand(raisePoint, as(seeded, "VPTU", "specialist"), {
      versionId,
      at: "scope.1",
      kind: "remark",
      words: "Ý kiến của Văn phòng Tỉnh ủy",
    });
    return 1;
  };
}

async function decline(seeded: SeededTenant): Promise<void> {
  const { versionId } = await openAgreement(
    seeded,
    { title: "Quy chế bị từ chối", contact: "VPTU" },
    remarkOn(seeded),
  );
  await executeCommand(declineToSign, as(seeded, "VPTU", "chief"), {
    versionId,
    reason: "Chưa thống nhất Điều 4.",
  });
}

// An invitation, an answer and a count of the confirmed meeting, as the owner: the day of the meeting is not yet.
async function inviteAndCount(
  database: SeededDatabase,
  { tenant }: SeededTenant,
  meetingId: string,
  accountId: string,
): Promise<void> {
  const client = await database.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    await client.query(
      `insert into meeting_invitations (tenant_id, meeting_id, account_id, person_ids, state, sequence, digest, at)
        values ($1, $2, $3, '{}', 'invited', 3, repeat('0', 64), now())`,
      [tenant.id, meetingId, accountId],
    );
    await client.query(
      `insert into meeting_answers (tenant_id, id, meeting_id, person_id, answer, starts_at, ends_at, answered_at, account_id, by_office_id)
        select m.tenant_id, gen_random_uuid(), m.id, l.person_id, 'attends', m.starts_at, m.ends_at, now(), $3, m.lead_office_id
        from meetings m join meeting_leaders l on l.tenant_id = m.tenant_id and l.meeting_id = m.id where m.tenant_id = $1 and m.id = $2`,
      [tenant.id, meetingId, accountId],
    );
    await client.query(
      `insert into meeting_presences (tenant_id, meeting_id, body_id, post_id, person_id, state)
        select b.tenant_id, b.meeting_id, b.body_id, l.post_id, l.person_id, 'present'
        from meeting_bodies b join meeting_leaders l on l.tenant_id = b.tenant_id and l.meeting_id = b.meeting_id
        where b.tenant_id = $1 and b.meeting_id = $2`,
      [tenant.id, meetingId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

// A confirmed meeting takes the place of a held one, and the week is published: rows in every table of the calendar.
async function fillCalendar(database: SeededDatabase, seeded: SeededTenant): Promise<string> {
  const [chief, clerk] = [as(seeded, "VPTU", "chief"), as(seeded, "VPTU", "records-clerk")];
  const { rows } = await database.pool("owner").query<{ id: string }>(
    `select d.id from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.duty_key = 'party-meetings' and v.state = 'signed' and v.effective_until is null`,
    [seeded.tenant.id],
  );
  const monday = plusDays(mondayOf(dayAt(new Date())), 21);
  const file = async (input: object) =>
    (
      await executeCommand(fileMeeting, clerk, {
        title: "Cuộc họp của văn phòng",
        kindKey: "other",
        day: formatDay(monday),
        from: "8:00",
        until: "9:00",
        chairPostId: seeded.leaderPosts.get("Bí thư Tỉnh ủy"),
        ...input,
      })
    ).meetingId;
  const governed = {
    dutyId: rows[0]?.id,
    bodyIds: [seeded.bodies.get("TU")],
    kitIds: [seeded.rooms.get("BTT")],
  };
  await file(governed);
  const meetingId = await file({ ...governed, kindKey: "party-plenum" });
  await executeCommand(approveMeeting, chief, { meetingId, revision: 1 });
  await executeCommand(confirmMeeting, chief, {
    meetingId,
    revision: 2,
    displaceReason: "Hội nghị Ban Chấp hành",
  });
  await inviteAndCount(database, seeded, meetingId, chief.session.accountId);
  await executeCommand(publishSheet, chief, { monday, after: 0 });
  await executeCommand(createFeed, chief, {});
  await executeCommand(fileSeries, clerk, {
    title: "Giao ban nội bộ hằng tuần",
    kindKey: "other",
    day: formatDay(plusDays(monday, 1)),
    from: "16:00",
    until: "17:00",
    chairText: "Chánh Văn phòng",
    visibility: "restricted",
    repeat: "weekly",
    times: "3",
  });
  return file({ from: "14:00", until: "15:00", visibility: "restricted" });
}

// A file of a task, and a form that came back: bytes as the product keeps them, rows as the owner writes them.
async function fillFiles(database: SeededDatabase, seeded: SeededTenant, taskId: string): Promise<string> {
  const fileId = randomUUID();
  const bytes = Buffer.from("Danh sách học viên\n", "utf8");
  await putBytes(seeded.tenant.id, fileId, bytes);
  const post = seeded.posts.find((each) => each.officeCode !== "VPTU");
  const owner = await database.pool("owner").connect();
  try {
    await owner.query("begin");
    await owner.query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    await owner.query(
      `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read,
          created_at)
        values ($1, $2, 'task', $3, $4, $5, 'danh-sach.txt', 'text/plain', $6, encode(sha256($7), 'hex'), true, now())`,
      [seeded.tenant.id, fileId, taskId, post?.officeId, post?.accountId, bytes.length, bytes],
    );
    await owner.query(
      "insert into returned_forms (tenant_id, id, account_id, sealed, created_at) values ($1, $2, $3, '', now())",
      [seeded.tenant.id, randomUUID(), post?.accountId],
    );
    await owner.query("commit");
  } finally {
    owner.release();
  }
  return fileId;
}

// A root that the operator listed, a key that waits for its certificate, and a turn that somebody gave back: as the owner, the turn's own trigger switched off for a moment.
async function fillSigning(database: SeededDatabase, { tenant }: SeededTenant): Promise<void> {
  const owner = database.pool("owner");
  await owner.query(
    `insert into signing_roots (tenant_id, id, subject, sha256, certificate_der, listed_at)
      select tenant_id, gen_random_uuid(), 'Root', encode(sha256(certificate_der), 'hex'), certificate_der, now()
      from certificate_authorities where tenant_id = $1`,
    [tenant.id],
  );
  await owner.query("alter table signing_turns disable trigger user");
  await owner.query(
    `insert into signing_turns (tenant_id, id, version_id, round_id, party_id, person_id, post_id, account_id, document_id,
        taken_at, until, ended_at, outcome)
      select s.tenant_id, gen_random_uuid(), s.version_id, s.round_id, s.party_id, s.person_id, s.post_id, s.account_id,
        s.document_id, s.signed_at, s.signed_at + interval '30 minutes', now(), 'given-back'
      from signatures s where s.tenant_id = $1 limit 1`,
    [tenant.id],
  );
  await owner.query("alter table signing_turns enable trigger user");
  await fillOutsideParties(owner, tenant.id);
  await owner.query("alter table signing_key_requests disable trigger guard_request");
  await owner.query(
    `insert into signing_key_requests (tenant_id, id, person_id, post_id, account_id, public_key, wrapped_key, requested_at)
      select s.tenant_id, gen_random_uuid(), s.person_id, s.post_id, s.account_id, '\\x00', '\\x00', now()
      from signatures s where s.tenant_id = $1 limit 1`,
    [tenant.id],
  );
  await owner.query("alter table signing_key_requests enable trigger guard_request");
}

// An organisation outside that is a party of a signed agreement, its link, what it said and its signature: past their triggers.
async function fillOutsideParties(
  owner: ReturnType<SeededDatabase["pool"]>,
  tenantId: string,
): Promise<void> {
  const tables = [
    "external_bodies",
    "external_parties",
    "external_links",
    "external_answers",
    "external_declines",
    "external_signatures",
    "external_signers",
  ];
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(
    `with body as (
        insert into external_bodies (tenant_id, id, kind, name, account_id, changed_at)
        select tenant_id, gen_random_uuid(), 'front', 'Tổ chức ngoài cổng', account_id, now() from signatures where tenant_id = $1 limit 1
        returning id),
      signature as (select * from signatures where tenant_id = $1 order by id limit 1),
      party as (
        insert into external_parties (tenant_id, id, agreement_id, body_id, name, office_id, signing_title, signer_name, ordinal,
          account_id, named_at)
        select $1, gen_random_uuid(), p.agreement_id, body.id, 'Tổ chức ngoài cổng', p.office_id, 'Chủ tịch', 'Người ký', 1,
          s.account_id, now() from signature s join agreement_parties p on p.id = s.party_id, body returning id, office_id),
      link as (
        insert into external_links (tenant_id, id, version_id, party_id, purpose, secret_hash, office_id, account_id, created_at,
          expires_at)
        select $1, gen_random_uuid(), s.version_id, party.id, 'sign', encode(sha256(s.id::text::bytea), 'hex'), party.office_id,
          s.account_id, now(), now() + interval '30 days' from signature s, party),
      answer as (
        insert into external_answers (tenant_id, id, version_id, party_id, answer, content_hash, via, at)
        select $1, gen_random_uuid(), s.version_id, party.id, 'consented', 'x', 'link', now() from signature s, party),
      signer as (
        insert into external_signers (tenant_id, id, version_id, party_id, signing_title, signer_name, reason, account_id, named_at)
        select $1, gen_random_uuid(), s.version_id, party.id, 'Chủ tịch', 'Người khác', 'Thay người.', s.account_id, now()
        from signature s, party),
      decline as (
        insert into external_declines (tenant_id, id, version_id, round_id, party_id, reason, at)
        select $1, gen_random_uuid(), s.version_id, s.round_id, party.id, 'Chưa đủ căn cứ.', now() from signature s, party)
      insert into external_signatures (tenant_id, id, version_id, round_id, party_id, document_id, certificate_id, field_name, via,
        signed_at)
      select $1, gen_random_uuid(), s.version_id, s.round_id, party.id, s.document_id, s.certificate_id, 'party_4', 'link', now()
      from signature s, party`,
    [tenantId],
  );
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
}

async function anyTask(database: SeededDatabase, seeded: SeededTenant): Promise<string> {
  const { rows } = await database
    .pool("owner")
    .query<{ id: string }>("select id from tasks where tenant_id = $1 order by id limit 1", [
      seeded.tenant.id,
    ]);
  return rows[0]?.id ?? "";
}

// A letter that the Party Committee Office took in for itself, twice, so that the second looks the same; its own office is named
// once more, so that the table has a row.
async function takeLetter(database: SeededDatabase, seeded: SeededTenant): Promise<string> {
  const letter = {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "post",
    bodyId: seeded.bodies.get("TU"),
    fullName: "Đỗ Thị Lạ Mặt",
    phone: "0933 444 555",
    subject: "Kiến nghị về nhà văn hóa",
    denounces: "no",
  };
  const clerk = as(seeded, "VPTU", "records-clerk");
  await executeCommand(takePetition, clerk, letter);
  const { petitionId } = await executeCommand(takePetition, clerk, letter);
  const client = await database.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    await client.query(
      `insert into petition_offices (tenant_id, petition_id, office_id, part)
        select tenant_id, id, lead_office_id, 'informed' from petitions where id = $1`,
      [petitionId],
    );
    await client.query(
      `insert into petition_checks (tenant_id, petition_id, condition_key, met, basis, account_id, checked_at)
        select tenant_id, id, 'written', true, 'TT 05/2021', filing_account_id, now() from petitions where id = $1`,
      [petitionId],
    );
    await client.query(
      `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, sent_on, state,
          back_reason, account_id, created_at, answered_at)
        select p.tenant_id, gen_random_uuid(), p.id, o.id, p.lead_office_id, 'Thuộc cấp ủy', '1/PC', portal_today(), 'taken-back',
          'Trả lại', p.filing_account_id, now(), now()
        from petitions p join offices o on o.tenant_id = p.tenant_id and o.id <> p.lead_office_id where p.id = $1 limit 1`,
      [petitionId],
    );
    await client.query(
      `insert into petition_joins (tenant_id, id, petition_id, other_id, kind, reason, office_id, account_id, at, undone_at, undone_by)
        select p.tenant_id, gen_random_uuid(), p.id, m.other_id, 'apart', 'x', p.lead_office_id, p.filing_account_id, now(), now(),
          p.filing_account_id
        from petitions p join petition_matches m on m.tenant_id = p.tenant_id and m.petition_id = p.id where p.id = $1 limit 1`,
      [petitionId],
    );
    await client.query(
      `with opened as (
          insert into petition_cases (tenant_id, id, code, title, lead_office_id, account_id, opened_at, changed_at)
          select p.tenant_id, gen_random_uuid(), 'VV-' || p.code, 'Nhà văn hóa xuống cấp', p.lead_office_id, p.filing_account_id, now(), now()
          from petitions p where p.id = $1 returning tenant_id, id, lead_office_id, account_id),
        member as (
          insert into petition_case_members (tenant_id, id, case_id, petition_id, kept, office_id, account_id, reason, at)
          select tenant_id, gen_random_uuid(), id, $1, 'plain', lead_office_id, account_id, 'Cùng việc', now() from opened),
        speaker as (
          insert into petition_case_representatives (tenant_id, id, case_id, petition_id, kept, full_name, document, appointed_on, office_id,
            account_id, at, ended_at, ended_by, end_reason)
          select tenant_id, gen_random_uuid(), id, $1, 'plain', 'Đỗ Thị Lạ Mặt', 'Giấy cử', portal_today(), lead_office_id, account_id, now(),
            now(), account_id, 'Thôi' from opened)
        insert into petition_case_steps (tenant_id, id, case_id, kind, on_day, document, office_id, account_id, at)
        select tenant_id, gen_random_uuid(), id, 'settled', portal_today(), '1/QĐ', lead_office_id, account_id, now() from opened`,
      [petitionId],
    );
    await client.query(
      `insert into look_up_reviews (tenant_id, id, office_id, reviewed_until, account_id, at)
        select p.tenant_id, gen_random_uuid(), p.lead_office_id, p.created_at, p.filing_account_id, now() from petitions p where p.id = $1`,
      [petitionId],
    );
    await client.query(
      `insert into national_handovers (tenant_id, id, office_id, ordinal, after_seq, until_seq, steps, json, json_sha256, xlsx,
          xlsx_sha256, account_id, at, state, refusal_reason, answered_by, answered_at)
        select p.tenant_id, gen_random_uuid(), p.lead_office_id, 1, 0, 1, 1, '{}', encode(sha256('{}'), 'hex'), '', encode(sha256(''), 'hex'),
          p.filing_account_id, now(), 'refused', 'Thiếu mã', p.filing_account_id, now() from petitions p where p.id = $1`,
      [petitionId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  await executeCommand(amendPetition, clerk, {
    ...letter,
    petitionId,
    revision: 1,
    note: "Nộp tại nhà văn hóa",
    reason: "Ghi thiếu nơi nộp",
  });
  await fillOutside(database, seeded, petitionId);
  await lookAtSealed(seeded);
  await keepASubject(seeded);
  return petitionId;
}

// A body outside that once had another name, a slip to it that is past, and the link of that slip.
async function fillOutside(database: SeededDatabase, seeded: SeededTenant, petitionId: string) {
  const clerk = as(seeded, "VPTU", "records-clerk");
  const body = { kind: "commune", name: "Ủy ban nhân dân xã Thử" };
  const { bodyId } = await executeCommand(keepExternalBody, clerk, body);
  await executeCommand(keepExternalBody, clerk, {
    ...body,
    bodyId,
    revision: 1,
    name: `${body.name} nghiệm`,
  });
  const client = await database.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    await client.query(
      `with slip as (
          insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_body_id, to_name, reason, document_number, sent_on,
            state, back_ground, account_id, created_at, answered_at, answered_via)
          select p.tenant_id, gen_random_uuid(), p.id, p.lead_office_id, $2, 'x', 'x', '2/PC', portal_today(), 'taken-back', 'unclear',
            p.filing_account_id, now() - interval '1 minute', now(), 'link' from petitions p where p.id = $1
          returning tenant_id, id, petition_id, from_office_id, account_id)
        insert into forward_links (tenant_id, id, petition_id, forward_id, secret_hash, office_id, account_id, created_at, expires_at)
        select tenant_id, gen_random_uuid(), petition_id, id, md5(id::text) || md5(id::text), from_office_id, account_id, now(),
          now() + interval '90 days' from slip`,
      [petitionId, bodyId],
    );
    // Corrected, the letter was compared anew: only now does what is put beside it stay.
    await client.query(
      `insert into petition_case_matches (tenant_id, petition_id, other_id, score, found_at)
        select m.tenant_id, m.petition_id, m.other_id, 70, now() from petition_matches m where m.petition_id = $1 limit 1`,
      [petitionId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function attachScan(
  database: SeededDatabase,
  seeded: SeededTenant,
  petitionId: string,
): Promise<string> {
  const scan = await textUpload("don.txt", "Bản quét của đơn");
  await executeCommand(attachScans, as(seeded, "VPTU", "records-clerk"), { petitionId, files: [scan] });
  const { rows } = await database
    .pool("owner")
    .query<{ id: string }>("select id from files where subject_id = $1", [petitionId]);
  return rows[0]?.id ?? "";
}

// A letter in which somebody may be denounced, opened once by the chief, who gave it to the head of a department.
async function lookAtSealed(seeded: SeededTenant): Promise<void> {
  const { petitionId } = await executeCommand(takePetition, as(seeded, "VPTU", "records-clerk"), {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "post",
    bodyId: seeded.bodies.get("TU"),
    fullName: "Đỗ Thị Lạ Mặt",
    subject: "Việc thu tiền ở thôn",
    denounces: "unsure",
  });
  const handler = postOf(seeded, "VPTU", "department-head");
  await executeCommand(lookAtPetition, as(seeded, "VPTU", "chief"), { petitionId, reason: "Phân loại đơn" });
  await executeCommand(assignPetition, as(seeded, "VPTU", "chief"), {
    petitionId,
    revision: 1,
    handler: `${handler.postId}.${handler.personId}`,
    reason: "",
  });
}

// A subject the province keeps beside the signed table.
async function keepASubject(seeded: SeededTenant): Promise<void> {
  const chief = as(seeded, "VPTU", "chief");
  await executeCommand(keepCompetence, chief, {
    rows: 0,
    label: "Việc của tổ hòa giải ở cơ sở",
    officeId: postOf(seeded, "VPTU", "chief").officeId,
    basis: "Căn cứ giả định, Điều 1",
    validFrom: formatDay(dayAt(new Date())),
  });
}

// A letter of the Party Committee Office about which one paper left.
async function issueAPaper(
  database: SeededDatabase,
  seeded: SeededTenant,
): Promise<{ petitionId: string; paperId: string }> {
  const { petitionId } = await executeCommand(takePetition, as(seeded, "VPTU", "records-clerk"), {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "post",
    bodyId: seeded.bodies.get("TU"),
    fullName: "Đỗ Thị Lạ Mặt",
    subject: "Kiến nghị về sân bóng của thôn",
    class: "proposal",
    denounces: "no",
  });
  await executeCommand(issuePaper, as(seeded, "VPTU", "chief"), {
    petitionId,
    revision: 1,
    kind: "forwarding",
    abstract: "Đơn về sân bóng của thôn",
    body: "Chuyển đơn đến Ủy ban nhân dân xã để xem xét.",
    signerPostId: postOf(seeded, "VPTU", "chief").postId,
    numbering: "own",
    step: "issue",
    signedOn: formatDay(dayAt(new Date())),
  });
  // Another office was asked to contribute to it.
  const other =
    seeded.posts.find(({ officeCode }) => officeCode === "VP UBND") ??
    seeded.posts.find(({ officeCode }) => officeCode !== "VPTU");
  await executeCommand(askPart, as(seeded, "VPTU", "chief"), {
    petitionId,
    officeId: other?.officeId ?? "",
    request: "Quy hoạch của sân bóng",
    dueOn: formatDay(dayAt(new Date())),
  });
  const { rows } = await database
    .pool("owner")
    .query<{ id: string }>("select id from petition_papers where petition_id = $1", [petitionId]);
  return { petitionId, paperId: rows[0]?.id ?? "" };
}

// A party proposed to end an agreement, and took it back.
async function speakOfEnding(database: SeededDatabase, { tenant }: SeededTenant): Promise<void> {
  const client = await database.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(
      `with ending as (
          insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at, closing_office_id,
            closed_by, closed_at, close_reason)
          select v.tenant_id, gen_random_uuid(), v.agreement_id, portal_today() + 9, 'Hợp nhất văn phòng', 'withdrawn', p.office_id,
            r.opened_by, now(), p.office_id, r.opened_by, now(), 'Chưa cần'
          from agreement_versions v
          join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
          join signing_rounds r on r.tenant_id = v.tenant_id and r.version_id = v.id
          where v.tenant_id = $1 and v.state = 'signed' order by p.ordinal limit 1
          returning tenant_id, id, agreement_id, office_id, made_by)
        insert into ending_consents (tenant_id, ending_id, party_id, account, at)
        select e.tenant_id, e.id, p.id, e.made_by, now() from ending e
        join agreement_parties p on p.tenant_id = e.tenant_id and p.agreement_id = e.agreement_id and p.office_id = e.office_id`,
      [tenant.id],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

// Two offices spoke of handing over a task; nothing came of it.
async function speakOfHandingOver(database: SeededDatabase, { tenant }: SeededTenant): Promise<void> {
  const client = await database.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(
      `insert into task_handovers (tenant_id, id, task_id, from_office_id, to_office_id, from_duty_id, to_duty_id, state, word, made_by,
          made_at, answered_at)
        select t.tenant_id, gen_random_uuid(), t.id, t.lead_office_id, o.id, t.duty_id, t.duty_id, 'lapsed', 'Đề nghị nhận',
          t.creator_account_id, now(), now()
        from tasks t join offices o on o.tenant_id = t.tenant_id and o.id <> t.lead_office_id
        where t.tenant_id = $1 order by t.id, o.id limit 1`,
      [tenant.id],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function refuseVisit(seeded: SeededTenant): Promise<string> {
  const { petitionId } = await executeCommand(takePetition, as(seeded, "VPTU", "records-clerk"), {
    kind: "visit",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "desk",
    bodyId: seeded.bodies.get("TU"),
    fullName: "Đỗ Thị Lạ Mặt",
    subject: "Việc đã được trả lời bằng văn bản",
    denounces: "no",
    visitOutcome: "refused",
    refusalGround: "answered",
  });
  return petitionId;
}

// Two offices plan one leader on one day, one of them changes its item by a decision, and the overlap is settled. Then a draft.
async function planProgrammes(seeded: SeededTenant): Promise<string> {
  const [leaderPostId] = seeded.leaderPosts.values();
  const other = [...seeded.offices.keys()].find((code) => code !== "VPTU") ?? "";
  const plan = async (office: string, body: string, year: number) => {
    const chief = as(seeded, office, "chief");
    const input = { bodyId: seeded.bodies.get(body), period: String(year) };
    const { programmeId } = await executeCommand(draftProgramme, chief, input);
    const item = { title: `Hội nghị của ${body}`, due: `10/02/${year}`, leaderPostId, despite: "yes" };
    const { itemId } = await executeCommand(addItem, chief, { programmeId, ...item });
    return { programmeId, itemId, item };
  };
  const planned = await plan("VPTU", "TU", 2050);
  const second = await plan(other, "HDND", 2050);
  await executeCommand(issueProgramme, as(seeded, "VPTU", "chief"), { ...planned, revision: 1 });
  await executeCommand(issueProgramme, as(seeded, other, "chief"), { ...second, revision: 1 });
  await executeCommand(editItem, as(seeded, "VPTU", "chief"), {
    itemId: planned.itemId,
    revision: 1,
    ...planned.item,
    note: "Đổi hình thức",
    decisionNumber: "01-TB/TU",
    decidedOn: formatDay(dayAt(new Date())),
    decidedBy: "Thường trực Tỉnh ủy",
  });
  const found = await runQuery(getOverlaps, as(seeded, "VPTU", "chief"), { year: 2050 });
  const [overlap] = found?.view.overlaps ?? [];
  await executeCommand(settleOverlap, as(seeded, "VPTU", "chief"), {
    itemId: overlap?.one.itemId,
    otherItemId: overlap?.other?.itemId,
    basis: overlap?.basis,
    reason: "Họp chung một buổi",
  });
  return (await plan("VPTU", "TU", 2051)).programmeId;
}

// Every table is to hold rows of both provinces: a table without rows would prove nothing.
async function fillTheRest(database: SeededDatabase, seeded: SeededTenant): Promise<void> {
  const chief = as(seeded, "VPTU", "chief");
  const post = seeded.posts.find((each) => each.postId === chief.session.actingPostId);
  await decline(seeded);
  const worker = database.pool("worker");
  const client = await worker.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    await client.query(
      `insert into document_checks (tenant_id, id, version_id, document_id, ok, problems, at)
        select tenant_id, gen_random_uuid(), version_id, id, true, '[]', now() from issued_documents`,
    );
    // One mail that was given up, to the chief.
    await client.query(
      `with mail as (
          insert into mails (tenant_id, id, account_id, kind, subject_kind, subject_id, occasion, state, attempts, code, created_at,
            settled_at)
          values ($1, gen_random_uuid(), $2, 'notice', 'notice', gen_random_uuid(), 'stranger', 'failed', 1, '550', now(), now())
          returning tenant_id, id, account_id)
        insert into mail_contents (tenant_id, mail_id, account_id, subject, text)
          select tenant_id, id, account_id, 'Thông báo', 'Văn phòng có thông báo mới.' from mail`,
      [seeded.tenant.id, post?.accountId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  const owner = database.pool("owner");
  // The seed may inform nobody of anything; who leads may be informed too, as far as row security goes.
  await owner.query(
    `insert into task_informed (tenant_id, task_id, office_id)
      select tenant_id, id, lead_office_id from tasks where tenant_id = $1 order by id limit 1`,
    [seeded.tenant.id],
  );
  await speakOfEnding(database, seeded);
  await speakOfHandingOver(database, seeded);
  await owner.query(
    `insert into refusals (tenant_id, id, account_id, office_id, act, subject_kind, reason)
      values ($1, gen_random_uuid(), $2, $3, 'tasks.close', 'portal', '{}')`,
    [seeded.tenant.id, post?.accountId, post?.officeId],
  );
}

/** Puts into a seeded database what the proofs on strangers need: a fourth office, an office left out, a draft. */
// A secret of a letter, what its sender added, a form half typed, a mistyped code: as the functions for citizens leave them.
async function fillCitizens(database: SeededDatabase, { tenant }: SeededTenant, letterId: string) {
  const client = await database.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    for (const statement of [
      `insert into petition_secrets (tenant_id, petition_id, secret_hash, issued_at)
        select tenant_id, id, md5(id::text) || md5(id::text), now() from petitions where tenant_id = $1 and id = $2`,
      `insert into petition_additions (tenant_id, id, petition_id, kind, created_at)
        select tenant_id, gen_random_uuid(), id, 'contact', now() from petitions where tenant_id = $1 and id = $2`,
      `insert into citizen_drafts (tenant_id, id, sealed, created_at, changed_at)
        select tenant_id, gen_random_uuid(), '', now(), now() from petitions where tenant_id = $1 and id = $2`,
      `insert into citizen_tries (tenant_id, bucket, failures, window_start)
        select tenant_id, 7, 1, now() from petitions where tenant_id = $1 and id = $2`,
      `insert into citizen_tickets (tenant_id, ticket, used_at)
        select tenant_id, md5(id::text) || md5(id::text), now() from petitions where tenant_id = $1 and id = $2`,
      "insert into petition_sketches_due (tenant_id, petition_id) select tenant_id, id from petitions where tenant_id = $1 and id = $2",
    ]) {
      await client.query(statement, [tenant.id, letterId]);
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}

export async function addStrangers(database: SeededDatabase): Promise<Strangers> {
  const fourth = await addFourthOffice(database);
  const phuTho: SeededTenant = {
    ...database.phuTho,
    offices: new Map([...database.phuTho.offices, [fourth.officeCode, fourth.officeId]]),
    posts: [...database.phuTho.posts, fourth],
  };
  const taskWithoutCouncil = await createTaskWithoutCouncil(database);
  const draft = await executeCommand(draftAgreement, as(phuTho, "VPTU", "specialist"), {
    title: "Quy chế còn là dự thảo",
    officeIds: [...database.phuTho.offices.values()],
  });
  // The three that were there: the fourth office is no party.
  const agreed = await agreeOn(
    database.phuTho,
    { title: "Quy chế chờ mở vòng ký", contact: "VPTU" },
    remarkOn(database.phuTho),
  );
  for (const seeded of [database.phuTho, database.haGiang]) {
    await fillTheRest(database, seeded);
    await fillSigning(database, seeded);
  }
  const restrictedMeeting = await fillCalendar(database, database.phuTho);
  await fillCalendar(database, database.haGiang);
  const fileWithoutCouncil = await fillFiles(database, database.phuTho, taskWithoutCouncil);
  await fillFiles(database, database.haGiang, await anyTask(database, database.haGiang));
  const partyLetter = await takeLetter(database, database.phuTho);
  await fillCitizens(database, database.phuTho, partyLetter);
  await fillCitizens(database, database.haGiang, await takeLetter(database, database.haGiang));
  const partyScan = await attachScan(database, database.phuTho, partyLetter);
  const refusedVisit = await refuseVisit(database.phuTho);
  const paper = await issueAPaper(database, database.phuTho);
  await issueAPaper(database, database.haGiang);
  const programmeDraft = await planProgrammes(database.phuTho);
  await planProgrammes(database.haGiang);
  return {
    programmeDraft,
    phuTho,
    fourth,
    taskWithoutCouncil,
    fileWithoutCouncil,
    restrictedMeeting,
    partyLetter,
    partyScan,
    refusedVisit,
    paper,
    draft,
    agreed,
  };
}
