import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { agreementDrafted } from "../events";
import { decideAgreement } from "../policy";
import { draftAgreementSchema } from "../schema";
import { loadDraftingOffices, saveTemplate, templateFor } from "./build-draft";

const nothingYet = { state: "none", contactOfficeId: "", parties: [] } as const;

/** A new agreement from the eight-area template; the drafting office becomes its contact office. */
export const draftAgreement = defineCommand({
  name: "agreements.draft",
  input: draftAgreementSchema,
  subject: ({ tx, actor }) => loadDraftingOffices(tx, actor.tenantId),
  allow({ actor }) {
    const decision = decideAgreement(actor, "draft", nothingYet);
    if (decision.allowed) return { allowed: true };
    const [rule] = decision.rules;
    return {
      allowed: false,
      refusal: {
        act: "agreement.draft",
        reason: decision.reason,
        roles: rule ? [...rule.roles] : [],
        ...(rule
          ? { quote: { text: rule.quote, source: rule.source.kind === "article" ? "" : rule.source.name } }
          : {}),
      },
    };
  },
  async run({ tx, actor, input, subject: offices, now }) {
    const { tenantId, officeId } = actor;
    const signing = offices.filter((office) => office.id === officeId || input.officeIds.includes(office.id));
    if (signing.length < 2)
      throw new DomainError("invalid", "invalid", { fields: { officeIds: ["partiesMissing"] } });
    const template = templateFor(actor.tenantName, officeId, signing);
    const agreementId = newId();
    const versionId = newId();
    await tx.agreement.createMany({
      data: [{ tenantId, id: agreementId, title: input.title, contactOfficeId: officeId, createdAt: now }],
    });
    // The contact office comes first on the paper (NĐ 30/2020 appendix I on joint documents: the lead body first).
    const ordered = [...signing].sort(
      (a, b) => Number(b.id === officeId) - Number(a.id === officeId) || a.ordinal - b.ordinal,
    );
    await tx.agreementParty.createMany({
      data: ordered.map((office, index) => ({
        tenantId,
        id: newId(),
        agreementId,
        officeId: office.id,
        signingPostId: office.chiefPost.id,
        ordinal: index + 1,
      })),
    });
    await tx.agreementVersion.createMany({
      data: [
        {
          tenantId,
          id: versionId,
          agreementId,
          number: 1,
          state: "draft",
          abstract: template.abstract,
          mark: template.mark,
          bases: [...template.bases],
          plannedFrom: input.plannedFrom ? dayToColumn(input.plannedFrom) : null,
          plannedUntil: input.plannedUntil ? dayToColumn(input.plannedUntil) : null,
          createdAt: now,
          changedAt: now,
          changedBy: actor.accountId,
        },
      ],
    });
    await saveTemplate(tx, tenantId, versionId, template, signing);
    return {
      result: { agreementId, versionId },
      events: [agreementDrafted(versionId, { agreementId, parties: ordered.map((office) => office.id) })],
    };
  },
});
