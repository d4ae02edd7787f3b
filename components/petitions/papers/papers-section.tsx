import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import type { PaperView } from "@/lib/petitions/paper/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

function Paper({ paper, base }: { paper: PaperView; base: string }) {
  const t = useTranslations("petitions.papers");
  const file = (kind: "pdf" | "docx") => `${base}/${paper.id}/van-ban.${kind}`;
  const forms = `${base}/new`;
  return (
    <li className="given mb-4">
      <p>
        <b>{t(`kinds.${paper.kind}`)}</b>,{" "}
        {t("line", { number: paper.number, day: formatDay(paper.issuedOn) })}{" "}
        {paper.replacedBy ? <Badge tone="due">{t("replacedBy", { number: paper.replacedBy })}</Badge> : null}
      </p>
      <p className="sub">
        {paper.signedOn
          ? t("signedByOn", { signer: paper.signer, day: formatDay(paper.signedOn) })
          : t("signedBy", { signer: paper.signer })}
      </p>
      {paper.replaces ? <p>{t("replaces", { number: paper.replaces, reason: paper.reason })}</p> : null}
      {paper.corrects ? <p>{t("corrects", { number: paper.corrects })}</p> : null}
      {paper.correctedBy.length > 0 ? (
        <p>{t("correctedBy", { numbers: paper.correctedBy.join(", ") })}</p>
      ) : null}
      {paper.mayOpen ? (
        <p className="flex flex-wrap gap-2 mt-2">
          {(["pdf", "docx"] as const).map((kind) => (
            <LinkButton key={kind} look="plain" href={file(kind)}>
              {kind.toUpperCase()}
              <span className="sr-only"> {paper.number}</span>
            </LinkButton>
          ))}
          {paper.mayReplace ? (
            <>
              <LinkButton look="quiet" href={`${forms}?kind=correction&of=${paper.id}`}>
                {t("correct")}
                <span className="sr-only"> {paper.number}</span>
              </LinkButton>
              {paper.kind === "correction" ? null : (
                <LinkButton look="quiet" href={`${forms}?kind=${paper.kind}&of=${paper.id}`}>
                  {t("replace")}
                  <span className="sr-only"> {paper.number}</span>
                </LinkButton>
              )}
            </>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}

/** What left about a letter, and the way to the next paper. */
export function PapersSection({ view, tenant }: Props) {
  const t = useTranslations("petitions.papers");
  const base = `/${tenant}/petitions/${view.petitionId}/papers`;
  if (view.papers.length === 0 && !view.may.issuePaper) return null;
  return (
    <Section id="papers" title={t("title")} count={view.papers.length}>
      <ul>
        {view.papers.map((paper) => (
          <Paper key={paper.id} paper={paper} base={base} />
        ))}
      </ul>
      {view.may.issuePaper ? (
        <LinkButton look="plain" href={`${base}/new`}>
          {t("new")}
        </LinkButton>
      ) : null}
    </Section>
  );
}
