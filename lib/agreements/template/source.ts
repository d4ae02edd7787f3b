import { z } from "zod";
import text from "./eight-areas.json";
import { officeRefs } from "./types";

const office = z.enum(officeRefs);
const days = z.int().positive();

const leadRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), office }),
  z.strictObject({ kind: z.literal("office-serving") }),
  z.strictObject({ kind: z.literal("host-of") }),
  z.strictObject({
    kind: z.literal("by-table"),
    rows: z
      .array(z.strictObject({ subject: z.string(), label: z.string(), office, basis: z.string() }))
      .min(1),
  }),
]);

const duty = z.strictObject({
  key: z.string(),
  areaKey: z.string(),
  text: z.string(),
  shortText: z.string(),
  leadRule,
  offices: z.array(z.strictObject({ office, part: z.enum(["assist", "informed"]) })),
  basis: z.string().exactOptional(),
  fixedByLaw: z.boolean(),
  noticeDays: days.exactOptional(),
  paperDays: days.exactOptional(),
  opinionDays: days,
  silence: z.enum(["agree", "remind", "block"]),
});

const article = z.strictObject({
  key: z.string(),
  ordinal: z.int(),
  chapterOrdinal: z.int(),
  heading: z.string(),
  clauses: z.array(z.string()),
});

const source = z.strictObject({
  title: z.string(),
  abstract: z.string(),
  mark: z.string(),
  bases: z.array(z.string()),
  chapters: z.array(z.strictObject({ ordinal: z.int(), title: z.string() })),
  articles: z.array(article),
  areas: z.array(
    z.strictObject({ key: z.string(), ordinal: z.int(), title: z.string(), articleKey: z.string() }),
  ),
  duties: z.array(duty),
});

export type SourceDuty = z.infer<typeof duty>;
export type SourceArticle = z.infer<typeof article>;

/**
 * The template before names are put in. An area's article holds only what follows its duties there: each duty of
 * the area comes first, as a clause of its own, so that clause text and duty text cannot drift apart.
 */
export const eightAreasSource = source.parse(text);
