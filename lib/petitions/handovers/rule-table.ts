import type { Rule } from "@/lib/platform/policy/rule-table";

export const handoverActs = ["read", "prepare", "keepReceipt"] as const;
export type HandoverAct = (typeof handoverActs)[number];
export type HandoverRule = Rule<HandoverAct, "office", "kept", never>;

const nationalDatabase = {
  kind: "law",
  name: "Nghị định 154/2026/NĐ-CP, Điều 27; Nghị định 155/2026/NĐ-CP, Điều 30a; Nghị định 156/2026/NĐ-CP, Điều 19a",
} as const;

/**
 * Every step is to be entered into the national database: each office enters its own. Who keeps its registers hands over, its chiefs
 * answer for it, its inspector reads what went. An administrator keeps the portal, not the letters.
 */
export const nationalHandoverRules: readonly HandoverRule[] = [
  {
    id: "national-handover-read",
    act: "read",
    roles: ["chief", "deputy-chief", "records-clerk", "inspector"],
    parts: ["office"],
    states: ["kept"],
    source: nationalDatabase,
    quote:
      "Thủ trưởng, văn thư và thanh tra của văn phòng xem các bước xử lý đơn sẽ bàn giao, đã bàn giao lên Cơ sở dữ liệu quốc gia; không nêu ai gửi đơn.",
  },
  {
    id: "national-handover-prepare",
    act: "prepare",
    roles: ["chief", "deputy-chief", "records-clerk"],
    parts: ["office"],
    states: ["kept"],
    source: nationalDatabase,
    quote:
      "Thủ trưởng hoặc văn thư của văn phòng lập đợt bàn giao các bước xử lý đơn của văn phòng mình, mỗi bước một lần.",
  },
  {
    id: "national-handover-keep-receipt",
    act: "keepReceipt",
    roles: ["chief", "deputy-chief", "records-clerk"],
    parts: ["office"],
    states: ["kept"],
    source: nationalDatabase,
    quote:
      "Người lập đợt bàn giao ghi số, ngày biên nhận; đợt bị từ chối thì ghi lý do và các bước đó được bàn giao lại.",
  },
];
