import type { Rule } from "@/lib/platform/policy/rule-table";

export const competenceActs = ["keep"] as const;
export type CompetenceRule = Rule<(typeof competenceActs)[number], "office", "kept", never>;

/** Who keeps which subject leads to which office, beside the signed table. Everybody reads it. */
export const competenceRules: readonly CompetenceRule[] = [
  {
    id: "competence-keep",
    act: "keep",
    roles: ["chief", "tenant-administrator"],
    parts: ["office"],
    states: ["kept"],
    source: { kind: "law", name: "Luật Tiếp công dân 2013, Điều 12 khoản 4" },
    quote:
      "Chánh Văn phòng hoặc quản trị cổng ghi nội dung đơn nào do văn phòng nào chủ trì theo pháp luật, từ ngày nào; bảng đã ký vẫn giữ nguyên.",
  },
];
