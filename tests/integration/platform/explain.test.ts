import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getOutsidePage } from "@/lib/agreements/external/queries/get-outside-page";
import { getAgreementHistory } from "@/lib/agreements/queries/get-agreement-history";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getComparison } from "@/lib/agreements/queries/get-comparison";
import { getConsolidated } from "@/lib/agreements/queries/get-consolidated";
import { getDraftOptions } from "@/lib/agreements/queries/get-draft-options";
import { getEnding } from "@/lib/agreements/queries/get-ending";
import { getIssuePage } from "@/lib/agreements/queries/get-issue-page";
import { getIssuedDocument } from "@/lib/agreements/queries/get-issued-document";
import { getNumberRegister } from "@/lib/agreements/queries/get-number-register";
import { getOfficeCertificates } from "@/lib/agreements/queries/get-office-certificates";
import { getOtherWays } from "@/lib/agreements/queries/get-other-ways";
import { getOwnCertificates } from "@/lib/agreements/queries/get-own-certificates";
import { getReceipt } from "@/lib/agreements/queries/get-receipt";
import { getSigningPage } from "@/lib/agreements/queries/get-signing-page";
import { getWordCopy } from "@/lib/agreements/queries/get-word-copy";
import { listAgreements } from "@/lib/agreements/queries/list-agreements";
import { listDelegations } from "@/lib/agreements/queries/list-delegations";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { getRefusals } from "@/lib/desk/queries/get-refusals";
import { askClashes } from "@/lib/meetings/queries/ask-clashes";
import { getApprovals } from "@/lib/meetings/queries/get-approvals";
import { getCalendarSettings } from "@/lib/meetings/queries/get-calendar-settings";
import { getCopyChoices } from "@/lib/meetings/queries/get-copy-choices";
import { getFeeds } from "@/lib/meetings/queries/get-feeds";
import { getFreeTimes } from "@/lib/meetings/queries/get-free-times";
import { getMeetingForm } from "@/lib/meetings/queries/get-meeting-form";
import { getMeetingLog } from "@/lib/meetings/queries/get-meeting-log";
import { getMeetingPage } from "@/lib/meetings/queries/get-meeting-page";
import { getNotices } from "@/lib/meetings/queries/get-notices";
import { getWeek } from "@/lib/meetings/queries/get-week";
import { listInvitations } from "@/lib/meetings/queries/list-invitations";
import { listMeetings } from "@/lib/meetings/queries/list-meetings";
import { getOutbox } from "@/lib/notifications/queries/get-outbox";
import type { OutboxOf } from "@/lib/notifications/types";
import { listOffices } from "@/lib/offices/queries/list-offices";
import { getCase } from "@/lib/petitions/cases/queries/get-case";
import { listCases } from "@/lib/petitions/cases/queries/list-cases";
import { getClockRule, getClockRules } from "@/lib/petitions/clocks/queries/get-clock-rules";
import { getLegalDays } from "@/lib/petitions/clocks/queries/get-legal-days";
import { listDue } from "@/lib/petitions/clocks/queries/list-due";
import { getCompetence } from "@/lib/petitions/competence/queries/get-competence";
import { listExternalBodies } from "@/lib/petitions/external/queries/list-external-bodies";
import { getHandoverFile } from "@/lib/petitions/handovers/queries/get-handover-file";
import { listHandovers } from "@/lib/petitions/handovers/queries/list-handovers";
import { numberBooks } from "@/lib/petitions/numbers";
import { countPetitions } from "@/lib/petitions/queries/count-petitions";
import { getPaper } from "@/lib/petitions/queries/get-paper";
import { getPaperForm } from "@/lib/petitions/queries/get-paper-form";
import { getPetitionAssigning } from "@/lib/petitions/queries/get-petition-assigning";
import { getPetitionConcluding } from "@/lib/petitions/queries/get-petition-concluding";
import { findEarlier, getPetitionForm } from "@/lib/petitions/queries/get-petition-form";
import { getPetitionForwarding } from "@/lib/petitions/queries/get-petition-forwarding";
import { getPetitionLog } from "@/lib/petitions/queries/get-petition-log";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { getPetitionReceipt } from "@/lib/petitions/queries/get-petition-receipt";
import { getRegisterSheet } from "@/lib/petitions/queries/get-register-sheet";
import { getScan } from "@/lib/petitions/queries/get-scan";
import { listLookUps } from "@/lib/petitions/queries/list-look-ups";
import { listLooks } from "@/lib/petitions/queries/list-looks";
import { listPetitions } from "@/lib/petitions/queries/list-petitions";
import { loadNextNumbers, loadNextPaperNumber, takeNumber } from "@/lib/petitions/take-number";
import type { PetitionFilter } from "@/lib/petitions/types";
import { dayAt } from "@/lib/platform/dates/days";
import { appClient } from "@/lib/platform/db/client";
import { getFile } from "@/lib/platform/files/answer-file";
import { encodeListKey } from "@/lib/platform/queries/list-key";
import { type Query, runQuery } from "@/lib/platform/queries/run-query";
import { getHandovers } from "@/lib/tasks/queries/get-handovers";
import { getObedience } from "@/lib/tasks/queries/get-obedience";
import { getTaskLog } from "@/lib/tasks/queries/get-task-log";
import { getTaskOptions } from "@/lib/tasks/queries/get-task-options";
import { getTaskPage } from "@/lib/tasks/queries/get-task-page";
import { listTasks, type TaskListInput } from "@/lib/tasks/queries/list-tasks";
import { getItemForm } from "@/lib/work-programmes/queries/get-item-form";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { getProgramme } from "@/lib/work-programmes/queries/get-programme";
import { getProgrammeForm } from "@/lib/work-programmes/queries/get-programme-form";
import { getProgrammeLog } from "@/lib/work-programmes/queries/get-programme-log";
import { getProgrammeTree } from "@/lib/work-programmes/queries/get-programme-tree";
import { as } from "@/prisma/seed/caller";
import { tenantTables } from "@/tests/integration/platform/support/catalogue";
import {
  type Explained,
  explainingClient,
  nodesOf,
} from "@/tests/integration/platform/support/explaining-client";
import { fill, filledRows } from "@/tests/integration/platform/support/fill";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

