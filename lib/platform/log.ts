import "server-only";
import pino from "pino";

/** One JSON line each. Names, addresses, texts and secrets never go in: ids, command names, durations, codes. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  base: null,
  redact: {
    paths: ["*.password", "*.passphrase", "*.email", "*.name", "*.text", "password", "passphrase", "email"],
    remove: true,
  },
});
