import type { Role } from "@/lib/platform/policy/rule-table";

/** Invented people of an invented office life; every page and paper of a demonstration tenant says so. */
export type PersonSpec = {
  name: string;
  email: string;
  holds: readonly { office: string; role: Role; title: string }[];
};

export type OfficeSpec = {
  code: string;
  name: string;
  symbol: string;
  tint: number;
  bodies: readonly string[];
};

export type BodySpec = {
  code: string;
  kind: string;
  name: string;
  leaders: readonly { name: string; title: string }[];
};

/** Rooms of two sites: between two of one site nobody has to travel. */
export type RoomSpec = {
  code: string;
  name: string;
  site: string;
  office: string;
  setupMinutes?: number;
};

/** What is carried to a meeting. */
export type KitSpec = { code: string; name: string; office: string; setupMinutes: number };

export type TenantSpec = {
  slug: string;
  name: string;
  rooms: readonly RoomSpec[];
  kits: readonly KitSpec[];
  bodies: readonly BodySpec[];
  offices: readonly OfficeSpec[];
  people: readonly PersonSpec[];
};

const titles: Record<Role, string> = {
  chief: "Chánh Văn phòng",
  "deputy-chief": "Phó Chánh Văn phòng",
  "department-head": "Trưởng phòng Tổng hợp",
  specialist: "Chuyên viên",
  "records-clerk": "Văn thư",
  "reception-officer": "Cán bộ tiếp công dân",
  secretary: "Thư ký lãnh đạo",
  inspector: "Thanh tra nội bộ",
  "tenant-administrator": "Quản trị cổng",
};

const phuThoBodies: readonly BodySpec[] = [
  {
    code: "TU",
    kind: "party-committee",
    name: "Tỉnh ủy",
    leaders: [
      { name: "Đặng Quốc Trung", title: "Bí thư Tỉnh ủy" },
      { name: "Mai Thị Xuân", title: "Phó Bí thư Thường trực Tỉnh ủy" },
    ],
  },
  {
    code: "DDBQH",
    kind: "assembly-delegation",
    name: "Đoàn đại biểu Quốc hội tỉnh",
    leaders: [{ name: "Tạ Hữu Nghĩa", title: "Trưởng Đoàn đại biểu Quốc hội tỉnh" }],
  },
  {
    code: "HDND",
    kind: "peoples-council",
    name: "Hội đồng nhân dân tỉnh",
    leaders: [{ name: "Lương Thị Bích", title: "Chủ tịch Hội đồng nhân dân tỉnh" }],
  },
  {
    code: "UBND",
    kind: "peoples-committee",
    name: "Ủy ban nhân dân tỉnh",
    leaders: [
      { name: "Phan Văn Độ", title: "Chủ tịch Ủy ban nhân dân tỉnh" },
      { name: "Kiều Văn Đạt", title: "Phó Chủ tịch Ủy ban nhân dân tỉnh" },
      { name: "Cao Thị Bích Ngọc", title: "Phó Chủ tịch Ủy ban nhân dân tỉnh phụ trách văn xã" },
    ],
  },
];

export const phuTho: TenantSpec = {
  slug: "phu-tho",
  name: "Tỉnh Phú Thọ",
  rooms: [
    {
      code: "HTL",
      name: "Hội trường lớn",
      site: "trụ sở Tỉnh ủy",
      office: "VPTU",
      setupMinutes: 30,
    },
    { code: "TU1", name: "Phòng họp 1", site: "trụ sở Tỉnh ủy", office: "VPTU" },
    { code: "TU2", name: "Phòng họp 2", site: "trụ sở Tỉnh ủy", office: "VPTU" },
    { code: "HD3", name: "Phòng họp 3", site: "trụ sở HĐND", office: "VP ĐĐBQH&HĐND" },
    { code: "UBA", name: "Phòng họp A", site: "trụ sở UBND tỉnh", office: "VP UBND" },
    { code: "UBK", name: "Phòng khách", site: "trụ sở UBND tỉnh", office: "VP UBND" },
  ],
  kits: [{ code: "BTT", name: "Bộ họp trực tuyến lưu động", office: "VP UBND", setupMinutes: 30 }],
  bodies: phuThoBodies,
  offices: [
    { code: "VPTU", name: "Văn phòng Tỉnh ủy", symbol: "VPTU", tint: 1, bodies: ["TU"] },
    {
      code: "VP ĐĐBQH&HĐND",
      name: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
      symbol: "VPĐĐBQH&HĐND",
      tint: 2,
      bodies: ["DDBQH", "HDND"],
    },
    { code: "VP UBND", name: "Văn phòng Ủy ban nhân dân tỉnh", symbol: "VPUBND", tint: 3, bodies: ["UBND"] },
  ],
  people: [
    ...staff("VPTU", "Tỉnh ủy", "phu-tho", [
      ["chief", "Trần Thị Minh Hà"],
      ["deputy-chief", "Nguyễn Văn Quyết"],
      ["department-head", "Lê Thị Hồng Vân"],
      ["specialist", "Nguyễn Thu Trang"],
      ["records-clerk", "Bùi Thị Lan"],
      ["reception-officer", "Phùng Văn Tài"],
      ["secretary", "Cao Minh Nhật"],
      ["inspector", "Hà Thị Tuyết"],
      ["tenant-administrator", "Đinh Công Sơn"],
    ]),
    ...staff("VP ĐĐBQH&HĐND", "Đoàn ĐBQH và HĐND tỉnh", "phu-tho", [
      ["chief", "Hoàng Văn Khải"],
      ["deputy-chief", "Vi Thị Ngọc"],
      ["department-head", "Trịnh Đức Anh"],
      ["specialist", "Đỗ Mai Anh"],
      ["records-clerk", "Lý Thị Hoa"],
      ["inspector", "Kiều Văn Thắng"],
    ]),
    ...staff("VP UBND", "UBND tỉnh", "phu-tho", [
      ["chief", "Vũ Đình Lâm"],
      ["deputy-chief", "Ngô Thị Thanh Mai"],
      ["department-head", "Tạ Thị Hồng"],
      ["specialist", "Nguyễn Hữu Phước"],
      ["records-clerk", "Chu Thị Hạnh"],
      ["reception-officer", "Quách Văn Bình"],
      ["inspector", "Lại Thị Yến"],
    ]),
    {
      name: "Dương Quang Huy",
      email: "huy.duong@phu-tho.example",
      holds: [
        { office: "VP ĐĐBQH&HĐND", role: "secretary", title: "Thư ký Chủ tịch HĐND tỉnh" },
        { office: "VP UBND", role: "secretary", title: "Thư ký Chủ tịch UBND tỉnh" },
      ],
    },
  ],
};

