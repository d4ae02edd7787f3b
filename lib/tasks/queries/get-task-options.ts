import "server-only";
import { loadContent } from "@/lib/agreements/queries/load-content";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { nameOfPaper, quoteRule } from "@/lib/agreements/queries/quote-clause";
import { type LeadQuestion, resolveLead, type ServingMap } from "@/lib/agreements/resolve-lead";
import type { Article, Duty } from "@/lib/agreements/types";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideCreation } from "../policy";
import { taskRolesSource } from "../rule-table";
import type {
  AgreementInForce,
  ChosenDuty,
  CreationRefusal,
  DutyChoice,
  LeadOutcome,
  TaskOffice,
  TaskOptionsView,
} from "../types";

type Answer = { value: string; label: string; question: LeadQuestion };
type Offices = ReadonlyMap<string, TaskOffice>;
type Version = { versionId: string; agreementId: string; title: string };

async function versionsInForce(tx: TenantTx, tenantId: string): Promise<Version[]> {
  return tx.$queryRaw<Version[]>`
    select v.id as "versionId", a.id as "agreementId", a.title
    from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and v.effective_from <= portal_today()
      and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, v.id`;
}

async function answersTo(tx: TenantTx, tenantId: string, duty: Duty, map: ServingMap): Promise<Answer[]> {
  const { leadRule } = duty;
  if (leadRule.kind === "fixed") return [{ value: "", label: "", question: {} }];
  if (leadRule.kind === "by-table") {
    return leadRule.rows.map(({ subjectKey, label }) => ({
      value: subjectKey,
      label,
      question: { subjectKey },
    }));
  }
  if (leadRule.kind === "office-serving") {
    const bodies = await tx.body.findMany({
      where: { tenantId, id: { in: [...map.officeOfBody.keys()] } },
      orderBy: { rank: "asc" },
      select: { id: true, name: true },
    });
    return bodies.map(({ id, name }) => ({ value: id, label: name, question: { bodyId: id } }));
  }
  const holders = await loadHolders(tx, tenantId, [...map.bodyOfPost.keys()]);
  return [...holders].map(([id, { title, name }]) => ({
    value: id,
    label: name ? `${title} ${name}` : title,
    question: { hostPostId: id },
  }));
}

function outcomeOf(answer: Answer, duty: Duty, map: ServingMap, offices: Offices): LeadOutcome[] {
  const resolved = resolveLead(duty, answer.question, map);
  const lead = resolved ? offices.get(resolved.leadOfficeId) : undefined;
  if (!resolved || !lead) return [];
  const named = (ids: readonly string[]) => ids.flatMap((id) => offices.get(id) ?? []);
  return [
    {
      value: answer.value,
      label: answer.label,
      lead,
      assists: named(resolved.assistOfficeIds),
      informed: named(resolved.informedOfficeIds),
      basis: resolved.why.basis ?? null,
    },
  ];
}

function choiceOf(duty: Duty, offices: Offices): DutyChoice {
  const { id, article, clause, shortText, leadRule } = duty;
  const lead = leadRule.kind === "fixed" ? (offices.get(leadRule.officeId) ?? null) : null;
  return { id, article, clause, shortText, rule: leadRule.kind, lead };
}

async function refusalOf(tx: TenantTx, actor: Actor, version: Version): Promise<CreationRefusal | null> {
  const party = await tx.agreementParty.findFirst({
    where: { tenantId: actor.tenantId, agreementId: version.agreementId, officeId: actor.officeId },
    select: { id: true },
  });
  const decision = decideCreation(actor, party !== null);
  const rule = decision.allowed ? undefined : decision.rules[0];
  if (decision.allowed || !rule) return null;
  const quoted = decision.reason === "role" ? { ...rule, source: taskRolesSource } : rule;
  return {
    reason: decision.reason,
    roles: rule.roles,
    quote: await quoteRule(tx, actor.tenantId, version.versionId, quoted),
  };
}

function byArticle(duties: readonly Duty[], articles: readonly Article[], offices: Offices) {
  return articles
    .map(({ ordinal, heading }) => ({
      article: ordinal,
      heading,
      duties: duties.filter((duty) => duty.article === ordinal).map((duty) => choiceOf(duty, offices)),
    }))
    .filter(({ duties }) => duties.length > 0);
}

/**
 * The duties a task can be created from, article by article; with a duty chosen, what its lead rule asks for and who
 * would lead, assist and be informed for each answer. A duty that is not in force is as if none were chosen.
 */
export const getTaskOptions: Query<{ dutyId?: string | undefined }, TaskOptionsView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId } = actor;
  const rows = await tx.office.findMany({
    where: { tenantId },
    select: { id: true, code: true, name: true, tint: true },
  });
  const offices: Offices = new Map(rows.map((office) => [office.id, office]));
  const agreements: AgreementInForce[] = [];
  let chosen: ChosenDuty | null = null;
  for (const version of await versionsInForce(tx, tenantId)) {
    const { duties, articles } = await loadContent(tx, tenantId, version.versionId);
    const paper = await nameOfPaper(tx, tenantId, version.versionId);
    const { agreementId, title } = version;
    agreements.push({ agreementId, title, paper, articles: byArticle(duties, articles, offices) });
    const duty = duties.find((candidate) => candidate.id === input.dutyId);
    if (!duty) continue;
    const map = await loadServingMap(tx, tenantId);
    const answers = await answersTo(tx, tenantId, duty, map);
    chosen = {
      ...choiceOf(duty, offices),
      agreementId,
      paper,
      heading: articles.find((article) => article.ordinal === duty.article)?.heading ?? "",
      text: duty.text,
      basis: duty.basis,
      outcomes: answers.flatMap((answer) => outcomeOf(answer, duty, map, offices)),
      refusal: await refusalOf(tx, actor, version),
    };
  }
  return { agreements, chosen, today: dayAt(now) };
};
