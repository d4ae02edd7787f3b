export type SignatureBlock = {
  key: string;
  /** The capacity in capitals, one line each: "CHÁNH VĂN PHÒNG", "TỈNH ỦY". */
  capacity: readonly string[];
  name: string;
  state: "mine" | "open" | "signed" | "declined";
  /** "Chờ ký", "Chữ ký của anh/chị sẽ ở đây", "Đã ký số 16:05, 24/11/2026" */
  text: string;
};

/** The blocks at the foot of the paper: a place kept for each signature. */
export function SignatureBlocks({ blocks }: { blocks: readonly SignatureBlock[] }) {
  return (
    <div className="blocks">
      {blocks.map((block) => (
        <div key={block.key}>
          <b>
            {block.capacity.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </b>
          <div className={inkClass(block.state)}>{block.text}</div>
          <b>{block.name}</b>
        </div>
      ))}
    </div>
  );
}

function inkClass(state: SignatureBlock["state"]): string {
  if (state === "signed") return "ink ink--signed";
  if (state === "mine") return "ink ink--open ink--mine";
  return "ink ink--open";
}
