import type { TDocumentDefinitions, TDocumentInformation } from "pdfmake/interfaces.js";
import { typesetPdf } from "@/lib/platform/documents/typeset-pdf";
import { documentNumber } from "../rules";
import type { AgreementPdfInput } from "./agreement-pdf-input";
import { documentAnnex } from "./document-annex";
import { documentBody } from "./document-body";
import { documentHead } from "./document-head";
import { bodyFontSize, page } from "./document-measures";
import { documentSignatures, placeNames } from "./document-signatures";
import { fillPlaces } from "./draw-places";
import { placesKey, roomForPlaces } from "./signature-places";

/**
 * The paper of an agreement in the form its version has, ready for its first signature. The bytes depend on the
 * input alone. Throws RangeError on a malformed date or a matrix row with too few or too many cells.
 */
export async function renderAgreementPdf(input: AgreementPdfInput): Promise<Uint8Array> {
  return fillPlaces(await typesetPdf(definition(input)), placeNames(input));
}

// The number over a page is laid out last and would pass for text under a heading.
const pageNumberLevel = 2;

function definition(input: AgreementPdfInput): TDocumentDefinitions {
  const issuedAt = new Date(input.issuedAt);
  if (Number.isNaN(issuedAt.getTime())) throw new RangeError("issuedAt is an ISO instant");
  return {
    version: "1.7",
    language: "vi-VN",
    pageSize: "A4",
    pageMargins: [page.left, page.top, page.right, page.bottom],
    displayTitle: true,
    info: information(input, issuedAt),
    defaultStyle: { font: "Tinos", fontSize: bodyFontSize, lineHeight: 1.2 },
    header: (current: number) =>
      current === 1
        ? ""
        : {
            text: String(current),
            fontSize: 13,
            alignment: "center",
            margin: [0, 26, 0, 0],
            headlineLevel: pageNumberLevel,
          },
    pageBreakBefore: (node, nodes) =>
      // A heading never stays alone at the foot of a page.
      node.headlineLevel === 1 &&
      nodes
        .getFollowingNodesOnPage()
        .every(({ headlineLevel }) => headlineLevel === 1 || headlineLevel === pageNumberLevel),
    content: [
      ...documentHead(input),
      ...documentBody(input),
      ...documentAnnex(input),
      ...documentSignatures(input),
    ],
  };
}

/** The entries of its own are what the portal's reader of a signed file looks for. */
function information(
  input: AgreementPdfInput,
  issuedAt: Date,
): TDocumentInformation & Record<typeof placesKey, string> {
  return {
    title: `${input.title} ${input.abstract}`,
    subject: documentNumber(Number(input.number), input.symbol),
    author: input.offices.map((office) => office.name).join("; "),
    creator: "Cổng phối hợp",
    producer: "pdfmake",
    creationDate: issuedAt,
    [placesKey]: roomForPlaces(placeNames(input).length),
  };
}
