import type { Rule } from "@/lib/platform/policy/rule-table";

export const externalBodyActs = ["keep"] as const;
export type ExternalBodyRule = Rule<(typeof externalBodyActs)[number], "office", "kept", never>;

/** Who keeps the list of bodies outside the tenant's offices. Everybody reads it. */
export const externalBodyRules: readonly ExternalBodyRule[] = [
  {
    id: "external-body-keep",
    act: "keep",
    roles: ["chief", "records-clerk", "tenant-administrator"],
    parts: ["office"],
    states: ["kept"],
    source: { kind: "portal", name: "Cơ quan ngoài cổng" },
    quote:
      "Văn thư, Chánh Văn phòng hoặc quản trị cổng ghi tên, nơi liên hệ của cơ quan ngoài cổng; tên cũ vẫn được giữ.",
  },
];
