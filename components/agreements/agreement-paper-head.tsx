import type { PaperForm } from "@/lib/agreements/paper-form";
import { nation, type OfficialForm, paperWords } from "@/lib/platform/documents/official-form";

export type PaperHead = {
  form: PaperForm;
  /** "Bản mẫu do phần mềm soạn, chưa được cơ quan nào ban hành" */
  mark?: string | undefined;
  /** The signing bodies in the order of the joint form, in capitals. */
  organs: readonly string[];
  /** "Số: 02/QCPH-…" */
  number: string;
  /** "Phú Thọ, ngày 24 tháng 11 năm 2026" */
  placeAndDate: string;
  /** "QUY CHẾ" */
  type: string;
  subject: string;
};

/** What stands over the text, in the form that the version has. */
export function AgreementPaperHead({ head }: { head: PaperHead }) {
  return (
    <>
      {head.mark ? <p className="paper__mark">{head.mark}</p> : null}
      {head.form === "joint" ? <JointHead head={head} /> : <OfficialHead head={head} form={head.form} />}
      <p className="paper__type">
        {head.type}
        <br />
        {head.subject}
      </p>
      {head.form === "joint" ? null : (
        <p className="paper__close" aria-hidden="true">
          {head.form === "party" ? paperWords.partyRule : <span className="paper__line" />}
        </p>
      )}
    </>
  );
}

/** The neutral joint form: the names of all bodies over the title, none before the others. */
function JointHead({ head }: { head: PaperHead }) {
  return (
    <>
      <div className="paper__org">
        {head.organs.map((organ) => (
          <span key={organ}>{organ}</span>
        ))}
      </div>
      <hr className="rule" />
      <div className="paper__no">
        <span>{head.number}</span>
        <i>{head.placeAndDate}</i>
      </div>
    </>
  );
}

/** Bodies and number on the left, the nation or the Party with place and day on the right (NĐ 30/2020; 36-HD/VPTW). */
function OfficialHead({ head, form }: { head: PaperHead; form: OfficialForm }) {
  const [name, motto] = nation[form];
  return (
    <div className="paper__head">
      <div>
        {head.organs.map((organ) => (
          <b key={organ}>{organ}</b>
        ))}
        {form === "party" ? <span>*</span> : <span className="paper__line" />}
        <span>{head.number}</span>
      </div>
      <div>
        <b className={form === "party" ? "paper__party" : undefined}>{name}</b>
        {motto ? (
          <>
            <b>{motto}</b>
            <span className="paper__line" />
          </>
        ) : null}
        <i>{head.placeAndDate}</i>
      </div>
    </div>
  );
}
