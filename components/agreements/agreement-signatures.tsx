import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { useOutsideWords } from "@/components/agreements/outside/outside-words";
import { signatureCount } from "@/components/agreements/signature-count";
import { SignatureStrip, type SigningParty } from "@/components/agreements/signature-strip";
import { officeCodes, useSigningOrder } from "@/components/agreements/signing-order";
import type { AgreementPageView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** Who has signed, who is asked and since when. */
export function useSigningParties(view: AgreementPageView, officeId: string, base: string): SigningParty[] {
  const t = useTranslations("agreements");
  const { round } = view;
  const order = useSigningOrder(view);
  const outsideWords = useOutsideWords();
  const outside = view.outside.map((party): SigningParty => {
    const taken = round?.taken?.partyId === party.id;
    return {
      key: party.id,
      office: { code: party.name, tint: "x" },
      state: party.signature
        ? "signed"
        : party.decline
          ? "declined"
          : round?.state === "open"
            ? "asked"
            : "waiting",
      signer: `${party.signerName}, ${party.signingTitle}`,
      detail:
        (party.signature ?? party.decline)
          ? outsideWords.signature(party)
          : taken && round?.taken
            ? t("outside.inTurn", { until: formatInstant(round.taken.until) })
            : t("outside.through", { office: party.office.code }),
    };
  });
  const own = view.parties.map((party): SigningParty => {
    const signature = round?.signatures.find((candidate) => candidate.partyId === party.id);
    const onBehalf = round?.turns.find(({ partyId }) => partyId === party.id)?.onBehalf;
    const declined = round?.decline?.partyId === party.id;
    const mine = party.office.id === officeId && view.may.sign;
    const open = round?.state === "open";
    const before = order.before(party.id);
    const asked = before.length > 0 ? "later" : mine ? "mine" : "asked";
    const state = signature ? "signed" : declined ? "declined" : open ? asked : "waiting";
    const detail = signature ? (
      <a href={`${base}/receipts/${signature.id}`}>
        {t("receiptLink", { at: formatInstant(signature.signedAt) })}
        <span className="sr-only"> {party.office.code}</span>
      </a>
    ) : declined ? (
      (round?.decline?.reason ?? "")
    ) : open && before.length > 0 ? (
      t("order.after", { offices: officeCodes(before) })
    ) : open ? (
      t("askedDetail", { at: formatInstant(round.openedAt) })
    ) : (
      ""
    );
    return {
      key: party.id,
      office: officeMark(party.office),
      state,
      signer: onBehalf
        ? t("signerOnBehalf", { kind: onBehalf.kind, name: onBehalf.personName })
        : (signature?.signerName ?? party.signer?.name ?? t("vacant")),
      detail,
    };
  });
  return [...own, ...outside];
}

/** Which organisations have signed after the persons, and since when the paper is issued. */
export function OrganisationSignatures({ view }: { view: AgreementPageView }) {
  const t = useTranslations("agreements.issue");
  const organisations = view.round?.organisations;
  if (!organisations || view.version.storedState !== "signed") return null;
  return (
    <div className="mt-4">
      <p className="text-sm">
        <b>{t("organisations")}</b>{" "}
        {organisations.issuedAt
          ? t("issuedAt", { at: formatInstant(organisations.issuedAt) })
          : t("notIssued")}
      </p>
      <ul className="mt-1 text-sm">
        {view.parties.map(({ id, office }) => {
          const signature = organisations.signed.find(({ partyId }) => partyId === id);
          return (
            <li key={id}>
              {office.name}: {signature ? formatInstant(signature.at) : t("unsigned")}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type AgreementSignaturesProps = { view: AgreementPageView; officeId: string; base: string };

export function AgreementSignatures({ view, officeId, base }: AgreementSignaturesProps) {
  const t = useTranslations("agreements");
  const parties = useSigningParties(view, officeId, base);
  const order = useSigningOrder(view);
  const check = view.round?.document.check;
  return (
    <section
      id="signatures"
      aria-label={t("tabs.signatures", { signed: signatureCount(view), all: parties.length })}
    >
      <p className="mt-4 text-sm">{order.sentence}</p>
      <SignatureStrip parties={parties} />
      <OrganisationSignatures view={view} />
      {check ? (
        <p className="mt-2 text-xs text-muted">
          {t(check.ok ? "checked" : "checkFailed", { at: formatInstant(check.at) })}
        </p>
      ) : null}
    </section>
  );
}
