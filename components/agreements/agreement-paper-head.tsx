export type PaperHead = {
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

/** The neutral joint form: the names of all bodies over the title, none before the others. */
export function AgreementPaperHead({ head }: { head: PaperHead }) {
  return (
    <>
      {head.mark ? <p className="paper__mark">{head.mark}</p> : null}
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
      <p className="paper__type">
        {head.type}
        <br />
        {head.subject}
      </p>
    </>
  );
}
