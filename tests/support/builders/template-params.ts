import type { TemplateParams } from "@/lib/agreements/template/types";

export const threeOffices: TemplateParams = {
  province: { kind: "tỉnh", name: "Phú Thọ" },
  contactOffice: "party",
  offices: [
    { refs: ["party"], name: "Văn phòng Tỉnh ủy", chiefTitle: "Chánh Văn phòng Tỉnh ủy" },
    {
      refs: ["assembly-council"],
      name: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
      chiefTitle: "Chánh Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
    },
    {
      refs: ["peoples-committee"],
      name: "Văn phòng Ủy ban nhân dân tỉnh",
      chiefTitle: "Chánh Văn phòng Ủy ban nhân dân tỉnh",
    },
  ],
};

/** Nobody signs for the Party committee: the text of council and committee. */
export const twoBodies: TemplateParams = {
  ...threeOffices,
  contactOffice: "assembly-council",
  offices: threeOffices.offices.slice(1),
};

export const mergedOffices: TemplateParams = {
  province: { kind: "tỉnh", name: "Hà Giang" },
  contactOffice: "party",
  offices: [
    { refs: ["party"], name: "Văn phòng Tỉnh ủy", chiefTitle: "Chánh Văn phòng Tỉnh ủy" },
    {
      refs: ["assembly-council", "peoples-committee"],
      name: "Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh",
      chiefTitle: "Chánh Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh",
    },
  ],
};
