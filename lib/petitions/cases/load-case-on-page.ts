import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { fitsCase } from "./fit";
import { decideCase } from "./policy";
import type { CaseOnPage } from "./types";

type Alike = {
  petitionId: string;
  office: string;
  code: string;
  since: Day;
  state: string;
  caseId: string | null;
  caseCode: string | null;
  own: boolean;
};

/** Letters of other senders that say the same as this one, the most alike first. */
export async function loadAlike(tx: TenantTx, petitionId: string): Promise<Alike[]> {
  return tx.$queryRaw<Alike[]>`
    select petition_id as "petitionId", office_code as office, code, since::text as since, state, case_id as "caseId",
      case_code as "caseCode", own
    from letters_of_one_case(${petitionId}::uuid)`;
}

type Letter = Parameters<typeof fitsCase>[0] & { id: string; leadOfficeId: string };

/** The case a letter is in, or those it could belong to, and what the acting person may do about it. */
export async function loadCaseOnPage(tx: TenantTx, actor: Actor, letter: Letter): Promise<CaseOnPage> {
  const { tenantId, officeId } = actor;
  const member = await tx.petitionCaseMember.findFirst({
    where: { tenantId, petitionId: letter.id, leftAt: null },
    select: {
      toldOn: true,
      petitionCase: {
        select: {
          id: true,
          code: true,
          title: true,
          state: true,
          answer: true,
          answerDocument: true,
          answeredOn: true,
          leadOfficeId: true,
          leadOffice: { select: { code: true } },
          steps: { where: { kind: "persistent" }, select: { id: true } },
        },
      },
    },
  });
  const handles = letter.leadOfficeId === officeId;
  const may = (act: "open" | "join" | "leave", part: "letter" | "lead" | "none", state: "none" | "open") =>
    decideCase(actor, { act, part, state }).allowed;
  if (member) {
    const found = member.petitionCase;
    const part = found.leadOfficeId === officeId ? "lead" : handles ? "letter" : "none";
    return {
      memberOf: {
        caseId: found.id,
        code: found.code,
        title: found.title,
        lead: found.leadOffice.code,
        state: found.state as "open" | "answered",
        persistent: found.steps.length > 0,
        answer: found.answer,
        answerDocument: found.answerDocument,
        answeredOn: found.answeredOn ? dayFromColumn(found.answeredOn) : null,
        toldOn: member.toldOn ? dayFromColumn(member.toldOn) : null,
      },
      alike: [],
      openCases: [],
      mayOpen: false,
      mayJoin: false,
      mayLeave: may("leave", part, "open"),
    };
  }
  const fits = fitsCase(letter);
  const alike = letter.identity === "plain" ? await loadAlike(tx, letter.id) : [];
  const part = handles ? "letter" : "none";
  const mayJoin = fits && may("join", part, "open");
  const openCases = mayJoin
    ? await tx.petitionCase.findMany({
        where: { tenantId, state: "open" },
        orderBy: [{ openedAt: "desc" }, { id: "desc" }],
        take: 30,
        select: { code: true, title: true },
      })
    : [];
  return {
    memberOf: null,
    openCases,
    alike: alike.map(({ office, code, since, state, caseCode }) => ({
      office,
      code,
      since,
      state,
      caseCode,
    })),
    mayOpen: fits && may("open", part, "none"),
    mayJoin,
    mayLeave: false,
  };
}
