import { z } from "zod";
import text from "./eight-areas.json";
import twoBodies from "./two-bodies.json";
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

const area = z.strictObject({
  key: z.string(),
  ordinal: z.int(),
  title: z.string(),
  articleKey: z.string(),
});

const source = z.strictObject({
  title: z.string(),
  abstract: z.string(),
  mark: z.string(),
  bases: z.array(z.string()),
  chapters: z.array(z.strictObject({ ordinal: z.int(), title: z.string() })),
  articles: z.array(article),
  areas: z.array(area),
  duties: z.array(duty),
});

/** What the text of two bodies says otherwise; articles and areas stand in the place of those with their ordinal. */
const otherwise = z.strictObject({
  abstract: z.string(),
  bases: z.array(z.string()),
  articles: z.array(article),
  areas: z.array(area),
  duties: z.array(z.strictObject({ replaces: z.string(), by: z.array(duty).min(1) })),
});

export type TemplateSource = z.infer<typeof source>;
export type SourceDuty = z.infer<typeof duty>;
export type SourceArticle = z.infer<typeof article>;

/**
 * The template before names are put in. An area's article holds only what follows its duties there: each duty of
 * the area comes first, as a clause of its own, so that clause text and duty text cannot drift apart.
 */
export const eightAreasSource = source.parse(text);

function inPlace<T extends { ordinal: number }>(all: readonly T[], others: readonly T[]): T[] {
  return all.map((one) => others.find(({ ordinal }) => ordinal === one.ordinal) ?? one);
}

/** A duty among offices of which none serves the Party committee. */
function withoutParty({ leadRule, offices, ...kept }: SourceDuty): SourceDuty {
  return {
    ...kept,
    leadRule:
      leadRule.kind === "by-table"
        ? { ...leadRule, rows: leadRule.rows.filter((row) => row.office !== "party") }
        : leadRule,
    offices: offices.filter((named) => named.office !== "party"),
  };
}

function sourceOfTwoBodies(): TemplateSource {
  const { abstract, bases, articles, areas, duties } = otherwise.parse(twoBodies);
  return {
    ...eightAreasSource,
    abstract,
    bases,
    articles: inPlace(eightAreasSource.articles, articles),
    areas: inPlace(eightAreasSource.areas, areas),
    duties: eightAreasSource.duties.flatMap(
      (one) => duties.find(({ replaces }) => replaces === one.key)?.by ?? [withoutParty(one)],
    ),
  };
}

/**
 * The text between the People's Council's Standing Committee and the People's Committee, signed by the offices that serve them: what
 * concerns the Party committee is left out, and what two such bodies agree on comes in its place. Clauses that the portal's rules
 * rest on stay where they are.
 */
export const twoBodiesSource = sourceOfTwoBodies();
