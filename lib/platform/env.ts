import "server-only";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { derivedLetterKey } from "./derived-letter-key";

function holdsCertificates(path: string): boolean {
  try {
    return readFileSync(path, "latin1").includes("-----BEGIN CERTIFICATE-----");
  } catch {
    return false;
  }
}

const schema = z
  .object({
    DATABASE_URL: z.string().min(1),
    DATABASE_AUTH_URL: z.string().min(1),
    DATABASE_LISTEN_URL: z.string().min(1).optional(),
    DATABASE_DIRECT_URL: z.string().min(1).optional(),
    DATABASE_PUBLIC_URL: z.string().min(1).optional(),
    AUTH_SECRET: z.string().min(32),
    PORTAL_SERVER_KEY: z.string().min(43),
    /** The key-encryption key of citizens' letters; without one it follows from the server's key. */
    PORTAL_LETTER_KEY: z.string().min(43).optional(),
    PORTAL_DEMO: z.enum(["0", "1"]).default("0"),
    PORTAL_DEMO_PASSWORD: z.string().optional(),
    PORTAL_DATA: z.string().min(1).optional(),
    /** The largest file that is taken, in megabytes. */
    PORTAL_FILE_MB: z.coerce.number().int().min(1).max(200).default(25),
    /** clamd, "tcp://host:3310" or "unix:/run/clamav/clamd.ctl": without it no file is looked at for viruses. */
    PORTAL_CLAMD: z
      .string()
      .regex(/^(tcp:\/\/|unix:\/)/)
      .optional(),
    PORTAL_S3_BUCKET: z.string().min(1).optional(),
    PORTAL_S3_ENDPOINT: z.url().optional(),
    PORTAL_S3_REGION: z.string().min(1).default("us-east-1"),
    PORTAL_S3_KEY: z.string().min(1).optional(),
    PORTAL_S3_SECRET: z.string().min(1).optional(),
    /** A responder of RFC 3161 that stamps signatures, and a PEM file with the roots of it and of those used before. */
    PORTAL_TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
    PORTAL_TIMESTAMP_ROOTS: z.string().refine(holdsCertificates).optional(),
    LOG_LEVEL: z.string().default("info"),
    /** Where people reach the portal; mails link there. */
    PORTAL_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
    /** Without it mails are kept and shown in the portal instead of sent. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().optional(),
  })
  .refine((values) => !values.PORTAL_TIMESTAMP_URL || values.PORTAL_TIMESTAMP_ROOTS, {
    path: ["PORTAL_TIMESTAMP_ROOTS"],
  })
  // Who sends mails says from whom, and under which name the portal is reached.
  .refine((values) => !values.SMTP_URL || values.MAIL_FROM, { path: ["MAIL_FROM"] })
  .refine((values) => !values.SMTP_URL || process.env["PORTAL_URL"], { path: ["PORTAL_URL"] });

let parsed: z.infer<typeof schema> | undefined;

/** The only reader of process.env in the product. Throws at first use when something is missing, naming it. */
export function env(): z.infer<typeof schema> {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) {
      // Names only: a value in a message would end in a log.
      throw new Error(`environment: ${result.error.issues.map((issue) => issue.path.join(".")).join(", ")}`);
    }
    parsed = result.data;
  }
  return parsed;
}

/** The server's key of 32 bytes, under which personal signing keys are wrapped a second time. */
export function serverKey(): Uint8Array {
  return keyOf32("PORTAL_SERVER_KEY", env().PORTAL_SERVER_KEY);
}

function keyOf32(name: "PORTAL_SERVER_KEY" | "PORTAL_LETTER_KEY", text: string): Buffer {
  const key = Buffer.from(text, "base64");
  if (key.length !== 32) throw new Error(`environment: ${name} must be 32 bytes in base64`);
  return key;
}

/** The key-encryption key of citizens' letters, under which the keys of the tenants are wrapped. */
export function letterKey(): Uint8Array {
  const own = env().PORTAL_LETTER_KEY;
  return own ? keyOf32("PORTAL_LETTER_KEY", own) : derivedLetterKey(serverKey());
}
