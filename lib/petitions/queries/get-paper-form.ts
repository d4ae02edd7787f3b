import "server-only";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { placeOf } from "@/lib/platform/tenancy/place";
import { loadMilestones } from "../clocks/load-timeline";
import { abstractOf, draftOf, type PaperKind, paperKinds, recipientsOf } from "../paper/forms";
import { loadFacts } from "../paper/load-facts";
import { loadSigners } from "../paper/signers";
import { kindsNow } from "../paper/steps";
import { loadNextPaperNumber } from "../take-number";
import type { PaperFormView } from "../types";
import { getPetitionPage } from "./get-petition-page";

/** `ofId` names the paper that is replaced or corrected; "" where it is a first one. */
export type PaperFormInput = { petitionId: string; kind: string; ofId: string };

function wantedKind(
  kind: string,
  kinds: readonly PaperKind[],
  of: { kind: string } | null,
): PaperKind | null {
  const wanted = paperKinds.find((each) => each === kind);
  if (!wanted) return null;
  if (of) return wanted === "correction" || wanted === of.kind ? wanted : null;
  return kinds.includes(wanted) ? wanted : null;
}

/** The form of a paper about a letter, begun with what the portal knows; without a kind, the kinds to choose from. */
export const getPaperForm: Query<PaperFormInput, PaperFormView> = async (scope) => {
  const { tx, actor, input } = scope;
  const page = await getPetitionPage({ ...scope, input: { petitionId: input.petitionId } });
  if (!page) return null;
  const milestones = await loadMilestones(tx, actor.tenantId, input.petitionId);
  const kinds = kindsNow({
    class: page.class,
    state: page.state,
    joined: page.same.some(({ answer }) => answer?.kind === "joined" && answer.own),
    unmet: page.way.checks.filter(({ met }) => met === false).length,
    milestones: milestones.map(({ kind }) => kind),
  });
  const place = placeOf(actor.tenantName);
  const signers = page.may.issuePaper ? await loadSigners(tx, actor.tenantId, actor.officeId, place) : [];
  const paper = page.papers.find(({ id }) => id === input.ofId);
  const of = paper?.mayReplace ? paper : null;
  const kind = page.may.issuePaper && (input.ofId === "" || of) ? wantedKind(input.kind, kinds, of) : null;
  const corrected = of && kind === "correction" ? { number: of.number, day: formatDay(of.issuedOn) } : null;
  const facts = kind
    ? await loadFacts(tx, actor.tenantId, input.petitionId, actor.officeName, corrected, dayAt(scope.now))
    : null;
  const book = { tenantId: actor.tenantId, officeId: actor.officeId, year: Number(page.today.slice(0, 4)) };
  return {
    ...page,
    kinds,
    signers: signers.map(({ postId, name, title }) => ({ postId, label: `${name}, ${title}` })),
    form:
      kind && facts
        ? {
            kind,
            of: of ? { id: of.id, number: of.number } : null,
            abstract: abstractOf(kind, facts),
            to: "",
            body: draftOf(kind, facts),
            recipients: recipientsOf(kind, facts),
            nextNumber: await loadNextPaperNumber(tx, book, kind),
          }
        : null,
  };
};
