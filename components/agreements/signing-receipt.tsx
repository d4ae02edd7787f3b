import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SignatureStrip, type SigningParty } from "@/components/agreements/signature-strip";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { Fingerprint } from "@/components/ui/fingerprint";
import { Timeline, TimelineStep } from "@/components/ui/timeline";

export type SigningReceiptProps = {
  title: string;
  number: string;
  signer: string;
  /** "07:52:18, Thứ Tư 25/11/2026 (giờ Việt Nam)" */
  signedAt: string;
  /** "Thứ 2 trên 3, gắn thêm vào tệp" */
  ordinal: ReactNode;
  certificate: ReactNode;
  /** SHA-256 of the file as it is after this signature. */
  fileHash: string;
  auditLine: ReactNode;
  /** How to check it, one sentence each. */
  checks: readonly { key: string; text: ReactNode }[];
  parties: readonly SigningParty[];
  next: ReactNode;
  /** The signatures of the organisations. */
  organisations?: ReactNode;
};

/** What was signed, by whom, when, and how anyone can check it. */
export function SigningReceipt(props: SigningReceiptProps) {
  const t = useTranslations("agreementParts.receipt");
  return (
    <div className="work">
      <div>
        <section className="receipt" aria-labelledby="receipt-title">
          <h2 className="receipt__k" id="receipt-title">
            {t("title")}
          </h2>
          <p className="receipt__t">
            {props.title}
            <br />
            <span>{props.number}</span>
          </p>
          <Facts
            facts={[
              { label: t("signer"), value: props.signer },
              { label: t("at"), value: props.signedAt },
              { label: t("signature"), value: props.ordinal },
              { label: t("certificate"), value: props.certificate },
              { label: t("fingerprint"), value: <Fingerprint hex={props.fileHash} /> },
              { label: t("auditLine"), value: props.auditLine },
            ]}
          />
        </section>
        <Section id="checks" title={t("checks")}>
          <div className="pt-3">
            <Timeline>
              {props.checks.map((check, index) => (
                <TimelineStep key={check.key} state="later" number={index + 1}>
                  <p>{check.text}</p>
                </TimelineStep>
              ))}
            </Timeline>
          </div>
        </Section>
      </div>
      <aside aria-labelledby="next-title">
        <Section id="next" title={t("next")}>
          <p>{props.next}</p>
          <div className="mt-3">
            <SignatureStrip parties={props.parties} column />
            {props.organisations}
          </div>
        </Section>
      </aside>
    </div>
  );
}
