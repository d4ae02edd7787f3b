import { foldVietnamese, maskPerson, type Petitioner } from "../identity/person";
import type { LetterText } from "./traits";

/** A letter as it may be compared: of one that denounces, or may, nothing of who wrote, in the text neither. */
export function comparable(
  person: Petitioner,
  text: { subject: string; content: string },
  sealed: boolean,
): LetterText {
  if (!sealed) return { ...person, ...text };
  return {
    fullName: "",
    address: "",
    phone: "",
    idNumber: "",
    subject: withoutPerson(text.subject, person),
    content: withoutPerson(text.content, person),
    bare: true,
  };
}

/** Folded, and without the name, the numbers and the parts of the address. */
function withoutPerson(text: string, person: Petitioner): string {
  const folded = ` ${foldVietnamese(maskPerson(text, person, " "))} `;
  return person.address
    .split(/[,;\n]|\s-\s/)
    .map(foldVietnamese)
    .filter((part) => part.length >= 4)
    .reduce((left, part) => left.replaceAll(` ${part} `, " "), folded)
    .trim();
}
