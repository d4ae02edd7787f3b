import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { OrganisationSignatures, useSigningParties } from "@/components/agreements/agreement-signatures";
import { signerCount } from "@/components/agreements/signature-count";
import { SigningReceipt } from "@/components/agreements/signing-receipt";
import { LinkButton } from "@/components/ui/link-button";
import type { ReceiptView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";
import type { Actor } from "@/lib/platform/tenancy/actor";

function toVerify(words: ReactNode) {
  return <a href="/verify">{words}</a>;
}

/** What a signer keeps, and how anyone checks it. */
export function ReceiptPage({ view, actor }: { view: ReceiptView; actor: Actor }) {
  const t = useTranslations("agreements.receipt");
  const agreements = useTranslations("agreements");
  const parties = useSigningParties(
    view,
    actor.officeId,
    `/${actor.tenantSlug}/agreements/${view.agreementId}`,
  );
  const { signature, audit } = view;
  const tenant = actor.tenantSlug;
  const here = `/${tenant}/agreements/${view.agreementId}`;
  const signed = new Set(view.round?.signatures.map((other) => other.partyId));
  const waiting = view.parties.filter((party) => !signed.has(party.id));
  return (
    <>
      <AgreementHeader
        view={view}
        tenant={tenant}
        title={signature.officeId === actor.officeId ? t("title") : t("titleOther")}
        crumb={t("crumb")}
        act={
          <LinkButton look="fill" href={`/${tenant}`}>
            {t("backDesk")}
          </LinkButton>
        }
      />
      <SigningReceipt
        title={view.title}
        number={agreements("number", { number: view.round?.number ?? "" })}
        signer={t("signer", { name: signature.signerName, post: signature.capacity.join(", ") })}
        signedAt={t("signedAt", { at: formatInstant(signature.signedAt) })}
        ordinal={t("ordinal", { ordinal: signature.ordinal, all: signerCount(view) })}
        certificate={t("certificate", {
          subject: signature.certificateSubject,
          serial: signature.certificateSerial,
          how: t(`how.${signature.method}`),
        })}
        fileHash={signature.sha256}
        auditLine={
          <>
            {audit ? t("audit", { seq: audit.seq, hash: audit.hash.slice(0, 16) }) : null},{" "}
            <a href={`${here}/log`}>{t("auditLink")}</a>
          </>
        }
        checks={[
          { key: "online", text: t("checkOnline") },
          {
            key: "offline",
            text: t.rich("checkOffline", { verify: toVerify }),
          },
          { key: "paper", text: t("checkPaper") },
        ]}
        parties={parties}
        organisations={<OrganisationSignatures view={view} />}
        next={
          waiting.length > 0
            ? t("nextOpen", { offices: waiting.map((party) => party.office.code).join(", ") })
            : t("nextDone")
        }
      />
    </>
  );
}
