import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { versionRenewed } from "../events";
import { loadChain } from "../queries/load-chain";
import { allowOnVersion } from "../refusal";
import { renewedTerm } from "../rules";
import { renewSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { copyVersion, findNewestBase } from "./copy-version";

/**
 * A party makes the next version with the same text and a new term: it begins where the signed one ends (article 14 clause 2).
 * It takes along text, matrix, working rules and parties; numbers, consents, remarks and open items stay where they are.
 */
export const renewVersion = defineCommand({
  name: "agreements.renew",
  input: renewSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "revise", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const base = await findNewestBase(tx, tenantId, subject);
    if (base.state !== "signed" || base.effectiveUntil === null) {
      throw new DomainError("conflict", "renewsNoTerm");
    }
    const signed = { effectiveUntil: dayFromColumn(base.effectiveUntil) };
    const term = renewedTerm(signed, input.plannedUntil, dayAt(now));
    if (term === "past" || term === "notBeyond") {
      const message = term === "past" ? "renewalPast" : "renewalNotBeyond";
      throw new DomainError("invalid", "invalid", { fields: { plannedUntil: [message] } });
    }
    // The text of an amended agreement goes on under the head of the paper that holds it whole.
    const [root] = base.amendsId === null ? [base] : await loadChain(tx, tenantId, subject.id);
    const versionId = await copyVersion(tx, actor, subject, {
      abstract: root?.abstract ?? base.abstract,
      bases: root?.bases ?? base.bases,
      mark: base.mark,
      form: base.form,
      recipients: base.recipients,
      amendsId: null,
      plannedFrom: term.from ? dayToColumn(term.from) : null,
      plannedUntil: term.until ? dayToColumn(term.until) : null,
      now,
    });
    return {
      result: { versionId, agreementId: subject.agreementId },
      events: [
        versionRenewed(versionId, {
          copiedFrom: subject.id,
          number: subject.number + 1,
          from: term.from,
          until: term.until,
        }),
      ],
    };
  },
});
