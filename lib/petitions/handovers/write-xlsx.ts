import "server-only";
import { createTranslator } from "next-intl";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";
import messages from "@/messages/vi.json";
import { writeRegisterXlsx } from "../paper/write-register-xlsx";
import type { HandoverFile } from "./file-schema";
import { factWords, type Say } from "./way";

const petitions = createTranslator({ locale: "vi", messages, namespace: "petitions" });
const letter = createTranslator({ locale: "vi", messages, namespace: "clocks.letter" });
const say: Say = {
  petitions: (key, values) => petitions(key as never, values as never),
  letter: (key) => letter(key as never),
};

const columns = [
  "ordinal",
  "at",
  "code",
  "kind",
  "receivedOn",
  "body",
  "channel",
  "class",
  "step",
  "facts",
  "id",
] as const;

/** The same steps as a sheet, in Vietnamese: a line each, as the file of data has them. */
export function writeHandoverXlsx(file: HandoverFile): Promise<Uint8Array> {
  return writeRegisterXlsx({
    title: petitions("handovers.sheet.title", { number: file.number }),
    lead: petitions("handovers.sheet.lead", {
      office: file.office.name,
      province: file.province.name,
      day: formatDay(dayAt(new Date(file.madeAt))),
      after: file.after,
      until: file.until,
    }),
    name: petitions("handovers.sheet.name"),
    widths: [6, 18, 18, 14, 12, 28, 18, 16, 22, 40, 38],
    columns: columns.map((column) => petitions(`handovers.sheet.column.${column}`)),
    rows: file.steps.map((step, index) => [
      String(index + 1),
      formatInstant(new Date(step.at)),
      step.letter.code,
      petitions(`kind.${step.letter.kind}`),
      formatDay(step.letter.receivedOn),
      step.letter.body,
      petitions(`channel.${step.letter.channel}`),
      petitions(`class.${step.letter.class ?? "none"}`),
      petitions(`handovers.step.${step.step}`),
      factWords(step, say),
      step.id,
    ]),
  });
}