/** Hà Giang in the merged form of 2018–2020: one office served delegation, council and committee. */
export const haGiang: TenantSpec = {
  slug: "ha-giang",
  name: "Tỉnh Hà Giang",
  rooms: [
    { code: "HTL", name: "Hội trường lớn", site: "trụ sở Tỉnh ủy", office: "VPTU" },
    { code: "UB1", name: "Phòng họp 1", site: "trụ sở UBND tỉnh", office: "VP ĐĐBQH, HĐND&UBND" },
  ],
  kits: [{ code: "BTT", name: "Bộ họp trực tuyến", office: "VPTU", setupMinutes: 15 }],
  bodies: phuThoBodies.map((body, index) => ({
    ...body,
    leaders: body.leaders.slice(0, 1).map((leader) => ({
      ...leader,
      name: ["Sùng A Chá", "Lò Thị Mây", "Giàng Văn Sử", "Hoàng Thị Duyên"][index] ?? leader.name,
    })),
  })),
  offices: [
    { code: "VPTU", name: "Văn phòng Tỉnh ủy", symbol: "VPTU", tint: 1, bodies: ["TU"] },
    {
      code: "VP ĐĐBQH, HĐND&UBND",
      name: "Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh",
      symbol: "VPĐĐBQH,HĐND&UBND",
      tint: 2,
      bodies: ["DDBQH", "HDND", "UBND"],
    },
  ],
  people: [
    ...staff("VPTU", "Tỉnh ủy", "ha-giang", [
      ["chief", "Vàng Thị Sính"],
      ["department-head", "Nông Văn Hòa"],
      ["specialist", "Ma Thị Thu"],
      ["records-clerk", "Hầu Mí Nô"],
    ]),
    ...staff("VP ĐĐBQH, HĐND&UBND", "Đoàn ĐBQH, HĐND và UBND tỉnh", "ha-giang", [
      ["chief", "Thào Văn Páo"],
      ["deputy-chief", "Hoàng Thị Liên"],
      ["department-head", "Lục Thị Kim"],
      ["specialist", "Phàn Văn Sinh"],
      ["records-clerk", "Cháng Thị Mai"],
      ["inspector", "Nguyễn Trí Thức"],
    ]),
  ],
};

/** Nghệ An between the two bodies of its agreement, the Council's Standing Committee and the Committee; people are invented. */
export const ngheAn: TenantSpec = {
  slug: "nghe-an",
  name: "Tỉnh Nghệ An",
  rooms: [
    { code: "HD1", name: "Phòng họp Thường trực", site: "trụ sở HĐND", office: "VP ĐĐBQH&HĐND" },
    { code: "UB1", name: "Phòng họp 1", site: "trụ sở UBND tỉnh", office: "VP UBND" },
  ],
  kits: [],
  bodies: phuThoBodies.slice(1).map((body, index) => ({
    ...body,
    leaders: body.leaders.slice(0, 1).map((leader) => ({
      ...leader,
      name: ["Phan Bá Lĩnh", "Hồ Thị Nhàn", "Đậu Khắc Minh"][index] ?? leader.name,
    })),
  })),
  offices: phuTho.offices.slice(1),
  people: [
    ...staff("VP ĐĐBQH&HĐND", "Đoàn ĐBQH và HĐND tỉnh", "nghe-an", [
      ["chief", "Cao Đình Thuận"],
      ["department-head", "Võ Thị Quế"],
      ["specialist", "Lô Văn Thái"],
      ["records-clerk", "Trần Thị Nga"],
    ]),
    ...staff("VP UBND", "UBND tỉnh", "nghe-an", [
      ["chief", "Ngũ Hữu Tấn"],
      ["department-head", "Bành Thị Lê"],
      ["specialist", "Vi Thị Xoan"],
      ["records-clerk", "Thái Bá Cường"],
    ]),
  ],
};

function staff(
  office: string,
  serves: string,
  slug: string,
  list: readonly (readonly [Role, string])[],
): PersonSpec[] {
  return list.map(([role, name]) => ({
    name,
    email: `${emailName(name)}@${slug}.example`,
    holds: [{ office, role, title: role.endsWith("chief") ? `${titles[role]} ${serves}` : titles[role] }],
  }));
}

/** "Trần Thị Minh Hà" → "ha.tran.minh": ASCII, given name first, as offices write their addresses. */
function emailName(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .toLowerCase()
    .split(" ");
  const given = words.at(-1) ?? "";
  const middle = words.slice(1, -1).filter((word) => word !== "thi" && word !== "van");
  return [given, words[0] ?? "", ...middle].join(".");
}
