import { z } from "zod";
import { DomainError, type RefusalReason } from "@/lib/platform/errors/domain-error";

/** SQLSTATEs of our own, raised by the triggers in prisma/migrations. */
const refused = "PH001";
const wrongState = "PH002";
const notPlaced = "PH004";
/** PostgreSQL's own: two confirmed claims over one resource. */
const overlap = "23P01";

const nouns: Readonly<Record<string, string>> = {
  task: "task",
  meeting: "meeting",
  petition: "petition",
  "petition-case": "petitionCase",
  "week-sheet": "sheet",
  mail: "mail",
  "calendar-settings": "calendar",
  "work-programme": "programme",
};

const detailSchema = z.looseObject({
  act: z.string().default("unknown"),
  reason: z.string().default("unknown"),
  kind: z.string().optional(),
  id: z.string().optional(),
});

type DriverCause = {
  originalCode?: string;
  originalMessage?: string;
  code?: string;
  detail?: string;
  message?: string;
};

/** PostgreSQL's own SQLSTATE and detail, wherever Prisma and its driver adapter put them. */
export function databaseCause(error: unknown): DriverCause | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === "object" && current !== null; depth += 1) {
    const here = current as {
      originalCode?: unknown;
      code?: unknown;
      meta?: unknown;
      cause?: unknown;
    } & Record<string, unknown>;
    if (typeof here.originalCode === "string") return here as DriverCause;
    if (typeof here.code === "string" && /^[0-9A-Z]{5}$/.test(here.code) && !/^P\d{4}$/.test(here.code)) {
      return here as DriverCause;
    }
    const meta = here.meta as { driverAdapterError?: unknown } | undefined;
    current = meta?.driverAdapterError ?? here.cause;
  }
  return undefined;
}

function prismaCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

function readDetail(detail: string | undefined): z.infer<typeof detailSchema> {
  try {
    return detailSchema.parse(JSON.parse(detail ?? "{}"));
  } catch {
    return { act: "unknown", reason: "unknown" };
  }
}

/**
 * Turns what the database refused into what a person may be told; other errors come back as they are.
 * Waiting too long for a connection or a lock is "busy", never a fault: nothing was written.
 */
export function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const cause = databaseCause(error);
  const sqlState = cause?.originalCode ?? cause?.code;
  if (sqlState === refused || sqlState === wrongState) {
    const detail = readDetail(cause?.detail);
    if (sqlState === wrongState) {
      return new DomainError(detail.reason === "stale" ? "stale" : "conflict", "wrongState", {
        values: { act: detail.act },
      });
    }
    // The triggers name the bare act; people are told it with its noun, as the policies name it.
    const noun = nouns[detail.kind ?? ""] ?? "agreement";
    const refusal: RefusalReason = { act: `${noun}.${detail.act}`, reason: detail.reason };
    if (detail.kind) refusal.subjectKind = detail.kind;
    if (detail.id) refusal.subjectId = detail.id;
    return new DomainError("forbidden", "refused", { refusal });
  }
  if (sqlState === notPlaced) {
    return new DomainError("conflict", `clash.${readDetail(cause?.detail).reason}`);
  }
  if (sqlState === overlap && cause?.message?.includes("resource_claims_no_overlap")) {
    return new DomainError("conflict", "clash.clash");
  }
  if (sqlState === "40001" || sqlState === "40P01" || sqlState === "55P03" || sqlState === "57014") {
    return new DomainError("busy", "busy");
  }
  if (prismaCode(error) === "P2028" || prismaCode(error) === "P1001" || prismaCode(error) === "P1002") {
    return new DomainError("busy", "busy");
  }
  return error;
}
