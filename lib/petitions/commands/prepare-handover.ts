import "server-only";
import { createHash } from "node:crypto";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { handoverPrepared } from "../handovers/events";
import { type HandoverFile, handoverFileSchema, handoverFormat } from "../handovers/file-schema";
import { loadMark, loadSteps, mostSteps } from "../handovers/load-steps";
import { allowHandover } from "../handovers/policy";
import { prepareHandoverSchema } from "../handovers/schema";
import { writeHandoverXlsx } from "../handovers/write-xlsx";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Puts the office's steps since the last accepted hand-over into the files that go up to the national database, and keeps them as they
 * are (NĐ 154/2026 art. 27, NĐ 155/2026 art. 30a, NĐ 156/2026 art. 19a).
 */
export const prepareHandover = defineCommand({
  name: "petitions.prepareHandover",
  input: prepareHandoverSchema,
  async subject({ tx, actor: { tenantId, officeId } }) {
    // One hand-over of an office after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`national-handover:${tenantId}:${officeId}`}, 0))`;
    return loadMark(tx, { tenantId, officeId });
  },
  allow: ({ actor }) => allowHandover(actor, "prepare"),
  async run({ tx, actor, input, subject: { after, number, awaiting }, now }) {
    const { tenantId, officeId, accountId } = actor;
    if (awaiting) throw new DomainError("conflict", "handoverAwaits");
    const steps = await loadSteps(tx, { after, until: BigInt(input.until), most: mostSteps });
    if (steps.at(-1)?.position !== input.until) throw new DomainError("stale", "staleHandover");
    const file: HandoverFile = handoverFileSchema.parse({
      format: handoverFormat,
      province: { slug: actor.tenantSlug, name: actor.tenantName },
      office: { code: actor.officeCode, name: actor.officeName },
      number,
      madeAt: now.toISOString(),
      after: Number(after),
      until: input.until,
      steps,
    });
    const json = Buffer.from(`${JSON.stringify(file, null, 1)}\n`, "utf8");
    const xlsx = await writeHandoverXlsx(file);
    const id = newId();
    await tx.nationalHandover.createMany({
      data: [
        {
          tenantId,
          id,
          officeId,
          ordinal: number,
          afterSeq: after,
          untilSeq: BigInt(input.until),
          steps: steps.length,
          json,
          jsonSha256: sha256(json),
          xlsx: new Uint8Array(xlsx),
          xlsxSha256: sha256(xlsx),
          accountId,
          at: now,
        },
      ],
    });
    return {
      result: { handoverId: id },
      events: [
        handoverPrepared(id, {
          officeId,
          number,
          after: Number(after),
          until: input.until,
          steps: steps.length,
          sha256: sha256(json),
        }),
      ],
    };
  },
});
