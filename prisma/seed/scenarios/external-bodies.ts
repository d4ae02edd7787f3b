import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "../caller";
import type { SeededTenant } from "../create-tenant";

/** The telephones are given to nobody, and the addresses of mails are of a domain that is none (RFC 2606). */
const bodies = [
  {
    kind: "department",
    name: "Sở Nông nghiệp và Môi trường",
    phone: "0900 000 801",
    email: "vanthu@so-nnmt.example",
  },
  { kind: "department", name: "Sở Xây dựng", phone: "0900 000 802", email: "vanthu@so-xd.example" },
  {
    kind: "commune",
    name: "Ủy ban nhân dân xã Hy Cương",
    phone: "0900 000 803",
    email: "vanthu@xa-hycuong.example",
  },
  { kind: "commune", name: "Ủy ban nhân dân phường Âu Cơ", phone: "0900 000 804", email: "" },
  { kind: "court", name: "Tòa án nhân dân tỉnh Phú Thọ", phone: "0900 000 805", email: "" },
  { kind: "front", name: "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Thọ", phone: "0900 000 806", email: "" },
] as const;

/** Bodies outside the portal to which letters of Phú Thọ may be given over. */
export async function seedExternalBodies(seeded: SeededTenant): Promise<void> {
  const clerk = as(seeded, "VP UBND", "records-clerk");
  for (const body of bodies) await executeCommand(keepExternalBody, clerk, body);
}
