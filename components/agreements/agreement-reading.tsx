import { useTranslations } from "next-intl";
import { AgreementNextAct, agreementMenu } from "@/components/agreements/agreement-acts";
import { AgreementChangesSection } from "@/components/agreements/agreement-changes";
import { AgreementConsents } from "@/components/agreements/agreement-consents";
import { AgreementDocument, AmendmentDocument } from "@/components/agreements/agreement-document";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { AgreementMatrix } from "@/components/agreements/agreement-matrix";
import { AgreementSignatures } from "@/components/agreements/agreement-signatures";
import { AgreementTurn } from "@/components/agreements/agreement-turn";
import { ContradictionsNote } from "@/components/agreements/contradictions-note";
import { signatureCount, signerCount } from "@/components/agreements/signature-count";
import { RefusedNote } from "@/components/refusals/refused-note";
import { Note } from "@/components/ui/note";
import { Tabs } from "@/components/ui/tabs";
import { hasConsented } from "@/lib/agreements/external/policy";
import type { AgreementPageView, PointView } from "@/lib/agreements/types";

const isOpen = ({ state }: PointView) => state === "open" || state === "answered";

type AgreementReadingProps = { view: AgreementPageView; tenant: string; officeId: string; place: string };

/** One agreement: whose move it is, the matrix, consents while the text is open, the text, the signatures. */
export function AgreementReading({ view, tenant, officeId, place }: AgreementReadingProps) {
  const t = useTranslations("agreements");
  const acts = useTranslations("agreements.acts");
  const base = `/${tenant}/agreements/${view.agreementId}`;
  const pdfHref = view.round ? `/${tenant}/files/${view.round.document.id}` : null;
  const negotiating = view.version.storedState === "negotiating";
  const Document = view.amendment ? AmendmentDocument : AgreementDocument;
  const all = signerCount(view);
  const articles = view.chapters.reduce((count, chapter) => count + chapter.articles.length, 0);
  const tabs = [
    { href: "#matrix", label: t("tabs.matrix"), current: true },
    ...(view.changes ? [{ href: "#changes", label: t("tabs.changes") }] : []),
    ...(negotiating
      ? [
          {
            href: "#consent",
            label: t("tabs.consent", {
              given: view.consents.filter((c) => c.current).length + view.outside.filter(hasConsented).length,
              all,
            }),
          },
        ]
      : []),
    ...(view.may.raise || view.points.length > 0
      ? [{ href: `${base}/points`, label: t("points.tab", { open: view.points.filter(isOpen).length }) }]
      : []),
    ...(view.amendment
      ? [
          { href: "#text", label: t("tabs.amendment") },
          { href: "#consolidated", label: t("tabs.consolidated") },
        ]
      : [{ href: "#text", label: t("tabs.text", { count: articles }) }]),
    ...(view.round
      ? [{ href: "#signatures", label: t("tabs.signatures", { signed: signatureCount(view), all }) }]
      : []),
  ];
  return (
    <>
      <AgreementHeader
        view={view}
        tenant={tenant}
        act={<AgreementNextAct view={view} tenant={tenant} base={base} />}
        menu={agreementMenu(view, base, officeId, pdfHref, acts)}
        log
      />
      {view.amendment && !view.amendment.changed ? (
        <Note tone="due" title={t("amendment.empty")}>
          {t("amendment.emptyText")}
        </Note>
      ) : (
        <AgreementTurn view={view} officeId={officeId} />
      )}
      <RefusedNote refusal={view.refusedJustNow} />
      <ContradictionsNote view={view} base={base} />
      <Tabs label={t("tabs.label")} tabs={tabs} />
      <AgreementMatrix view={view} officeId={officeId} />
      <AgreementChangesSection view={view} />
      {negotiating ? <AgreementConsents view={view} tenant={tenant} /> : null}
      <Document view={view} officeId={officeId} place={place} base={base}>
        {view.round ? <AgreementSignatures view={view} officeId={officeId} base={base} /> : null}
      </Document>
    </>
  );
}
