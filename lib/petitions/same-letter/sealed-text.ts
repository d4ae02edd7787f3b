import { foldVietnamese, maskPerson, maskWords, nobody, type Petitioner } from "../identity/person";
import type { LetterText } from "./traits";

/**
 * A letter as it may be compared: of one that denounces, or may, nothing of who wrote, in the text neither, nor of whoever wrote
 * for them.
 */
export function comparable(
  people: readonly Petitioner[],
  text: { subject: string; content: string },
  sealed: boolean,
): LetterText {
  const [person = nobody] = people;
  if (!sealed) return { ...person, ...text };
  return {
    fullName: "",
    address: "",
    phone: "",
    idNumber: "",
    subject: people.reduce(withoutPerson, text.subject),
    content: people.reduce(withoutPerson, text.content),
    bare: true,
  };
}

/** Without the name, the numbers and the parts of the address. */
function withoutPerson(text: string, person: Petitioner): string {
  return person.address
    .split(/[,;\n]|\s-\s/)
    .filter((part) => foldVietnamese(part).length >= 4)
    .reduce((left, part) => maskWords(left, part, " "), maskPerson(text, person, " "));
}
