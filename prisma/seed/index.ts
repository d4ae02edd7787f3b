import { disconnect } from "@/lib/platform/db/client";
import { serverKey } from "@/lib/platform/env";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { seedDemonstration, seedNgheAn } from "./demonstration";

const ownerUrl = process.env["DATABASE_OWNER_URL"];
const password = process.env["PORTAL_DEMO_PASSWORD"];
if (!ownerUrl || !password) throw new Error("the seed needs DATABASE_OWNER_URL and PORTAL_DEMO_PASSWORD");
if (process.env["PORTAL_DEMO"] !== "1") throw new Error("people are invented in demonstration mode only");

const options = { ownerUrl, password, serverKey: serverKey() };
await seedDemonstration(options);
await seedNgheAn(options);
await closeQueue();
await disconnect();
