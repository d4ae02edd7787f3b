import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type AgreementChapter, AgreementText } from "@/components/agreements/agreement-text";
import type { SignatureBlock } from "@/components/agreements/signature-blocks";
import { capacityLines } from "@/lib/agreements/delegations";
import { documentSymbol, openNumber } from "@/lib/agreements/rules";
import type { AgreementPageView } from "@/lib/agreements/types";
import { type Day, formatInstant } from "@/lib/platform/dates/days";
import { authorityIn, numberLine } from "@/lib/platform/documents/official-form";

/** One block for each signer, drawn as on the paper. */
export function useSignatureBlocks(view: AgreementPageView, officeId: string): SignatureBlock[] {
  const t = useTranslations("agreements.signatureBlock");
  const own = view.parties.map((party): SignatureBlock => {
    const onBehalf = view.round?.turns.find(({ partyId }) => partyId === party.id)?.onBehalf ?? null;
    const signature = view.round?.signatures.find((candidate) => candidate.partyId === party.id);
    const declined = view.round?.decline?.partyId === party.id;
    const mine = party.office.id === officeId && view.may.sign;
    const state = signature ? "signed" : declined ? "declined" : mine ? "mine" : "open";
    return {
      key: party.id,
      capacity: capacityLines(party.signingPostTitle, onBehalf).map((line) =>
        authorityIn(view.version.form, line).toLocaleUpperCase("vi"),
      ),
      name: signature?.signerName ?? onBehalf?.personName ?? party.signer?.name ?? "",
      state,
      text: signature
        ? t("signed", { at: formatInstant(signature.signedAt) })
        : t(state === "signed" ? "open" : state),
    };
  });
  const outside = view.outside.map(
    (party): SignatureBlock => ({
      key: party.id,
      capacity: [authorityIn(view.version.form, party.signingTitle).toLocaleUpperCase("vi")],
      name: party.signerName,
      state: party.signature ? "signed" : party.decline ? "declined" : "open",
      text: party.signature
        ? t("signed", { at: formatInstant(party.signature.at) })
        : t(party.decline ? "declined" : "open"),
    }),
  );
  return [...own, ...outside];
}

/** All that sign, as the head of the paper names them. */
function organsOf({ parties, outside }: AgreementPageView): string[] {
  return [...parties.map(({ office }) => office.name), ...outside.map(({ name }) => name)].map((name) =>
    name.toLocaleUpperCase("vi"),
  );
}

/** As taken with the round; before it, the place that a draft leaves open for it. */
function usePaperNumber({ round, version, parties }: AgreementPageView): string {
  const t = useTranslations("agreements.paper");
  const symbols = parties.map(({ symbol }) => symbol);
  const number = round?.number ?? openNumber(documentSymbol(version.form, symbols));
  return version.form === "party" ? numberLine({ form: "party", number }) : t("number", { number });
}

function usePlaceAndDate(place: string, day: Day | null): string {
  const t = useTranslations("agreements.paper");
  if (!day) return t("noDate", { place });
  return t("placeAndDate", { place, day: day.slice(8, 10), month: day.slice(5, 7), year: day.slice(0, 4) });
}

/** Chapters as they are read, with the ways to change or remark on what is still open. */
function useTextChapters(view: AgreementPageView, base: string): AgreementChapter[] {
  const t = useTranslations("agreements");
  return view.chapters.map((chapter) => ({
    id: `chapter-${chapter.ordinal}`,
    number: t("chapter", { roman: chapter.roman }),
    title: chapter.title,
    articles: chapter.articles.map((article) => ({
      id: article.articleKey,
      number: t("article", { ordinal: article.ordinal }),
      title: article.heading,
      editHref: view.may.edit ? `${base}/articles/${article.articleKey}` : undefined,
      clauses: [...article.clauses, ...(article.dated ? [article.dated] : [])].map((clause, index) => ({
        id: `article-${article.ordinal}-${index + 1}`,
        text: `${index + 1}. ${clause}`,
        pointHref:
          view.may.raise && index < article.clauses.length
            ? `${base}/points?at=${article.articleKey}.${index + 1}#raise`
            : undefined,
      })),
    })),
  }));
}

type AgreementDocumentProps = {
  view: AgreementPageView;
  officeId: string;
  place: string;
  base: string;
  children?: ReactNode;
};

/** The text as on paper, with its head, chapters and signature blocks. */
export function AgreementDocument({ view, officeId, place, base, children }: AgreementDocumentProps) {
  const t = useTranslations("agreements");
  const { version, round } = view;
  const blocks = useSignatureBlocks(view, officeId);
  const numberOn = usePaperNumber(view);
  const chapters = useTextChapters(view, base);
  const placeAndDate = usePlaceAndDate(place, round?.issueDate ?? null);
  return (
    <AgreementText
      id="text"
      title={t("textTitle")}
      note={
        round
          ? t("textFrozen", { number: version.number, at: formatInstant(round.openedAt) })
          : t("textNote", { number: version.number, at: formatInstant(version.changedAt) })
      }
      head={{
        form: version.form,
        mark: version.mark ?? undefined,
        organs: organsOf(view),
        number: numberOn,
        placeAndDate,
        type: t("paper.type"),
        subject: version.abstract,
      }}
      bases={version.bases}
      chapters={chapters}
      signatures={round ? blocks : undefined}
      recipients={version.recipients}
      foot={round ? t("foot") : undefined}
    >
      {children}
    </AgreementText>
  );
}

/** Of an amendment: the articles it is signed for, and under them the text as it reads with them. */
export function AmendmentDocument({ view, officeId, place, base, children }: AgreementDocumentProps) {
  const t = useTranslations("agreements");
  const { version, round, amendment } = view;
  const blocks = useSignatureBlocks(view, officeId);
  const numberOn = usePaperNumber(view);
  const chapters = useTextChapters(view, base);
  const placeAndDate = usePlaceAndDate(place, round?.issueDate ?? null);
  const organs = organsOf(view);
  if (!amendment) return null;
  return (
    <>
      <AgreementText
        id="text"
        title={t("amendment.title")}
        note={t("amendment.note", { number: amendment.papers[0]?.paperNumber ?? "" })}
        head={{
          form: version.form,
          mark: version.mark ?? undefined,
          organs,
          number: numberOn,
          placeAndDate,
          type: t("paper.type"),
          subject: version.abstract,
        }}
        bases={version.bases}
        chapters={[
          {
            id: "amendment",
            number: "",
            title: "",
            articles: amendment.articles.map((article) => ({
              id: `amendment-${article.ordinal}`,
              number: t("article", { ordinal: article.ordinal }),
              title: article.heading,
              clauses: article.clauses.map((clause, index) => ({
                id: `amendment-${article.ordinal}-${index + 1}`,
                text: `${index + 1}. ${clause}`,
              })),
            })),
          },
        ]}
        signatures={round ? blocks : undefined}
        recipients={version.recipients}
        foot={round ? t("foot") : undefined}
      >
        {children}
      </AgreementText>
      <AgreementText
        id="consolidated"
        title={t("amendment.consolidated")}
        note={t("amendment.consolidatedNote")}
        head={{
          form: "joint",
          organs,
          number: t("paper.number", { number: amendment.papers[0]?.paperNumber ?? "" }),
          placeAndDate: t("amendment.pending"),
          type: t("consolidated.type"),
          subject: amendment.papers[0]?.abstract ?? "",
        }}
        chapters={chapters}
      />
    </>
  );
}
