import {
  abstractOf,
  draftOf,
  type PaperFacts,
  type PaperKind,
  paperForms,
  recipientsOf,
} from "@/lib/petitions/paper/forms";
import { type OfficialPaper, paragraphsOf } from "@/lib/petitions/paper/official-paper";
import { paperNumber, placeAndDate } from "@/lib/platform/documents/official-form";

export const paperIssuedAt = new Date("2026-11-24T02:00:00Z");

export function factsOf(kind: PaperKind, sealed = false): PaperFacts {
  return {
    class: sealed || kind === "conclusion" ? "denunciation" : "complaint",
    code: "PTO-7K2M-9Q4X",
    receivedOn: "03/11/2026",
    subject: "Khiếu nại việc thu hồi đất thửa 317",
    body: "Ủy ban nhân dân tỉnh",
    office: "Văn phòng Ủy ban nhân dân tỉnh",
    sender: sealed ? null : { fullName: "Hà Thị Lụa", address: "Khu 2, xã Mỹ Lung" },
    sealed,
    acceptedOn: "05/11/2026",
    settleDays: 30,
    acceptance: { number: "04/TB-VPUBND", day: "05/11/2026" },
    corrected: kind === "correction" ? { number: "05/TB-VPUBND", day: "20/11/2026" } : null,
  };
}

export function paperOf(kind: PaperKind, form: "state" | "party" = "state", sealed = false): OfficialPaper {
  const facts = factsOf(kind, sealed);
  const { type, title } = paperForms[kind];
  return {
    form,
    superior: form === "state" ? "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ" : "TỈNH ỦY PHÚ THỌ",
    issuer: "VĂN PHÒNG",
    number: paperNumber(form, 5, type, form === "state" ? "VPUBND" : "VPTU"),
    placeAndDate: placeAndDate("Phú Thọ", "2026-02-04"),
    title,
    abstract: abstractOf(kind, facts),
    to: kind === "forwarding" ? "Văn phòng Tỉnh ủy" : "",
    paragraphs: paragraphsOf(draftOf(kind, facts).replaceAll("[…]", "theo hồ sơ")),
    recipients: recipientsOf(kind, facts).split("\n"),
    capacity: ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
    signer: "Ngô Thị Thanh Mai",
    mark: "",
  };
}
