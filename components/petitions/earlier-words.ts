import type { PetitionLine } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Words = (key: never, values?: never) => string;

export type EarlierPerson = { fullName: string; address: string; phone: string; idNumber: string };

/** An earlier letter or visit as the form of a new one says it; the person where the letter is in the clear. */
export type EarlierAnswer = {
  id: string;
  code: string;
  href: string;
  subject: string;
  about: string;
  who: string;
  person: EarlierPerson | null;
};

export function earlierAnswers(t: Words, lines: readonly PetitionLine[], base: string): EarlierAnswer[] {
  const say = (key: string) => t(key as never);
  return lines.map((line) => {
    const person = line.petitioner.kind === "plain" ? line.petitioner : null;
    const about = [
      formatDay(line.receivedOn),
      say(`kind.${line.kind}`),
      line.lead.code,
      say(`state.${line.state}`),
    ];
    return {
      id: line.id,
      code: line.code,
      href: `${base}/${line.id}`,
      subject: line.subject,
      about: about.join(" · "),
      who: person
        ? [person.fullName || say("petitioner.anonymous"), person.address].filter(Boolean).join(", ")
        : say(`petitioner.${line.petitioner.kind === "anonymous" ? "anonymous" : "sealed"}`),
      person: person && {
        fullName: person.fullName,
        address: person.address,
        phone: person.phone,
        idNumber: person.idNumber,
      },
    };
  });
}
