import type pg from "pg";

/** How many rows the least filled table holds: enough for a plan to matter; the deep test fills four times as many. */
export const filledRows = Number(process.env["FILLED_ROWS"] ?? 5_000);

// New ids follow from the number of the row, so that the tables fit each other: kind and number make the id.
const id = (kind: string, n = "n") => `md5('${kind}' || ${n})::uuid`;

// An hour of its own for every meeting, however many there are in some two years; three in five of them past.
const past = Math.round(0.6 * filledRows);
const hoursBetween = Math.max(1, Math.round(15_000 / filledRows));
const meetingAt = `(date_trunc('hour', now()) + (n - ${past}) * interval '${hoursBetween} hours')`;
const meetingState = `case when n % 20 = 0 then 'cancelled' when n > ${past + 500} and n % 3 = 0 then 'approved' else 'confirmed' end`;
const petitionClass =
  "(array['denunciation', 'complaint', 'proposal', 'feedback'])[case when n % 20 = 0 then 1 else 2 + n % 3 end]";
const programmeMonth = "(date '2020-01-01' - n * interval '1 month')::date";
const roomOf = "(1 + n % 40)";
const leaderOf = (n: string) => `(1 + ${n} % 200)`;

const statements: readonly string[] = [
  // People and their posts in every office.
  `insert into accounts (id, email, name, password_hash)
    select ${id("account")}, 'nguoi.' || n || '@phu-tho.example', 'Người ' || n, 'x' from numbers`,
  `insert into people (tenant_id, id, account_id, full_name)
    select $1, ${id("person")}, ${id("account")}, 'Người ' || n from numbers`,
  `insert into posts (tenant_id, id, office_id, role, title)
    select $1, ${id("post")}, offices.ids[1 + n % 3], 'specialist', 'Chuyên viên ' || n from numbers, offices`,
  `insert into post_holdings (tenant_id, id, post_id, person_id, from_date)
    select $1, ${id("holding")}, ${id("post")}, ${id("person")}, '2026-01-01' from numbers`,
  `insert into certificates (tenant_id, id, authority_id, person_id, serial, subject, sha256, certificate_der, not_before, not_after)
    select $1, ${id("certificate")}, (select id from certificate_authorities where tenant_id = $1), ${id("person")}, n::text,
      'Người ' || n, md5(n::text), '', now() - interval '1 day', now() + interval '1 year' from numbers`,
  `insert into signing_keys (tenant_id, certificate_id, person_id, wrapped_key)
    select $1, ${id("certificate")}, ${id("person")}, '' from numbers`,
  // Agreements with one version each, signed and over, but for a few that still wait.
  `insert into agreements (tenant_id, id, title, contact_office_id, created_at)
    select $1, ${id("agreement")}, 'Quy chế ' || n, offices.ids[1 + n % 3], now() - n * interval '1 hour' from numbers, offices`,
  `insert into agreement_parties (tenant_id, id, agreement_id, office_id, signing_post_id, ordinal)
    select $1, ${id("party", "(n * 3 + place)")}, ${id("agreement")}, offices.ids[place], ${id("post", "(n)")}, place
    from numbers, offices, generate_series(1, 3) place`,
  `insert into agreement_versions (tenant_id, id, agreement_id, number, state, abstract, bases, effective_from, effective_until,
      created_at, changed_at, signed_at)
    select $1, ${id("version")}, ${id("agreement")}, 1, case when over then 'signed' else 'awaiting-signatures' end, 'Về việc', '{}',
      case when over then date '2020-01-01' end, case when over then date '2021-01-01' end, now(), now(),
      case when over then now() end
    from (select n, n % 1000 <> 0 as over from numbers) n`,
  `insert into agreement_articles (tenant_id, version_id, article_key, ordinal, chapter_ordinal, chapter_title, heading, clauses)
    select $1, ${id("version")}, 'a' || place, place, 1, 'Chương', 'Điều', array['Khoản'] from numbers, generate_series(1, 2) place`,
  `insert into coordination_areas (tenant_id, version_id, area_key, ordinal, title, article_key)
    select $1, ${id("version")}, 'l1', 1, 'Lĩnh vực', 'a1' from numbers`,
  `insert into coordination_duties (tenant_id, id, version_id, duty_key, area_key, ordinal, clause, text, short_text, lead_rule,
      opinion_days, silence)
    select $1, ${id("duty")}, ${id("version")}, 'd1', 'l1', 1, 1, 'Việc', 'Việc', 'by-table', 5, 'remind' from numbers`,
  `insert into duty_lead_rows (tenant_id, version_id, duty_id, subject_key, ordinal, label, office_id, basis)
    select $1, ${id("version")}, ${id("duty")}, 's1', 1, 'Đối tượng', offices.ids[1], 'x' from numbers, offices`,
  `insert into duty_offices (tenant_id, version_id, duty_id, office_id, part)
    select $1, ${id("version")}, ${id("duty")}, offices.ids[place], 'assist' from numbers, offices, generate_series(1, 2) place`,
  `insert into consents (tenant_id, version_id, party_id, content_hash, account_id, at)
    select $1, ${id("version")}, ${id("party", "(n * 3 + place)")}, 'x', ${id("account")}, now()
    from numbers, generate_series(1, 3) place`,
  `insert into signing_rounds (tenant_id, id, version_id, state, number, year, symbol, issue_date, content_hash, opened_by, opened_at,
      ended_at)
    select $1, ${id("round")}, ${id("version")}, case when over then 'completed' else 'open' end, 1 + n, 2020, 'QCPH', '2020-01-01', 'x',
      ${id("account")}, now(), case when over then now() end
    from (select n, n % 1000 <> 0 as over from numbers) n`,
  `insert into round_signers (tenant_id, id, version_id, round_id, party_id, step)
    select $1, ${id("turn", "(n * 3 + place)")}, ${id("version")}, ${id("round")}, ${id("party", "(n * 3 + place)")}, place
    from numbers, generate_series(1, 3) place`,
  `insert into signing_delegations (tenant_id, id, office_id, kind, post_id, to_post_id, to_person_id, basis, from_date, until_date,
      made_by, made_at)
    select $1, ${id("delegation")}, offices.ids[1 + n % 3], 'KT', ${id("post")}, ${id("post", "(1 + (n + 1) % 7)")},
      ${id("person", "(1 + (n + 1) % 7)")}, 'Căn cứ', '2020-01-01', '2020-12-31', ${id("account")}, now() - n * interval '1 hour'
    from numbers, offices`,
  // One in a hundred is proposed, the others were taken back.
  `insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at, closing_office_id,
      closed_by, closed_at, close_reason)
    select $1, ${id("ending")}, ${id("agreement")}, date '2030-01-01', 'Lý do', case when n % 100 = 0 then 'proposed' else 'withdrawn' end,
      offices.ids[1 + n % 3], ${id("account")}, now(), case when n % 100 > 0 then offices.ids[1 + n % 3] end,
      case when n % 100 > 0 then ${id("account")} end, case when n % 100 > 0 then now() end, case when n % 100 > 0 then 'x' end
    from numbers, offices`,
  `insert into ending_consents (tenant_id, ending_id, party_id, account, at)
    select $1, ${id("ending")}, ${id("party", "(n * 3 + place)")}, ${id("account")}, now() from numbers, generate_series(1, 2) place`,
  `insert into register_entries (tenant_id, office_id, year, number, round_id, state)
    select $1, offices.ids[1 + n % 3], 2020, 1 + n, ${id("round")}, 'used' from numbers, offices`,
  `insert into issued_documents (tenant_id, id, version_id, round_id, seq, sha256, bytes, created_at)
    select $1, ${id("document", "(n * 4 + place)")}, ${id("version")}, ${id("round")}, place, encode(sha256(''), 'hex'), '', now()
    from numbers, generate_series(0, 3) place`,
  `insert into signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id, account_id, certificate_id,
      field_name, method, signed_at)
    select $1, ${id("signature", "(n * 3 + place)")}, ${id("version")}, ${id("round")}, ${id("party", "(n * 3 + place)")},
      ${id("document", "(n * 4 + place)")}, ${id("person")}, ${id("post")}, ${id("account")}, ${id("certificate")},
      'party_' || place, 'portal-key', now()
    from numbers, generate_series(1, 3) place`,
  `insert into signing_turns (tenant_id, id, version_id, round_id, party_id, person_id, post_id, account_id, document_id, taken_at,
      until, ended_at, outcome)
    select $1, ${id("taken")}, ${id("version")}, ${id("round")}, ${id("party", "(n * 3 + 1)")}, ${id("person")}, ${id("post")},
      ${id("account")}, ${id("document", "(n * 4)")}, now() - interval '1 day', now() - interval '1 day' + interval '30 minutes',
      now() - interval '1 day', 'given-back' from numbers`,
  `insert into signing_key_requests (tenant_id, id, person_id, post_id, account_id, public_key, wrapped_key, requested_at)
    select $1, ${id("keyrequest")}, ${id("person")}, ${id("post")}, ${id("account")}, '\\x00', '\\x00', now() from numbers`,
  `insert into organisation_signatures (tenant_id, id, version_id, round_id, party_id, document_id, person_id, post_id, account_id,
      certificate_id, field_name, signed_at)
    select $1, ${id("organisation")}, ${id("version")}, ${id("round")}, ${id("party", "(n * 3 + 1)")}, ${id("document", "(n * 4 + 3)")},
      ${id("person")}, ${id("post")}, ${id("account")}, ${id("certificate")}, 'office_1', now() from numbers`,
  `insert into external_parties (tenant_id, id, agreement_id, body_id, name, office_id, signing_title, signer_name, ordinal, account_id,
      named_at)
    select $1, ${id("outside")}, ${id("agreement")}, ${id("outsidebody")}, 'Tổ chức',
      offices.ids[1], 'Chủ tịch', 'Người ký', 1, ${id("account")}, now() from numbers, offices`,
  `insert into external_links (tenant_id, id, version_id, party_id, purpose, secret_hash, office_id, account_id, created_at, expires_at)
    select $1, ${id("outsidelink")}, ${id("version")}, ${id("outside")}, 'consent', encode(sha256(n::text::bytea), 'hex'), offices.ids[1],
      ${id("account")}, now(), now() + interval '30 days' from numbers, offices`,
  `insert into external_answers (tenant_id, id, version_id, party_id, answer, content_hash, via, at)
    select $1, ${id("outsideanswer")}, ${id("version")}, ${id("outside")}, 'consented', 'x', 'link', now() from numbers`,
  `insert into external_signatures (tenant_id, id, version_id, round_id, party_id, document_id, certificate_id, field_name, via, signed_at)
    select $1, ${id("outsidesignature")}, ${id("version")}, ${id("round")}, ${id("outside")}, ${id("document", "(n * 4 + 3)")},
      ${id("certificate")}, 'party_4', 'link', now() from numbers`,
  `insert into external_signers (tenant_id, id, version_id, party_id, signing_title, signer_name, reason, account_id, named_at)
    select $1, ${id("outsidesigner")}, ${id("version")}, ${id("outside")}, 'Chủ tịch', 'Người khác', 'Lý do', ${id("account")}, now()
    from numbers`,
  `insert into external_declines (tenant_id, id, version_id, round_id, party_id, reason, at)
    select $1, ${id("outsidedecline")}, ${id("version")}, ${id("round")}, ${id("outside")}, 'Lý do', now() from numbers`,
  `insert into signing_declines (tenant_id, id, version_id, round_id, party_id, account_id, reason, at)
    select $1, ${id("decline")}, ${id("version")}, ${id("round")}, ${id("party", "(n * 3 + 1)")}, ${id("account")}, 'Lý do', now()
    from numbers`,
  `insert into document_checks (tenant_id, id, version_id, document_id, ok, problems, at)
    select $1, ${id("check")}, ${id("version")}, ${id("document", "(n * 4 + 3)")}, true, '[]', now() from numbers`,
  `insert into clause_points (tenant_id, id, version_id, article_key, clause, kind, state, office_id, account_id, words, raised_at)
    select $1, ${id("point", "(n * 3 + place)")}, ${id("version")}, 'a1', 1, 'remark', 'open', offices.ids[place], ${id("account")},
      'Ý kiến', now() from numbers, offices, generate_series(1, 3) place`,
  `insert into consented_texts (tenant_id, id, version_id, party_id, content_hash, content, consented_at)
    select $1, ${id("text", "(n * 3 + place)")}, ${id("version")}, ${id("party", "(n * 3 + place)")}, 'x', '{}', now()
    from numbers, generate_series(1, 3) place`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[place], kind, case kind when 'agreement' then ${id("agreement")} else ${id("version")} end,
      now() - n * interval '1 hour', 'party', n % 1000 = 0
    from numbers, offices, generate_series(1, 3) place, unnest(array['agreement', 'agreement-version']) kind`,
  // Tasks under the version in force, led by each office in turn; one in ten is open. Of the closed ones four in nine
  // have a part that was still out when they were closed.
  `insert into tasks (tenant_id, id, title, description, version_id, duty_id, lead_office_id, creator_office_id, creator_account_id,
      state, due_on, result, created_at, closed_at)
    select $1, ${id("task")}, 'Công việc ' || n, '', duty.version_id, duty.id, offices.ids[1 + n % 3], offices.ids[1 + n % 3],
      ${id("account")}, case when open then 'open' else 'closed' end, date '2026-01-01' + n % 700,
      case when open then null else 'Xong' end, now() - n * interval '1 minute', case when open then null else now() end
    from (select n, n % 10 = 0 as open from numbers) n, offices, duty`,
  `insert into task_assists (tenant_id, task_id, office_id, state, request, due_on, asked_at)
    select $1, ${id("task")}, offices.ids[1 + (n + 1) % 3], case when n % 10 < 5 then 'asked' else 'named' end, 'Đề nghị',
      date '2026-01-01' + n % 700, now() from numbers, offices`,
  `insert into task_informed (tenant_id, task_id, office_id)
    select $1, ${id("task")}, offices.ids[1 + (n + 2) % 3] from numbers, offices`,
  // One in a hundred waits for its answer.
  `insert into task_handovers (tenant_id, id, task_id, from_office_id, to_office_id, from_duty_id, to_duty_id, state, word, made_by,
      made_at, answered_at)
    select $1, ${id("handover")}, ${id("task")}, offices.ids[1 + n % 3], offices.ids[1 + (n + 1) % 3], duty.id, duty.id,
      case when n % 100 = 0 then 'offered' else 'lapsed' end, 'Lời', ${id("account")}, now(), case when n % 100 = 0 then null else now() end
    from numbers, offices, duty`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open, owed, owed_on)
    select $1, offices.ids[1 + (n + place) % 3], 'task', ${id("task")}, now() - n * interval '1 minute',
      (array['lead', 'assist', 'informed'])[1 + place], n % 10 = 0, case when n % 10 = 0 and place = 1 then 'asked' end,
      case when n % 10 = 0 and place = 1 then date '2026-01-01' + n % 700 end
    from numbers, offices, generate_series(0, 2) place`,
  `insert into audit_events (tenant_id, id, seq, at, name, subject_kind, subject_id, account_id, office_id, payload, prev_hash, hash)
    select $1, ${id("event", "(n * 2 + place)")}, 1000000 + n * 2 + place, now(), 'tasks.created',
      case place when 0 then 'task' else 'agreement-version' end, case place when 0 then ${id("task")} else ${id("version")} end,
      ${id("account")}, offices.ids[1 + n % 3], '{}', 'x', 'x'
    from numbers, offices, generate_series(0, 1) place`,
  // Of letters, one in ten by nobody in an office.
  `insert into audit_events (tenant_id, id, seq, at, name, subject_kind, subject_id, account_id, office_id, payload, prev_hash, hash)
    select $1, md5('letter event' || n)::uuid, 3000000 + n, now(), 'petitions.classified', 'petition', ${id("petition")},
      case when n % 10 > 0 then ${id("account")} end, case when n % 10 > 0 then offices.ids[1 + n % 3] end, '{}', 'x', 'x'
    from numbers, offices`,
  `insert into refusals (tenant_id, id, at, account_id, office_id, act, subject_kind, reason)
    select $1, ${id("refusal")}, now() - n * interval '1 minute', ${id("account")}, offices.ids[1 + n % 3], 'tasks.close', 'task', '{}'
    from numbers, offices`,
  // Two years of meetings of 200 leaders in 40 rooms; most are confirmed, the newest wait.
  `insert into resources (tenant_id, id, kind, name, person_id)
    select $1, ${id("leader")}, 'leader', 'Người ' || n, ${id("person")} from numbers`,
  `insert into resources (tenant_id, id, kind, name, site)
    select $1, ${id("room")}, 'room', 'Phòng họp ' || n, 'Trụ sở ' || n % 3 from numbers where n <= 40`,
  `insert into resources (tenant_id, id, kind, name)
    select $1, ${id("kit")}, 'kit', 'Bộ họp trực tuyến ' || n from numbers where n <= 40`,
  `insert into meeting_series (tenant_id, id, office_id, account_id, rule, first_day, except_days, created_at)
    select $1, ${id("series")}, offices.ids[1 + n % 3], ${id("account")}, 'FREQ=WEEKLY;COUNT=50', '2020-01-06', '{}', now()
    from numbers, offices`,
  // Fifty meetings each, as far as the series reach.
  `insert into meetings (tenant_id, id, series_id, title, kind_key, version_id, duty_id, lead_office_id, filing_office_id, filing_account_id,
      state, starts_at, ends_at, room_id, chair_post_id, hold_until, reason, created_at, approved_at, confirmed_at, changed_at)
    select $1, ${id("meeting")}, ${id("series", "(1 + n / 50)")}, 'Cuộc họp ' || n, 'other', duty.version_id, duty.id, offices.ids[1 + n % 3], offices.ids[1 + n % 3],
      ${id("account")}, state, ${meetingAt}, ${meetingAt} + interval '1 hour', ${id("room", roomOf)}, ${id("post", leaderOf("n"))},
      date '2099-01-01', case state when 'cancelled' then 'Lý do' end, now(),
      case when state in ('approved', 'confirmed') then now() end, case state when 'confirmed' then now() end, now()
    from (select n, ${meetingState} as state from numbers) n, offices, duty`,
  // An act a minute, each person a hundred of them within the hour and before.
  `insert into meeting_undos (tenant_id, id, act_id, act, meeting_id, office_id, account_id, revision, before, at)
    select $1, ${id("undo")}, ${id("act")}, 'cancel', ${id("meeting")}, offices.ids[1 + n % 3], ${id("account", "(1 + n % 200)")}, 2, '{}',
      now() - n * interval '1 minute' from numbers, offices`,
  `insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part)
    select $1, ${id("meeting")}, ${id("person", leaderOf("(n + place)"))}, ${id("post", leaderOf("(n + place)"))},
      (array['chair', 'required'])[1 + place]
    from numbers, generate_series(0, 1) place`,
  `insert into meeting_kits (tenant_id, meeting_id, resource_id)
    select $1, ${id("meeting")}, ${id("kit", "(1 + n % 40)")} from numbers`,
  `insert into meeting_bodies (tenant_id, meeting_id, body_id)
    select $1, ${id("meeting")}, (select id from bodies where tenant_id = $1 order by rank limit 1) from numbers`,
  `insert into meeting_answers (tenant_id, id, meeting_id, person_id, answer, starts_at, ends_at, answered_at, account_id, by_office_id)
    select $1, ${id("answer")}, ${id("meeting")}, ${id("person", leaderOf("n"))}, 'attends', ${meetingAt}, ${meetingAt} + interval '1 hour',
      now(), ${id("account")}, offices.ids[1] from numbers, offices`,
  `insert into meeting_presences (tenant_id, meeting_id, body_id, post_id, person_id, state)
    select $1, ${id("meeting")}, (select id from bodies where tenant_id = $1 order by rank limit 1), ${id("post", leaderOf("n"))},
      ${id("person", leaderOf("n"))}, 'present' from numbers`,
  `insert into meeting_invitations (tenant_id, meeting_id, account_id, person_ids, state, sequence, digest, at)
    select $1, ${id("meeting")}, ${id("account")}, '{}', 'invited', 1, repeat('0', 64), now() from numbers`,
  `insert into meeting_offices (tenant_id, meeting_id, office_id, part)
    select $1, ${id("meeting")}, offices.ids[1 + (n + 1) % 3], 'assist' from numbers, offices`,
  // Triggers are off, the constraint is not: no two of these meetings are in the same hour.
  `insert into resource_claims (tenant_id, id, resource_id, meeting_id, starts_at, ends_at, kind, hold_until)
    select $1, ${id("claim", "(n * 3 + place)")},
      case place when 2 then ${id("room", roomOf)} else ${id("leader", leaderOf("(n + place)"))} end, ${id("meeting")},
      ${meetingAt}, ${meetingAt} + interval '1 hour', case state when 'confirmed' then 'confirmed' else 'hold' end,
      case state when 'confirmed' then null else date '2099-01-01' end
    from (select n, ${meetingState} as state from numbers) n, generate_series(0, 2) place where state <> 'cancelled'`,
  `insert into displacements (tenant_id, id, meeting_id, by_meeting_id, reason, starts_at, ends_at, answer, answered_at)
    select $1, ${id("displacement")}, ${id("meeting")}, ${id("meeting", "(n - 1)")}, 'Lý do', ${meetingAt},
      ${meetingAt} + interval '1 hour', 'moved', now() from numbers`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[1 + (n + place) % 3], 'meeting', ${id("meeting")}, ${meetingAt},
      (array['lead', 'assist', 'reader'])[1 + place], ${meetingState} in ('filed', 'approved')
    from numbers, offices, generate_series(0, 2) place`,
  // More weeks than a calendar has, all before the seeded ones.
  `insert into week_sheets (tenant_id, id, monday, created_at)
    select $1, ${id("sheet")}, date '2020-01-06' - n * 7, now() from numbers`,
  `insert into week_sheet_versions (tenant_id, id, sheet_id, number, published_at, office_id, account_id, version_id, duty_id, signer,
      audit_head, rows)
    select $1, ${id("sheet version")}, ${id("sheet")}, 0, now(), offices.ids[1], ${id("account")}, duty.version_id, duty.id, '{}', 'x', '[]'
    from numbers, offices, duty`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[place], 'week-sheet', ${id("sheet")}, date '2020-01-06' - n * 7, 'reader', false
    from numbers, offices, generate_series(1, 3) place`,
  // More months than a province plans, all before the seeded ones; one item, one decision and one settled overlap each.
  `insert into work_programmes (tenant_id, id, kind, body_id, office_id, starts_on, ends_on, state, creator_account_id, created_at,
      issued_at, issued_by)
    select $1, ${id("programme")}, 'month', (select id from bodies where tenant_id = $1 order by rank limit 1), offices.ids[1 + n % 3],
      ${programmeMonth}, (${programmeMonth} + interval '1 month')::date - 1, 'issued', ${id("account")}, now(), now(), ${id("account")}
    from numbers, offices`,
  `insert into programme_items (tenant_id, id, programme_id, ordinal, title, lead_office_id, starts_on, ends_on, precision, state, created_at)
    select $1, ${id("item")}, ${id("programme")}, 1, 'Nội dung ' || n, offices.ids[1 + n % 3], ${programmeMonth},
      (${programmeMonth} + interval '1 month')::date - 1, 'month', 'active', now() from numbers, offices`,
  `insert into programme_changes (tenant_id, id, programme_id, item_id, item_revision, act, decision_number, decided_on, decided_by,
      office_id, account_id)
    select $1, ${id("decision")}, ${id("programme")}, ${id("item")}, 0, 'add', '1', current_date, 'Lãnh đạo', offices.ids[1 + n % 3],
      ${id("account")} from numbers, offices`,
  `insert into overlap_settlements (tenant_id, id, kind, programme_id, item_id, basis, reason, office_id, account_id)
    select $1, ${id("settlement")}, 'meeting', ${id("programme")}, ${id("item")}, 'meeting', 'Lý do', offices.ids[1 + n % 3],
      ${id("account")} from numbers, offices`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[1 + (n + place) % 3], 'work-programme', ${id("programme")}, ${programmeMonth},
      case place when 0 then 'lead' else 'reader' end, false from numbers, offices, generate_series(0, 2) place`,
  `insert into notices (tenant_id, id, office_id, kind, subject_kind, subject_id, payload, created_at)
    select $1, ${id("notice", "(n * 3 + place)")}, offices.ids[place], 'meeting-changed', 'meeting', ${id("meeting")}, '{}',
      now() - n * interval '1 minute' from numbers, offices, generate_series(1, 3) place`,
  // Addresses of one office's calendar, most of them revoked long ago.
  `insert into calendar_feeds (tenant_id, id, office_id, account_id, scope, resource_id, token_hash, created_at, revoked_at)
    select $1, ${id("feed")}, offices.ids[1 + n % 3], ${id("account")}, 'leader', ${id("leader", leaderOf("n"))},
      encode(sha256(('feed' || n)::bytea), 'hex'), now() - n * interval '1 minute', case when n % 10 > 0 then now() end
    from numbers, offices`,
  // Mails to one account in ten, one in fifty of them given up.
  `insert into mails (tenant_id, id, account_id, kind, subject_kind, subject_id, occasion, state, created_at, next_at, settled_at)
    select $1, ${id("mail")}, ${id("account", "(1 + n % 2000)")}, 'notice', 'notice', ${id("notice")}, 'fill' || n,
      case when n % 50 = 0 then 'failed' else 'sent' end, now() - n * interval '1 minute', null, now() from numbers`,
  `insert into mail_contents (tenant_id, mail_id, account_id, subject, text)
    select $1, ${id("mail")}, ${id("account", "(1 + n % 2000)")}, 'Thông báo', 'Nội dung' from numbers`,
  // One file a task, and forms that nobody looked at again.
  `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, created_at)
    select $1, ${id("file")}, 'task', ${id("task")}, offices.ids[1 + n % 3], ${id("account")}, 'x.pdf', 'application/pdf', 1,
      repeat('0', 64), true, now() from numbers, offices`,
  `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, sealed,
      created_at)
    select $1, ${id("scan")}, 'petition', ${id("petition")}, offices.ids[1 + n % 3], ${id("account")}, 'scan-1',
      'application/octet-stream', 1, repeat('0', 64), true, true, now() from numbers, offices`,
  // And one of each letter that was there before, by the letter's own id: their keys open.
  `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, sealed,
      created_at)
    select p.tenant_id, p.id, 'petition', p.id, p.filing_office_id, ${id("account", "1")}, 'scan-1', 'application/octet-stream', 1,
      repeat('0', 64), true, true, now() from petitions p where p.tenant_id = $1`,
  `insert into returned_forms (tenant_id, id, account_id, sealed, created_at)
    select $1, ${id("returned form")}, ${id("account")}, '', now() - n * interval '1 second' from numbers`,
  // Letters of two years to each body in turn, one in twenty a denunciation; each read by two offices.
  `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, filing_account_id,
      lead_office_id, channel, received_on, class, denounces, identity, subject, content, state, created_at, changed_at)
    select $1, ${id("petition")}, 'D-' || n, 'letter', (select id from bodies where tenant_id = $1 order by rank limit 1),
      offices.ids[1 + n % 3], offices.ids[1 + n % 3], ${id("account")}, offices.ids[1 + n % 3], 'post',
      current_date - (n / 28), ${petitionClass}, case when n % 20 = 0 then 'yes' else 'no' end,
      case when n % 20 = 0 then 'sealed' else 'plain' end, 'Đơn về việc thứ ' || n, case when n % 20 = 0 then null else '' end,
      'classified', now(), now() from numbers, offices`,
  `insert into petition_people (tenant_id, id, petition_id, identity, full_name, phone_hash, id_hash, sealed)
    select $1, ${id("petitioner")}, ${id("petition")}, case when n % 20 = 0 then 'sealed' else 'plain' end,
      case when n % 20 = 0 then null else 'Người gửi ' || n end, case when n % 20 = 0 then null else md5('phone' || n) end,
      case when n % 20 = 0 then null else md5('number' || n) end, case when n % 20 = 0 then ''::bytea end from numbers`,
  `insert into petition_keys (tenant_id, petition_id, tenant_key_id, wrapped, created_at)
    select $1, ${id("petition")}, (select id from tenant_keys where tenant_id = $1 and purpose = 'letters'), '', now() from numbers`,
  `insert into petition_offices (tenant_id, petition_id, office_id, part)
    select $1, ${id("petition")}, offices.ids[1 + (n + 1) % 3], 'informed' from numbers, offices`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[1 + (n + place) % 3], 'petition', ${id("petition")}, current_date - (n / 28),
      (array['lead', 'informed'])[1 + place], true from numbers, offices, generate_series(0, 1) place`,
  // One in twenty was given to somebody of the office that handles it.
  `insert into petition_entries (tenant_id, office_id, petition_id, received_on, kind, body_id, receiving_office_id, channel, class, state,
      handler_post_id, handler_person_id)
    select $1, offices.ids[1 + (n + place) % 3], ${id("petition")}, current_date - (n / 28), 'letter',
      (select id from bodies where tenant_id = $1 order by rank limit 1), offices.ids[1 + n % 3], 'post', ${petitionClass}, 'classified',
      case when place = 0 and n % 20 = 0 then ${id("post")} end, case when place = 0 and n % 20 = 0 then ${id("person")} end
    from numbers, offices, generate_series(0, 1) place`,
  `insert into petition_handlers (tenant_id, id, petition_id, ordinal, office_id, post_id, person_id, names, account_id, at)
    select $1, ${id("handler")}, ${id("petition")}, 1, offices.ids[1 + n % 3], ${id("post")}, ${id("person")}, false, ${id("account")}, now()
    from numbers, offices`,
  `insert into petition_checks (tenant_id, petition_id, condition_key, met, basis, account_id, checked_at)
    select $1, ${id("petition")}, 'written', n % 3 > 0, 'TT 05/2021', ${id("account")}, now() from numbers`,
  // One in a hundred waits for its receipt, for being taken back, for its result.
  `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, sent_on, state,
      back_reason, result, account_id, created_at, answered_at)
    select $1, ${id("forward")}, ${id("petition")}, offices.ids[1 + n % 3], offices.ids[1 + (n + 1) % 3], 'x', n || '/PC', current_date,
      case n % 100 when 0 then 'sent' when 1 then 'sent-back' when 2 then 'acknowledged' else 'answered' end, 'x', 'x',
      ${id("account")}, now(), case when n % 100 = 0 then null else now() end from numbers, offices`,
  // One in a hundred is owed, one to be taken over.
  `insert into petition_contributions (tenant_id, petition_id, lead_office_id, office_id, version_id, duty_id, state, due_on, request,
      contribution, names, asked_at, contributed_at, contributed_by, taken_over_at)
    select $1, ${id("petition")}, offices.ids[1 + n % 3], offices.ids[1 + (n + 1) % 3], duty.version_id, duty.id,
      case n % 100 when 0 then 'asked' when 1 then 'contributed' else 'taken-over' end, current_date, '',
      case when n % 100 > 0 then ''::bytea end, false, now(), case when n % 100 > 0 then now() end,
      case when n % 100 > 0 then ${id("person")} end, case when n % 100 > 1 then now() end from numbers, offices, duty`,
  `insert into forward_links (tenant_id, id, petition_id, forward_id, secret_hash, office_id, account_id, created_at, expires_at)
    select $1, ${id("link")}, ${id("petition")}, ${id("forward")}, md5('link' || n) || md5('hash' || n), offices.ids[1 + n % 3],
      ${id("account")}, now(), now() + interval '90 days' from numbers, offices`,
  `insert into petition_changes (tenant_id, id, petition_id, revision, kind, fields, sealed, office_id, account_id, at)
    select $1, ${id("change")}, ${id("petition")}, 2, 'reopened', '{}', repeat('x', 40)::bytea, offices.ids[1 + n % 3], ${id("account")}, now()
    from numbers, offices`,
  `insert into petition_looks (tenant_id, id, petition_id, office_id, account_id, file_id, reason, at)
    select $1, ${id("look")}, ${id("petition")}, offices.ids[1 + n % 3], ${id("account")}, case when n % 2 = 0 then ${id("scan")} end,
      'Xác minh', now() - n * interval '1 minute' from numbers, offices`,
  `insert into look_up_reviews (tenant_id, id, office_id, reviewed_until, account_id, at)
    select $1, md5('review' || n)::uuid, offices.ids[1 + n % 3], now() - n * interval '1 minute', ${id("account")}, now() from numbers, offices`,
  `insert into national_handovers (tenant_id, id, office_id, ordinal, after_seq, until_seq, steps, json, json_sha256, xlsx, xlsx_sha256,
      account_id, at, state, refusal_reason, answered_by, answered_at)
    select $1, md5('handover' || n)::uuid, offices.ids[1 + n % 3], n, 0, 1, 1, '', encode(sha256(''), 'hex'), '', encode(sha256(''), 'hex'),
      ${id("account")}, now(), 'refused', 'Thiếu mã', ${id("account")}, now() from numbers, offices`,
  `insert into petition_papers (tenant_id, id, petition_id, office_id, kind, series, year, ordinal, number, issued_on, signer_post_id,
      signer, names, sealed, account_id, at)
    select $1, md5('paper' || n)::uuid, ${id("petition")}, offices.ids[1 + n % 3], 'guidance', '/PHD-X', 2026, n, n || '/PHD-X',
      date '2026-01-05', (select id from posts where tenant_id = $1 order by id limit 1), 'x', false, '', ${id("account")}, now()
    from numbers, offices`,
  `insert into petition_grams (tenant_id, office_id, gram, received_on, petition_id)
    select $1, offices.ids[1 + (n + place) % 3], gram, current_date - (n / 28), ${id("petition")}
    from numbers, offices, generate_series(0, 1) place,
      unnest(array['#d' || n, 'don', 'don ve', 've viec', 'thu ' || n, 'nguoi gui', 'gui ' || n]) gram`,
  // Keyed numbers of letters, each found by three marks, one in ten like another; and who asked, a hundred times an account.
  `insert into petition_sketches (tenant_id, petition_id, identity, petitioner, matter, petitioner_marks, matter_marks)
    select $1, ${id("petition")}, case when n % 20 = 0 then 'sealed' else 'plain' end, null, '', '{}', array[n, n / 10, -1] from numbers`,
  `insert into petition_marks (tenant_id, mark, unread, petition_id)
    select $1, mark, n % 10 = 0, ${id("petition")} from numbers, unnest(array[n, -n / 10, -1000000]) mark`,
  `insert into petition_matches (tenant_id, petition_id, other_id, score, why, found_at)
    select $1, ${id("petition")}, ${id("petition", "(n - 1)")}, 90, 'both', now() from numbers`,
  `insert into petition_sketches_due (tenant_id, petition_id) select $1, ${id("petition")} from numbers`,
  // Cases of three letters each, with who speaks for them, and one step.
  `insert into petition_case_matches (tenant_id, petition_id, other_id, score, found_at)
    select $1, ${id("petition")}, ${id("petition", "(n - 1)")}, 70, now() from numbers`,
  `insert into petition_cases (tenant_id, id, code, title, lead_office_id, account_id, opened_at, changed_at)
    select $1, ${id("case")}, 'VV-' || n, 'Vụ việc thứ ' || n, offices.ids[1 + n % 3], ${id("account")}, now() - n * interval '1 minute', now()
    from numbers, offices`,
  `insert into petition_case_members (tenant_id, id, case_id, petition_id, kept, office_id, account_id, reason, at, left_at, left_by, left_reason)
    select $1, ${id("member")}, ${id("case", "(1 + 3 * (n / 3))")}, ${id("petition")}, case when n % 20 > 0 then 'plain' end,
      offices.ids[1 + n % 3], ${id("account")}, 'Lý do', now(), case when n % 20 = 0 then now() end,
      case when n % 20 = 0 then ${id("account")} end, case when n % 20 = 0 then 'sealed' else '' end from numbers, offices`,
  `insert into petition_case_representatives (tenant_id, id, case_id, petition_id, kept, full_name, document, appointed_on, office_id, account_id,
      at, ended_at, ended_by)
    select $1, ${id("speaker")}, ${id("case")}, ${id("petition")}, case when n % 20 > 0 then 'plain' end,
      case when n % 20 > 0 then 'Người gửi' else '' end, 'Giấy cử', current_date, offices.ids[1 + n % 3], ${id("account")}, now(),
      case when n % 20 = 0 then now() end, case when n % 20 = 0 then ${id("account")} end from numbers, offices`,
  `insert into petition_case_steps (tenant_id, id, case_id, kind, on_day, document, office_id, account_id, at)
    select $1, ${id("step")}, ${id("case")}, 'settled', current_date, 'x/y', offices.ids[1 + n % 3], ${id("account")}, now() from numbers, offices`,
  `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
    select $1, offices.ids[1 + (n + place) % 3], 'petition-case', ${id("case")}, now() - n * interval '1 minute',
      (array['lead', 'informed'])[1 + place], true from numbers, offices, generate_series(0, 1) place`,
  `insert into petition_joins (tenant_id, id, petition_id, other_id, kind, reason, office_id, account_id, at)
    select $1, ${id("join")}, ${id("petition")}, ${id("petition", "(n - 1)")}, 'apart', 'x', offices.ids[1 + n % 3], ${id("account")}, now()
    from numbers, offices where n % 2 = 0 union all
    select $1, md5('join again' || n)::uuid, ${id("petition")}, ${id("petition", "(n - 2)")}, 'apart', 'x', offices.ids[1 + n % 3], ${id("account")}, now()
    from numbers, offices where n > 2`,
  `insert into look_ups (tenant_id, id, kind, source, account_id, office_id, asked, answers, at)
    select $1, ${id("look-up")}, 'same-letter', 'typing', ${id("account", "(1 + n % 200)")}, offices.ids[1 + n % 3], 1, 0,
      now() - n * interval '1 minute' from numbers, offices`,
  // Codes and secrets of citizens, what they added, what they type just now, and what was mistyped.
  `insert into petition_secrets (tenant_id, petition_id, secret_hash, issued_at)
    select $1, ${id("petition")}, md5('secret' || n) || md5('hash' || n), now() from numbers`,
  `insert into petition_additions (tenant_id, id, petition_id, kind, created_at, seen_at, seen_by)
    select $1, ${id("addition")}, ${id("petition")}, 'contact', now(), case when n % 100 = 0 then null else now() end,
      case when n % 100 = 0 then null else ${id("account")} end from numbers`,
  `insert into citizen_drafts (tenant_id, id, sealed, created_at, changed_at)
    select $1, ${id("draft")}, '', now() - n * interval '1 second', now() - n * interval '1 second' from numbers`,
  `insert into citizen_tries (tenant_id, bucket, failures, window_start) select $1, n, 1, now() from numbers`,
  `insert into citizen_tickets (tenant_id, ticket, used_at)
    select $1, md5('ticket' || n) || md5('used' || n), now() - n * interval '1 second' from numbers`,
  // What became of letters, and their clocks, one in five open.
  `insert into petition_milestones (tenant_id, id, petition_id, kind, on_day, office_id, at)
    select $1, ${id("milestone")}, ${id("petition")}, 'accepted', date '2024-01-01' + n % 1000, offices.ids[1 + n % 3], now()
    from numbers, offices`,
  `insert into petition_clocks (tenant_id, id, petition_id, office_id, step, start_event, started_on, facts, status, due_on, rule_key,
      rule_version, why, revision, met_on, created_at, closed_at)
    select $1, ${id("clock")}, ${id("petition")}, offices.ids[1 + n % 3], 'complaint-settle', 'accepted', date '2024-01-01' + n % 1000,
      '{}', case when n % 5 = 0 then 'running' else 'met' end, date '2024-02-01' + n % 1000, 'complaint.settle.1', 1, '[]', 1,
      case when n % 5 = 0 then null else date '2024-02-01' end, now() - n * interval '1 minute', case when n % 5 = 0 then null else now() end
    from numbers, offices`,
  // Sign-in.
  `insert into account_tenants (account_id, tenant) select ${id("account")}, $1 from numbers`,
  `insert into sessions (id, account_id, expires_at) select ${id("session")}, ${id("account")}, now() + interval '1 day' from numbers`,
];

/**
 * Fills one tenant of a seeded database with at least `filledRows` rows a table, by plain SQL with triggers off: what is
 * tested on it is how statements find rows, not what the rows say. Analysed at the end.
 */
export async function fill(superuser: pg.Pool, tenantId: string): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const statement of statements) {
      const [, into = ""] = /^insert into (.*)/s.exec(statement) ?? [];
      await client.query(
        `with numbers as (select generate_series(1, ${filledRows}) as n),
          offices as (select array_agg(id order by ordinal) as ids from offices where tenant_id = $1),
          duty as (select d.id, d.version_id from coordination_duties d join agreement_versions v
            on v.tenant_id = d.tenant_id and v.id = d.version_id
            where d.tenant_id = $1 and d.duty_key = 'training' and v.state = 'signed' and v.effective_until is null limit 1)
          insert into ${into}`,
        [tenantId],
      );
    }
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    client.release();
  }
}