// A province has a handful of these, and the planner reads a handful whole.
const small = [
  "audit_heads",
  "bodies",
  "calendar_settings",
  "certificate_authorities",
  "clock_rules",
  "clock_settings",
  "competence_rows",
  "external_bodies",
  "external_body_names",
  "legal_days",
  "meeting_kinds",
  "office_bodies",
  "offices",
  "quorum_rules",
  "signing_roots",
  "tenant_keys",
  "tenants",
];
// The directory shows every post of the province and who holds it: dozens in life, thousands here.
const smallOnDirectory = ["posts", "post_holdings", "people"];

// Of a few thousand meetings the planner reads all to count a month's by their kinds; of more it does not.
const monthOfFew = filledRows < 20_000 ? ["meetings"] : [];

/** What one step of a page may read at most: an exact count goes to 1,000 and no further. */
const mostRows = 4_000;

let database: SeededDatabase;
let explaining: ReturnType<typeof explainingClient>;
let ids: Record<
  | "agreement"
  | "waiting"
  | "task"
  | "file"
  | "document"
  | "signature"
  | "duty"
  | "meeting"
  | "held"
  | "repeated"
  | "monday"
  | "petition"
  | "programme"
  | "item",
  string
>;

beforeAll(async () => {
  database = await seededDatabase();
  ids = await seededIds();
  await fill(database.pool("superuser"), database.phuTho.tenant.id);
  explaining = explainingClient(database.urls.app);
  // The product takes its client from here when there is one already.
  const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
  if (kept.portalClients) kept.portalClients.app = explaining.client;
  if (appClient() !== explaining.client) throw new Error("the product does not use the explaining client");
}, 600_000);

afterAll(async () => {
  await explaining.close();
  await database.close();
});

async function seededIds(): Promise<typeof ids> {
  const { rows } = await database.pool("owner").query(
    `select (select agreement_id from agreement_versions where tenant_id = $1 and state = 'signed') as agreement,
      (select agreement_id from agreement_versions where tenant_id = $1 and state = 'awaiting-signatures') as waiting,
      (select id from tasks where tenant_id = $1 limit 1) as task,
      md5('file7')::uuid as file,
      (select duty_id from tasks where tenant_id = $1 limit 1) as duty,
      (select id from issued_documents where tenant_id = $1 limit 1) as document,
      (select s.id from signatures s join signing_rounds r on r.id = s.round_id where s.tenant_id = $1 and r.state = 'completed' limit 1)
        as signature,
      (select id from meetings where tenant_id = $1 and state = 'confirmed' order by id limit 1) as meeting,
      (select id from meetings where tenant_id = $1 and state = 'approved' order by id limit 1) as held,
      (select monday::text from week_sheets where tenant_id = $1) as monday,
      (select id from petitions where tenant_id = $1 and lead_office_id = (
        select id from offices where tenant_id = $1 and code = 'VPTU') order by identity = 'plain' desc, id limit 1) as petition,
      (select id from work_programmes where tenant_id = $1 and kind = 'year' order by starts_on, id limit 1) as programme,
      (select i.id from programme_items i where i.tenant_id = $1 and i.programme_id = (
        select id from work_programmes where tenant_id = $1 and kind = 'year' order by starts_on, id limit 1) limit 1) as item,
      md5('meeting500')::uuid as repeated`,
    [database.phuTho.tenant.id],
  );
  return rows[0];
}

