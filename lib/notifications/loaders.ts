import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getOutbox } from "./queries/get-outbox";
import type { OutboxOf } from "./types";

export const loadOutbox = cache((tenant: string, of: OutboxOf, after: string | undefined) =>
  loadPage(tenant, getOutbox, { of, after }),
);
