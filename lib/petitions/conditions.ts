import type { PetitionClass } from "./words";

export type Condition = {
  key: string;
  basis: string;
  /** Asked only where something is the case: where it is not, the condition does not apply. The database knows the same keys. */
  onlyWhere?: "represented" | "after-complaint";
};

const circular = "Thông tư 05/2021/TT-TTCP, Điều 6";
const complaintLaw = (clause: number) => `Luật Khiếu nại 2011, Điều 11 khoản ${clause}`;
const denunciationLaw = (point: string) => `Luật Tố cáo 2018, Điều 29 khoản 1 ${point}`;

/** What every letter is asked: made as it must be, and not handled or guided before (TT 05/2021/TT-TTCP, art. 6). */
const ofEveryLetter: readonly Condition[] = [
  { key: "written", basis: circular },
  { key: "dated", basis: circular },
  { key: "signed", basis: circular },
  { key: "content", basis: circular },
  { key: "not-handled", basis: circular },
  { key: "not-to-competent", basis: circular },
  { key: "not-guided", basis: circular },
];

/** The nine cases in which a complaint is not accepted (Luật Khiếu nại 2011, art. 11), each as the condition that it is none. */
const ofComplaints: readonly Condition[] = [
  { key: "not-internal", basis: complaintLaw(1) },
  { key: "concerned", basis: complaintLaw(2) },
  { key: "capable", basis: complaintLaw(3) },
  { key: "represented", basis: complaintLaw(4), onlyWhere: "represented" },
  { key: "complaint-signed", basis: complaintLaw(5) },
  { key: "in-time", basis: complaintLaw(6) },
  { key: "not-second", basis: complaintLaw(7) },
  { key: "not-ended", basis: complaintLaw(8) },
  { key: "not-in-court", basis: complaintLaw(9) },
];

/** The four conditions of a denunciation, and what is asked of one that comes out of a settled complaint (Luật Tố cáo 2018, art. 29(1)). */
const ofDenunciations: readonly Condition[] = [
  { key: "denunciation-made", basis: denunciationLaw("điểm a (Điều 23)") },
  { key: "denouncer-capable", basis: denunciationLaw("điểm b") },
  { key: "competent", basis: denunciationLaw("điểm c") },
  { key: "identifies", basis: denunciationLaw("điểm d") },
  {
    key: "evidence-after-complaint",
    basis: "Luật Tố cáo 2018, Điều 29 khoản 1 đoạn cuối",
    onlyWhere: "after-complaint",
  },
];

/** Information without a denouncer's name is looked into only where it says who and shows it (Luật Tố cáo 2018, art. 25(2)). */
const ofInformation: readonly Condition[] = [
  { key: "clear-person", basis: "Luật Tố cáo 2018, Điều 25 khoản 2" },
  { key: "clear-evidence", basis: "Luật Tố cáo 2018, Điều 25 khoản 2" },
];

/** The conditions a letter of a class is judged by, in the order of the law; a mixed one is split first. */
export function conditionsOf(petitionClass: PetitionClass | null): readonly Condition[] {
  switch (petitionClass) {
    case "complaint":
      return [...ofEveryLetter, ...ofComplaints];
    case "denunciation":
      return [...ofEveryLetter, ...ofDenunciations];
    case "proposal":
    case "feedback":
      return ofEveryLetter;
    case "denunciation-information":
      return ofInformation;
    case "mixed":
    case null:
      return [];
  }
}

/** Conditions that may be said not to apply to this letter; that nobody represents is not said where somebody is on record. */
export function mayNotApply(petitionClass: PetitionClass | null, represented: boolean): readonly Condition[] {
  return conditionsOf(petitionClass).filter(
    ({ onlyWhere }) => onlyWhere !== undefined && !(onlyWhere === "represented" && represented),
  );
}

/** `met` is null where the condition does not apply. */
export type Check = { key: string; met: boolean | null; basis: string; note: string };

/** Eligible (đủ điều kiện xử lý) when every condition is met or does not apply; null as long as one was not judged. */
export function isEligible(petitionClass: PetitionClass | null, checks: readonly Check[]): boolean | null {
  const asked = conditionsOf(petitionClass);
  if (asked.length === 0 || asked.some(({ key }) => !checks.some((check) => check.key === key))) return null;
  return checks.every(({ met }) => met !== false);
}