type Case = { name: string; run: () => Promise<unknown>; excused: readonly string[] };

function of<Input, View>(
  name: string,
  query: Query<Input, View>,
  input: () => Input,
  excused: readonly string[] = [],
): Case {
  return { name, run: () => runQuery(query, as(database.phuTho, "VPTU", "chief"), input()), excused };
}

/** The id a row of `fill` has. */
function filled(name: string): string {
  return createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Some way down a list, where seeking and skipping part ways.
const deep = encodeListKey({
  at: `${new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, -1)}000Z`,
  id: "88888888-8888-4888-8888-888888888888",
});
const deepAgreement = encodeListKey({
  at: `${new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, -1)}000Z`,
  id: "88888888-8888-4888-8888-888888888888",
});

function tasksOf(name: string, input: TaskListInput): Case {
  return of(name, listTasks, () => input);
}

function asAdministrator(name: string, input: { of: OutboxOf; after?: string }): Case {
  const caller = () => as(database.phuTho, "VPTU", "tenant-administrator");
  return { name, run: () => runQuery(getOutbox, caller(), input), excused: [] };
}

// The demonstration's programmes are those of the next year.
const nextYear = Number(dayAt(new Date()).slice(0, 4)) + 1;

const nobody = { leaderPostIds: [], roomId: null, minutes: 120, notBefore: null };
const everything = {
  span: "month" as const,
  leaderPostId: null,
  roomId: null,
  officeId: null,
  bodyId: null,
  kindKey: null,
};

const letters: PetitionFilter = {
  from: "2020-01-01",
  until: "2099-12-31",
  kind: null,
  bodyId: null,
  officeId: null,
  channel: null,
  handler: null,
  class: null,
  state: null,
};

const cases: readonly Case[] = [
  of("getDesk", getDesk, () => ({})),
  of("getRefusals", getRefusals, () => ({})),
  of("getRefusals, further down", getRefusals, () => ({ after: deep })),
  of("listOffices", listOffices, () => ({}), smallOnDirectory),
  of("listAgreements", listAgreements, () => ({})),
  of("listAgreements, further down", listAgreements, () => ({ after: deepAgreement })),
  of("getAgreementPage", getAgreementPage, () => ({ agreementId: ids.agreement })),
  of("getAgreementPage, a version", getAgreementPage, () => ({
    agreementId: ids.agreement,
    versionNumber: 1,
  })),
  of("getAgreementHistory", getAgreementHistory, () => ({ agreementId: ids.agreement })),
  of("getComparison", getComparison, () => ({ agreementId: ids.agreement, from: 1, to: 1 })),
  of("getConsolidated", getConsolidated, () => ({ agreementId: ids.agreement, on: "2026-12-01" })),
  of("getWordCopy", getWordCopy, () => ({ agreementId: ids.agreement })),
  of("getNumberRegister", getNumberRegister, () => ({})),
  of("getNumberRegister, further down", getNumberRegister, () => ({ year: 2020, after: 3_000 })),
  of("getDraftOptions", getDraftOptions, () => ({})),
  of("getEnding", getEnding, () => ({ agreementId: ids.agreement })),
  of("listDelegations", listDelegations, () => ({}), smallOnDirectory),
  of("getIssuedDocument", getIssuedDocument, () => ({ documentId: ids.document })),
  of("getOwnCertificates", getOwnCertificates, () => ({})),
  of("getOfficeCertificates", getOfficeCertificates, () => ({})),
  of("getIssuePage", getIssuePage, () => ({ agreementId: ids.agreement })),
  of("getOtherWays", getOtherWays, () => ({ agreementId: ids.waiting })),
  of("getOutsidePage", getOutsidePage, () => ({ agreementId: ids.waiting })),
  of("getReceipt", getReceipt, () => ({ signatureId: ids.signature })),
  of("getSigningPage", getSigningPage, () => ({ agreementId: ids.waiting })),
  tasksOf("listTasks, all open", { part: "all", state: "open" }),
  tasksOf("listTasks, led", { part: "lead", state: "open" }),
  tasksOf("listTasks, assisted", { part: "assist", state: "open" }),
  tasksOf("listTasks, informed and closed", { part: "informed", state: "closed" }),
  tasksOf("listTasks, further down", { part: "all", state: "closed", after: deep }),
  of("getHandovers", getHandovers, () => ({ agreementId: ids.agreement })),
  of("getObedience", getObedience, () => ({
    agreementId: ids.agreement,
    from: "2026-01-01",
    until: "2026-12-31",
    open: null,
  })),
  of("getTaskPage", getTaskPage, () => ({ taskId: ids.task })),
  of("getTaskPage, with a form that came back", getTaskPage, () => ({
    taskId: ids.task,
    returned: `88888888-8888-4888-8888-888888888888.${"a".repeat(43)}`,
  })),
  of("getFile", getFile, () => ({ fileId: ids.file })),
  of("getTaskLog", getTaskLog, () => ({ taskId: ids.task })),
  of("getTaskOptions", getTaskOptions, () => ({})),
  of("getTaskOptions, a duty", getTaskOptions, () => ({ dutyId: ids.duty })),
  of("getWeek", getWeek, () => ({ day: ids.monday })),
  of("getWeek, a version", getWeek, () => ({ day: ids.monday, version: 0 })),
  of("getWeek, the working state", getWeek, () => ({ day: ids.monday, working: true })),
  of("getWeek, not published", getWeek, () => ({})),
  of("getMeetingPage", getMeetingPage, () => ({ meetingId: ids.meeting })),
  of("getMeetingPage, one that waits", getMeetingPage, () => ({ meetingId: ids.held })),
  of("getMeetingPage, one of a series", getMeetingPage, () => ({ meetingId: ids.repeated })),
  of("getMeetingLog", getMeetingLog, () => ({ meetingId: ids.meeting })),
  of("getMeetingForm", getMeetingForm, () => ({})),
  of("getMeetingForm, one to mend", getMeetingForm, () => ({ meetingId: ids.held })),
  of("getApprovals", getApprovals, () => ({})),
  of("listInvitations", listInvitations, () => ({})),
  of("askClashes", askClashes, () => ({
    startsAt: new Date(Date.now() + 86_400_000),
    endsAt: new Date(Date.now() + 90_000_000),
    meetingId: ids.held,
    kindKey: "other",
    chairPostId: null,
    leaderPostIds: [...database.phuTho.leaderPosts.values()],
    roomId: database.phuTho.rooms.get("HTL") ?? null,
    kitIds: [],
  })),
  {
    name: "getDesk, of who keeps diaries",
    run: () => runQuery(getDesk, as(database.phuTho, "VPTU", "secretary"), {}),
    excused: smallOnDirectory,
  },
  of("getCopyChoices", getCopyChoices, () => ({ day: ids.monday })),
  of("getFreeTimes", getFreeTimes, () => ({
    ...nobody,
    leaderPostIds: [...database.phuTho.leaderPosts.values()],
  })),
  of("getFreeTimes, a room", getFreeTimes, () => ({
    ...nobody,
    roomId: database.phuTho.rooms.get("HTL") ?? null,
  })),
  of("listMeetings", listMeetings, () => ({ ...everything, at: ids.monday }), monthOfFew),
  of(
    "listMeetings, as days",
    listMeetings,
    () => ({ ...everything, at: ids.monday, grid: true }),
    monthOfFew,
  ),
  of(
    "listMeetings, of a leader",
    listMeetings,
    () => ({
      ...everything,
      at: ids.monday,
      leaderPostId: database.phuTho.leaderPosts.get("Bí thư Tỉnh ủy") ?? null,
    }),
    monthOfFew,
  ),
  of("getProgrammeTree", getProgrammeTree, () => ({ year: nextYear })),
  of("getOverlaps", getOverlaps, () => ({ year: nextYear })),
  of("getProgrammeForm", getProgrammeForm, () => null),
  of("getProgramme", getProgramme, () => ({ programmeId: ids.programme })),
  of("getProgrammeLog", getProgrammeLog, () => ({ programmeId: ids.programme })),
  of("getItemForm", getItemForm, () => ({ programmeId: ids.programme, itemId: undefined })),
  of("getItemForm, one to mend", getItemForm, () => ({ programmeId: ids.programme, itemId: ids.item })),
  of("getCalendarSettings", getCalendarSettings, () => ({})),
  of("getFeeds", getFeeds, () => ({})),
  of("getFeeds, further down", getFeeds, () => ({ after: deep })),
  of("getOutbox", getOutbox, () => ({ of: "own" as const })),
  asAdministrator("getOutbox, of everybody", { of: "all" }),
  asAdministrator("getOutbox, further down", { of: "all", after: deep }),
  asAdministrator("getOutbox, given up", { of: "failed" }),
  // A count reads as many lines of its index as it counts, and nothing else.
  of("countPetitions", countPetitions, () => ({ from: "2020-01-01", until: "2099-12-31" }), [
    "petition_entries",
  ]),
  of("getRegisterSheet", getRegisterSheet, () => ({ ...letters, from: "2020-01-01" }), ["petition_entries"]),
  of("getPetitionForm", getPetitionForm, () => ({ words: "", likeId: ids.petition })),
  of("findEarlier", findEarlier, () => ({ words: "nguoi gui 777" })),
  of("getPetitionForm, who came before", getPetitionForm, () => ({ words: "nguoi gui 777", likeId: null })),
  of("listPetitions, searched", listPetitions, () => ({ ...letters, words: "don ve viec thu 777" })),
  of("listPetitions, searched with a slip", listPetitions, () => ({ ...letters, words: "nguoi guji don" })),
  of("listPetitions, by a telephone", listPetitions, () => ({ ...letters, words: "0912 000 222" })),
  {
    name: "listLooks",
    run: () => runQuery(listLooks, as(database.phuTho, "VPTU", "inspector"), {}),
    excused: [],
  },
  {
    name: "listLooks, further down",
    run: () => runQuery(listLooks, as(database.phuTho, "VPTU", "inspector"), { after: deep }),
    excused: [],
  },
  of("listExternalBodies", listExternalBodies, () => ({ bodyId: null })),
  {
    name: "listLookUps",
    run: () => runQuery(listLookUps, as(database.phuTho, "VPTU", "inspector"), {}),
    // Counted over a fortnight, which here holds a third of all rows.
    excused: ["look_ups"],
  },
  of("listHandovers", listHandovers, () => ({})),
  of("listHandovers, further down", listHandovers, () => ({ before: "900" })),
  of("getHandoverFile", getHandoverFile, () => ({ handoverId: filled("handover3"), kind: "json" as const })),
  of("listCases", listCases, () => ({})),
  of("getCase", getCase, () => ({ caseId: filled("case3") })),
  of("getScan", getScan, () => ({ petitionId: ids.petition, fileId: ids.petition })),
  of("getPaperForm", getPaperForm, () => ({ petitionId: ids.petition, kind: "", ofId: "" })),
  {
    name: "getPaper",
    // The keys of the rows that fill the tables open nothing: it ends there, after every row was found.
    run: () =>
      of("", getPaper, () => ({ petitionId: filled("petition3"), paperId: filled("paper3") }))
        .run()
        .catch((fault: Error) => fault.message),
    excused: [],
  },
  of("getPetitionConcluding", getPetitionConcluding, () => ({ petitionId: ids.petition })),
  {
    name: "numbers of the year",
    run: () =>
      of(
        "",
        async ({ tx, actor }) => {
          const book = { tenantId: actor.tenantId, officeId: actor.officeId, year: 2026 };
          await loadNextPaperNumber(tx, book, "acceptance");
          const takes = { number: "999999/PC", petitionId: ids.petition, anyway: false };
          for (const each of numberBooks) await takeNumber(tx, book, each, takes);
          return { next: await loadNextNumbers(tx, book) };
        },
        () => ({}),
      ).run(),
    excused: [],
  },
  of("getPetitionAssigning", getPetitionAssigning, () => ({ petitionId: ids.petition })),
  of("getPetitionForwarding", getPetitionForwarding, () => ({ petitionId: ids.petition })),
  of("getPetitionLog", getPetitionLog, () => ({ petitionId: ids.petition })),
  of("getPetitionPage", getPetitionPage, () => ({ petitionId: ids.petition })),
  of("getPetitionReceipt", getPetitionReceipt, () => ({ petitionId: ids.petition })),
  of("listPetitions", listPetitions, () => letters),
  // Filters are read in the index alone, without its table; what a rare pair of them costs grows with the office's own register.
  of(
    "listPetitions, a class of a body and a channel",
    listPetitions,
    () => ({
      ...letters,
      class: "denunciation" as const,
      channel: "post" as const,
      bodyId: database.phuTho.bodies.get("TU") ?? null,
    }),
    ["petition_entries"],
  ),
  of("listPetitions, of one who handles them", listPetitions, () => ({ ...letters, handler: "mine" })),
  of("listPetitions, further down", listPetitions, () => ({
    ...letters,
    state: "open" as const,
    after: deep,
  })),
  of("getNotices", getNotices, () => ({})),
  of("getNotices, further down", getNotices, () => ({ after: deep })),
  of("listDue", listDue, () => ({})),
  of("listDue, further down", listDue, () => ({ after: "2025-03-01.88888888-8888-4888-8888-888888888888" })),
  of("getCompetence", getCompetence, () => ({})),
  of("getLegalDays", getLegalDays, () => ({ year: null, day: null })),
  of("getClockRules", getClockRules, () => ({})),
  of("getClockRule", getClockRule, () => ({ key: "complaint.accept" })),
];

function findings(explained: readonly Explained[], excused: readonly string[] = []): string[] {
  return explained.flatMap(({ sql, plan }) =>
    nodesOf(plan).flatMap((node) => {
      const table = node["Relation Name"];
      if (!table || excused.includes(table)) return [];
      const read =
        ((node["Actual Rows"] ?? 0) +
          (node["Rows Removed by Filter"] ?? 0) +
          (node["Rows Removed by Index Recheck"] ?? 0)) *
        (node["Actual Loops"] ?? 1);
      const where = `in: ${sql.replaceAll(/\s+/g, " ").slice(0, 160)}`;
      if (node["Node Type"] === "Seq Scan" && !small.includes(table))
        return [`${table} is read whole ${where}`];
      return read > mostRows ? [`${Math.round(read)} rows of ${table} are read ${where}`] : [];
    }),
  );
}

describe(`with ${filledRows} rows a table`, () => {
  test("the tables are that full", async () => {
    for (const table of await tenantTables(database.pool("owner"))) {
      if (small.includes(table)) continue;
      const { rows } = await database.pool("owner").query(`select count(*)::int as rows from ${table}`);
      expect(rows[0].rows, table).toBeGreaterThanOrEqual(filledRows);
    }
  });

  test("every query of lib/**/queries has its case here", () => {
    const root = new URL("../../../", import.meta.url).pathname;
    const files = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" }).filter((file) =>
      /\/queries\/[^/]+\.ts$/.test(file),
    );
    const exported = files.flatMap((file) =>
      [...readFileSync(join(root, "lib", file), "utf8").matchAll(/^export const (\w+): Query</gm)].map(
        ([, name]) => name,
      ),
    );
    expect(exported.length).toBeGreaterThanOrEqual(15);
    const covered = new Set(cases.map((each) => each.name.replace(/,.*/, "")));
    expect(exported.filter((name) => !covered.has(name ?? ""))).toEqual([]);
  });

  test.each(cases)("$name finds its rows by an index", async ({ run, excused }) => {
    explaining.take();
    expect(await run()).not.toBeNull();
    const explained = explaining.take();
    expect(explained.length).toBeGreaterThan(0);
    expect(findings(explained, excused)).toEqual([]);
  });

  test("the check finds a statement that no index serves", async () => {
    explaining.take();
    await explaining.client.$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('app.tenant_id', ${database.phuTho.tenant.id}, true)`;
      await tx.$queryRaw`select count(*) from people where full_name like ${"%99%"}`;
    });
    expect(findings(explaining.take()).join()).toMatch(/people/);
  });
});

// The functions that row policies and pages call plan their own statements, which no plan of the caller shows.
describe("inside the database's own functions", () => {
  const bodies: readonly [string, string][] = [
    [
      "can_read",
      `select from access where tenant_id = current_tenant() and office_id = current_office() and kind = 'task'
        and subject_id = '88888888-8888-4888-8888-888888888888' and (until is null or until >= portal_today())`,
    ],
    [
      "can_read_round",
      "select from signing_rounds where tenant_id = current_tenant() and id = '88888888-8888-4888-8888-888888888888'",
    ],
    [
      "own_signatures",
      `select s.id from people pe
        join certificates c on c.tenant_id = pe.tenant_id and c.person_id = pe.id
        join signatures s on s.tenant_id = c.tenant_id and s.certificate_id = c.id
        join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
        join issued_documents d on d.tenant_id = s.tenant_id and d.id = s.document_id
        join agreement_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
        join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
        join agreement_parties p on p.tenant_id = s.tenant_id and p.id = s.party_id
        join posts named on named.tenant_id = p.tenant_id and named.id = p.signing_post_id
        left join round_signers t on t.tenant_id = s.tenant_id and t.round_id = s.round_id and t.party_id = s.party_id
        left join signing_delegations g on g.tenant_id = t.tenant_id and g.id = t.delegation_id
        left join posts delegate on delegate.tenant_id = g.tenant_id and delegate.id = g.to_post_id
        where pe.tenant_id = current_tenant() and pe.account_id = current_account()`,
    ],
    [
      "assert_acting",
      `select 1 from people pe
        join post_holdings h on h.tenant_id = pe.tenant_id and h.person_id = pe.id
        join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
        where pe.tenant_id = current_tenant() and pe.account_id = current_account() and p.office_id = current_office()
          and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())`,
    ],
    [
      "citizen_letter_of",
      `select p.* from petition_secrets s join petitions p on p.tenant_id = s.tenant_id and p.id = s.petition_id
        where s.tenant_id = current_tenant() and s.secret_hash = md5('secret500') || md5('hash500')`,
    ],
    [
      "link_slip_of",
      `select f.* from forward_links l join petition_forwards f on f.tenant_id = l.tenant_id and f.id = l.forward_id
        where l.tenant_id = current_tenant() and l.secret_hash = md5('link500') || md5('hash500') and l.revoked_at is null`,
    ],
    [
      "party_link_of",
      `select l.* from external_links l join agreement_versions v on v.tenant_id = l.tenant_id and v.id = l.version_id
        where l.tenant_id = current_tenant() and l.secret_hash = encode(sha256('500'::bytea), 'hex') and l.revoked_at is null`,
    ],
    [
      "external_consent_count",
      `select distinct on (party_id) answer, content_hash from external_answers
        where tenant_id = current_tenant() and version_id = md5('version500')::uuid order by party_id, at desc, id desc`,
    ],
    [
      "party_file",
      `select c.id from certificates c where c.tenant_id = current_tenant() and c.body_id = md5('outsidebody500')::uuid`,
    ],
    [
      "citizen_keep_draft",
      `select o.id from citizen_drafts o where o.tenant_id = current_tenant() and o.changed_at < now() - interval '1 hour'
        order by o.changed_at limit 50`,
    ],
    [
      "letter_assistants",
      `select d.id from agreement_versions v
        join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters'
        join agreement_parties p on p.tenant_id = v.tenant_id and p.agreement_id = v.agreement_id
          and p.office_id = (select id from offices where tenant_id = current_tenant() and code = 'VPTU')
        where v.tenant_id = current_tenant() and v.state = 'signed'
          and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
        order by v.effective_from desc limit 1`,
    ],
    [
      "national_steps, of the office",
      `select e.* from audit_events e
        where e.tenant_id = current_tenant() and e.office_id = current_office() and e.subject_kind = 'petition'
          and e.seq > 100 and e.seq <= 9000000000000000 and e.name = any (national_step_names()) order by e.seq limit 1001`,
    ],
    [
      "national_steps, of nobody",
      `select e.* from audit_events e
        where e.tenant_id = current_tenant() and e.office_id is null and e.subject_kind = 'petition'
          and e.seq > 100 and e.seq <= 9000000000000000 and e.name = any (national_step_names())
          and national_office_of(e) = current_office() order by e.seq limit 1001`,
    ],
    [
      "national_office_of",
      `select f.from_office_id from petition_forwards f where f.tenant_id = current_tenant() and f.petition_id = md5('petition500')::uuid
        and f.to_body_id = md5('body3')::uuid and f.created_at <= now() order by f.created_at desc, f.id desc limit 1`,
    ],
    [
      "citizen_letter",
      `select min(c.due_on) from petition_clocks c where c.tenant_id = current_tenant() and c.petition_id = md5('petition500')::uuid
        and c.status = 'running'`,
    ],
    [
      "citizen_papers_of",
      `select p.id from petitions v
        join petition_papers p on p.tenant_id = v.tenant_id and p.petition_id = v.id
        left join petition_papers mended on mended.tenant_id = p.tenant_id and mended.id = p.corrects_id
        where v.tenant_id = current_tenant() and v.id = md5('petition500')::uuid
          and not exists (select 1 from petition_papers n where n.tenant_id = p.tenant_id and n.replaces_id = p.id)`,
    ],
    [
      "matter_of",
      `select j.other_id from petition_joins j where j.tenant_id = current_tenant() and j.petition_id = md5('petition500')::uuid
        and j.kind = 'joined' and j.undone_at is null
      union all
      select j.petition_id from petition_joins j where j.tenant_id = current_tenant() and j.other_id = md5('petition500')::uuid
        and j.kind = 'joined' and j.undone_at is null`,
    ],
    [
      "stations_of",
      `select s.to_office_id from petition_forwards s where s.tenant_id = current_tenant() and s.petition_id = any (array[md5('petition500')::uuid])
      union all
      select p.receiving_office_id from petitions p where p.tenant_id = current_tenant() and p.id = any (array[md5('petition500')::uuid])`,
    ],
    [
      "competent_last_time",
      `select o.petition_id from petition_people o where o.tenant_id = current_tenant() and o.commune = 'xa my lung'
        order by o.petition_id desc limit 200`,
    ],
    [
      "append_events",
      "select seq, hash from audit_heads where tenant_id = current_tenant() union all select seq, hash from audit_events where tenant_id = current_tenant() and seq = 1",
    ],
  ];

  const leaders = `array(select id from resources where kind = 'leader' and person_id is not null order by id limit 20)`;
  const span = { p_from: "now()", p_until: "now() + interval '3 hours'", p_except: "null::uuid" };
  const calendar: readonly [string, Record<string, string>][] = [
    ["claims_within", { ...span, p_resources: leaders, p_until: "now() + interval '28 days'" }],
    ["busy", { ...span, p_resources: leaders, p_until: "now() + interval '28 days'" }],
    [
      "claims_against",
      { ...span, p_resources: leaders, p_site: "'trụ sở Tỉnh ủy'", p_kind: "'other'", p_filed_at: "now()" },
    ],
    [
      "free_slots",
      {
        ...span,
        p_resources: leaders,
        p_days: "28",
        p_minutes: "90",
        p_limit: "10",
        p_site: "'trụ sở Tỉnh ủy'",
      },
    ],
    [
      "feed_rows",
      {
        p_office: "(select id from offices where tenant_id = current_tenant() and code = 'VPTU')",
        p_scope: "'leader'",
        p_resource: "md5('leader7')::uuid",
        p_person: "md5('person7')::uuid",
        p_from: "now() - interval '5 days'",
        p_until: "now() + interval '30 days'",
      },
    ],
    [
      "meeting_lines",
      {
        p_from: "now() - interval '2 days'",
        p_until: "now() + interval '5 days'",
        p_ids: "array[md5('meeting7')::uuid]",
      },
    ],
    ["resources_of_meeting", { p_meeting: "md5('meeting500')::uuid" }],
  ];

  // Their own text, as the catalogue has it, with values in place of its parameters.
  test.each(calendar)("%s, as it is written, finds its rows by an index", async (name, values) => {
    const { rows } = await database
      .pool("owner")
      .query<{ prosrc: string }>("select prosrc from pg_proc where proname = $1", [name]);
    const picked = await database
      .pool("owner")
      .query<{ ids: string }>(`select quote_literal((${leaders})::text) as ids`);
    const asked = {
      ...values,
      ...("p_resources" in values ? { p_resources: `${picked.rows[0]?.ids}::uuid[]` } : {}),
    };
    const sql = Object.entries(asked).reduce(
      (text, [parameter, value]) => text.replaceAll(new RegExp(`\\b${parameter}\\b`, "g"), value),
      rows[0]?.prosrc ?? "",
    );
    expect(sql).not.toMatch(/\bp_\w+/);
    // A week asks for the rooms, posts and people of all its lines at once.
    const excused = name === "meeting_lines" ? [...smallOnDirectory, "resources"] : [];
    expect(findings([await explainAsDefiner(sql)], excused)).toEqual([]);
  });

  // Of a mark of every letter no more are read than are looked at, and of what nobody read none for the others.
  test("same_letter, as it is written, finds letters by their marks", async () => {
    const { rows } = await database
      .pool("owner")
      .query<{ prosrc: string }>("select prosrc from pg_proc where proname = 'same_letter'");
    const asked = Object.entries({
      v_tenant: "current_tenant()",
      p_asks: "array[0, 0, 0]",
      p_marks: "array[-1000000, 500, -50]::bigint[]",
      p_except: "null::uuid",
      p_source: "'taking'",
    });
    const body = /return query\n([\s\S]+);\s*end/.exec(rows[0]?.prosrc ?? "")?.[1] ?? "";
    const sql = asked.reduce(
      (text, [name, value]) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), value),
      body,
    );
    expect(sql).not.toMatch(/\b[pv]_\w+/);
    expect(findings([await explainAsDefiner(sql)], ["offices"])).toEqual([]);
  });

  test.each(bodies)("%s finds its rows by an index", async (_, sql) => {
    expect(findings([await explainAsDefiner(sql)])).toEqual([]);
  });

  async function explainAsDefiner(sql: string): Promise<Explained> {
    const chief = as(database.phuTho, "VPTU", "chief");
    const client = await database.pool("superuser").connect();
    try {
      await client.query("begin");
      await client.query(
        "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
        [chief.tenant.id, chief.session.accountId, database.phuTho.offices.get("VPTU")],
      );
      await client.query("set local role portal_definer");
      const { rows } = await client.query(`explain (analyze, timing off, format json) ${sql}`);
      return { sql, plan: rows[0]["QUERY PLAN"][0].Plan };
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
});
