import "server-only";
import type { AgreementPdfInput } from "../signing/agreement-pdf-input";
import { renderAgreementPdf } from "../signing/render-agreement-pdf";

/** How often one draws anew because number or names changed meanwhile, before it is done with everything locked. */
const most = 3;

/** A paper drawn outside every transaction; good only for the very words it was drawn from. */
class DrawnPaper {
  constructor(
    readonly words: string,
    readonly bytes: Uint8Array<ArrayBuffer>,
    readonly times: number,
  ) {}
}

// The moment and the head of the chain are those of the drawing: what was written since then changes no word.
function wordsOf(input: AgreementPdfInput): string {
  return JSON.stringify({ ...input, issuedAt: "", chainHead: "" });
}

async function draw(input: AgreementPdfInput): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await renderAgreementPdf(input));
}

/**
 * The bytes of a paper. Drawing takes the better part of a second, for which neither version nor register is held: first everything is let
 * go, then the command runs again on what was drawn.
 */
export async function drawOrAsk(
  answer: unknown,
  input: AgreementPdfInput,
): Promise<Uint8Array<ArrayBuffer> | { asks: () => Promise<DrawnPaper> }> {
  const words = wordsOf(input);
  const drawn = answer instanceof DrawnPaper ? answer : null;
  if (drawn?.words === words) return drawn.bytes;
  const times = drawn?.times ?? 0;
  if (times >= most) return draw(input);
  return { asks: async () => new DrawnPaper(words, await draw(input), times + 1) };
}
