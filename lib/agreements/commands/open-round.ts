import "server-only";
import { createHash } from "node:crypto";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { roundOpened } from "../events";
import { hasConsented } from "../external/policy";
import { loadOutside } from "../external/queries/load-outside";
import { loadStandingDelegations } from "../queries/load-delegates";
import { loadParties } from "../queries/load-parties";
import { allowOnVersion } from "../refusal";
import { documentSymbol, nextState } from "../rules";
import { openRoundSchema } from "../schema";
import { assertRevision, assertWouldBeInForce, contentHash, findVersionForUpdate } from "../store";
import { orderOf, turnsOf } from "../turns";
import { drawOrAsk } from "./drawn-paper";
import { loadIssue } from "./load-issue";
import { takeNumber } from "./register";

/**
 * The contact office opens the signing round: fixes the date and the order, takes the number, freezes text and file (article
 * 13 clause 4). Needs every party's consent to the present text and a holder for every signing post.
 */
export const openRound = defineCommand({
  name: "agreements.openRound",
  input: openRoundSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "openRound", subject),
  async run({ tx, actor, input, subject, now, answer }) {
    assertRevision(subject, input.revision);
    const { tenantId, officeId } = actor;
    await assertWouldBeInForce(tx, tenantId, subject, dayAt(now));
    const ends = await tx.$queryRaw<{ amends: boolean }[]>`
      select amends_id is not null and ending_that_stands(tenant_id, agreement_id) is not null as amends
      from agreement_versions where tenant_id = ${tenantId}::uuid and id = ${subject.id}::uuid`;
    if (ends[0]?.amends) throw new DomainError("conflict", "amendsEnding");
    const hash = await contentHash(tx, tenantId, subject.id);
    const consents = await tx.consent.findMany({
      where: { tenantId, versionId: subject.id, contentHash: hash },
    });
    const outside = await loadOutside(tx, tenantId, {
      agreementId: subject.agreementId,
      versionId: subject.id,
      contentHash: hash,
      round: null,
      now,
    });
    if (consents.length !== subject.parties.length || !outside.every(hasConsented))
      throw new DomainError("conflict", "consentsMissing");
    const parties = await loadParties(tx, tenantId, subject.agreementId);
    const vacant = parties.find((party) => party.signer === null);
    if (vacant)
      throw new DomainError("conflict", "signingPostVacant", { values: { office: vacant.office.code } });
    const standing = await loadStandingDelegations(tx, tenantId, subject.agreementId);
    const onBehalf = new Map(
      Object.entries(input.signers).flatMap(([partyId, chosen]) =>
        chosen === null
          ? []
          : [[partyId, standing.find((one) => one.partyId === partyId && one.delegationId === chosen)]],
      ),
    );
    const fallen = parties.find(({ id }) => onBehalf.has(id) && !onBehalf.get(id));
    if (fallen)
      throw new DomainError("conflict", "delegationFell", { values: { office: fallen.office.code } });
    const partyIds = parties.map((party) => party.id);
    const turns = turnsOf(input.order, partyIds, input.steps);
    if (!turns) {
      const wrong = input.order === "in-order" ? "stepsNotApart" : "stepsNoGroups";
      throw new DomainError("invalid", "invalid", { fields: { order: [wrong] } });
    }

    const date = dayAt(now);
    const year = Number(date.slice(0, 4));
    const number = await takeNumber(tx, tenantId, officeId, year, input.number);
    const symbol = documentSymbol(
      subject.form,
      parties.map((party) => party.symbol),
    );
    const issue = await loadIssue(tx, actor, subject, { number, symbol, date, at: now, onBehalf });
    const bytes = await drawOrAsk(answer, issue);
    if ("asks" in bytes) return bytes;

    const roundId = newId();
    await tx.signingRound.createMany({
      data: [
        {
          tenantId,
          id: roundId,
          versionId: subject.id,
          state: "open",
          number,
          year,
          symbol,
          issueDate: dayToColumn(date),
          contentHash: hash,
          openedBy: actor.accountId,
          openedAt: now,
          organisations: true,
        },
      ],
    });
    await tx.registerEntry.createMany({
      data: [{ tenantId, officeId, year, number, roundId, state: "used", typed: input.number !== undefined }],
    });
    await tx.roundSigner.createMany({
      data: turns.map((turn) => ({
        tenantId,
        id: newId(),
        versionId: subject.id,
        roundId,
        ...turn,
        delegationId: onBehalf.get(turn.partyId)?.delegationId ?? null,
      })),
    });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await tx.issuedDocument.createMany({
      data: [
        { tenantId, id: newId(), versionId: subject.id, roundId, seq: 0, sha256, bytes, createdAt: now },
      ],
    });
    await tx.agreementVersion.updateMany({
      where: { tenantId, id: subject.id },
      data: { state: nextState("openRound", subject.state) },
    });
    const order = orderOf(turns);
    const delegations = [...onBehalf.values()].flatMap((one) => (one ? [one.delegationId] : []));
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [
        roundOpened(subject.id, {
          roundId,
          number,
          ...(input.number === undefined ? {} : { typed: true }),
          year,
          symbol,
          contentHash: hash,
          sha256,
          order,
          turns,
          delegations,
        }),
      ],
    };
  },
});
