import { useTranslations } from "next-intl";
import { AgreementChangesSection } from "@/components/agreements/agreement-changes";
import { useSignatureBlocks } from "@/components/agreements/agreement-document";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { useAgreementWords } from "@/components/agreements/agreement-words";
import { ContradictionsNote } from "@/components/agreements/contradictions-note";
import { SignatureBlocks } from "@/components/agreements/signature-blocks";
import { SigningPanel } from "@/components/agreements/signing-panel";
import { DueLabel } from "@/components/ui/date-label";
import { Note } from "@/components/ui/note";
import { signVersionAction } from "@/lib/agreements/actions";
import { capacityLines } from "@/lib/agreements/delegations";
import type { SigningPageView } from "@/lib/agreements/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";
import type { Actor } from "@/lib/platform/tenancy/actor";

/** The last article and the signature blocks, drawn as on the paper's last page. */
function LastPage({ view, officeId }: { view: SigningPageView; officeId: string }) {
  const t = useTranslations("agreements");
  const blocks = useSignatureBlocks(view, officeId);
  const articles = view.amendment
    ? view.amendment.articles.map((article) => ({
        ...article,
        articleKey: `${article.ordinal}`,
        dated: null,
      }))
    : (view.chapters.at(-1)?.articles.slice(-2) ?? []);
  return (
    <article className="paper">
      {articles.map((article) => (
        <div key={article.articleKey}>
          <h3 className="dieu">
            {t("article", { ordinal: article.ordinal })}. {article.heading}
          </h3>
          {[...article.clauses, ...(article.dated ? [article.dated] : [])].map((clause, index) => (
            <p key={clause}>
              {index + 1}. {clause}
            </p>
          ))}
        </div>
      ))}
      <SignatureBlocks blocks={blocks} />
      <p className="paper__foot">{t("foot")}</p>
    </article>
  );
}

function useConsequence(view: SigningPageView, actor: Actor): string {
  const t = useTranslations("agreements.signing");
  const words = useAgreementWords();
  const signed = new Set(view.round?.signatures.map((signature) => signature.partyId));
  const others = view.parties.filter((party) => !signed.has(party.id) && party.office.id !== actor.officeId);
  const waiting = [
    ...others.map((party) => party.office.code),
    ...view.outside.filter(({ signature }) => signature === null).map(({ name }) => name),
  ];
  const what =
    waiting.length > 0
      ? t("others", { offices: waiting.join(", ") })
      : t("last", { term: words.term(view.version) });
  return `${what} ${t("final")}`;
}

/** In what capacity the acting person signs: of the own post, or for the chief. */
function capacityOf(view: SigningPageView, actor: Actor): string {
  const mine = view.parties.find((party) => party.office.id === actor.officeId);
  const onBehalf = view.round?.turns.find(({ partyId }) => partyId === mine?.id)?.onBehalf ?? null;
  return mine ? capacityLines(mine.signingPostTitle, onBehalf).join(", ") : actor.postTitle;
}

export function SignPage({ view, actor }: { view: SigningPageView; actor: Actor }) {
  const t = useTranslations("agreements.signing");
  const files = useTranslations("agreements.files");
  const ways = useTranslations("agreements.otherWays");
  const consequence = useConsequence(view, actor);
  const tenant = actor.tenantSlug;
  const otherWays = `/${tenant}/agreements/${view.agreementId}/sign/other`;
  const { round } = view;
  const [key] = view.keys;
  if (!round) return null;
  const header = (
    <AgreementHeader
      view={view}
      tenant={tenant}
      title={t("title", { title: view.title })}
      crumb={t("crumb")}
    />
  );
  const taken = round.taken;
  if (taken && !taken.mine) {
    const holder =
      view.parties.find(({ id }) => id === taken.partyId)?.office.code ??
      view.outside.find(({ id }) => id === taken.partyId)?.name;
    return (
      <>
        {header}
        <Note
          tone="info"
          icon="clock"
          title={ways("takenByOther", {
            office: holder ?? "",
            until: formatInstant(taken.until),
          })}
        />
      </>
    );
  }
  if (!key || key.locked) {
    return (
      <>
        {header}
        <Note tone="alarm" title={key ? t("locked") : t("noKey")}>
          <p>
            <a href={otherWays}>{ways("link")}</a>
          </p>
        </Note>
      </>
    );
  }
  return (
    <>
      {header}
      <ContradictionsNote view={view} base={`/${tenant}/agreements/${view.agreementId}`} />
      <AgreementChangesSection view={view} linked={false} />
      <SigningPanel
        document={{
          pageText: t("lastPage"),
          pdfHref: `/${tenant}/files/${round.document.id}`,
          pdfLabel: files("openPdf", { size: Math.ceil(round.document.size / 1024) }),
          fileHash: round.document.sha256,
          page: <LastPage view={view} officeId={actor.officeId} />,
        }}
        signer={{ name: actor.personName, capacity: capacityOf(view, actor), onBehalfOf: actor.officeName }}
        sameness={
          view.consentedAt ? (
            <>
              <DueLabel tone="done" text={t("same")} />{" "}
              {t("sameAs", { number: view.version.number, at: formatInstant(view.consentedAt) })}
            </>
          ) : null
        }
        consequence={consequence}
        method={t("method", { until: formatDay(dayAt(key.notAfter)) })}
        passphraseHint={t(actor.demo ? "demoHint" : "passphraseHint")}
        action={signVersionAction}
        hidden={{
          tenant,
          versionId: view.version.id,
          issuedSha256: round.issuedSha256,
          certificateId: key.certificateId,
        }}
        declineHref={`/${tenant}/agreements/${view.agreementId}/decline`}
        declineHint={t("declineHint")}
        otherWays={{ href: otherWays, label: ways("link") }}
      />
    </>
  );
}
