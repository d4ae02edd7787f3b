import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Facts } from "@/components/ui/facts";
import { Fingerprint } from "@/components/ui/fingerprint";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import type { FormAction } from "@/lib/platform/forms/form-state";

export type SigningPanelProps = {
  document: {
    /** "Trang 9 trên 9" */
    pageText: string;
    pdfHref: string;
    /** "Mở đúng tệp PDF sẽ ký, 214 kB" */
    pdfLabel: string;
    /** SHA-256 of the file, 64 hexadecimal digits. */
    fileHash: string;
    /** The last page, drawn as paper. */
    page: ReactNode;
  };
  signer: { name: string; capacity: string; onBehalfOf: string };
  /** How the text stands to what the signer consented to. */
  sameness: ReactNode;
  /** What the signature will do, in one or two sentences. */
  consequence: ReactNode;
  /** "Khóa của cổng (chữ ký số nội bộ, đến 31/12/2027)" */
  method: ReactNode;
  /** "Khác mật khẩu đăng nhập, từ 10 ký tự. Còn 5 lần thử." */
  passphraseHint: string;
  action: FormAction;
  /** What the action must know: ids, the hash shown. */
  hidden: Readonly<Record<string, string>>;
  /** The page on which declining asks for its reason; as easy to find as signing. */
  declineHref: string;
  declineHint: string;
  /** Where one signs with a certificate that the portal did not issue. */
  otherWays?: { href: string; label: string } | undefined;
};

/** Left what is signed, right what will happen, in whose name, and the two answers side by side. */
export function SigningPanel(props: SigningPanelProps) {
  return (
    <div className="signing">
      <SigningViewer document={props.document} />
      <SigningForm {...props} />
    </div>
  );
}

function strong(text: ReactNode) {
  return <b>{text}</b>;
}

function SigningViewer({ document }: Pick<SigningPanelProps, "document">) {
  const t = useTranslations("agreementParts.signing");
  return (
    <section className="viewer" aria-labelledby="signing-file">
      <div className="viewer__bar">
        <h2 id="signing-file">{t("file")}</h2>
        <span className="text-muted">{document.pageText}</span>
        <span className="r">
          <a href={document.pdfHref}>{document.pdfLabel}</a>
        </span>
      </div>
      {/* A scrolling region takes the keyboard, so it is reachable and named. */}
      <section className="viewer__pages" tabIndex={0} aria-label={t("scroll", { page: document.pageText })}>
        {document.page}
      </section>
    </section>
  );
}

function SigningForm(props: SigningPanelProps) {
  const { document, signer, sameness, consequence, method, passphraseHint, action, hidden } = props;
  const t = useTranslations("agreementParts.signing");
  return (
    <section className="panel" aria-labelledby="signing-title">
      <h2 id="signing-title" className="sr-only">
        {t("title")}
      </h2>
      <Facts
        facts={[
          { label: t("signer"), value: <b>{signer.name}</b> },
          { label: t("capacity"), value: t.rich("capacityText", { ...signer, b: strong }) },
          { label: t("content"), value: sameness },
          { label: t("method"), value: method },
        ]}
      />
      <Note tone="info" icon="pen" level={3} title={t("consequence")}>
        <p>{consequence}</p>
      </Note>
      <ActionForm id="sign" action={action} labelledBy="signing-title">
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <PasswordField name="passphrase" label={t("passphrase")} hint={passphraseHint} autoComplete="off" />
        <div className="halves">
          <SubmitButton size="big" icon="pen">
            {t("sign")}
          </SubmitButton>
          <LinkButton size="big" href={props.declineHref}>
            {t("decline")}
          </LinkButton>
        </div>
      </ActionForm>
      <p className="text-xs text-muted">{props.declineHint}</p>
      {props.otherWays ? (
        <p className="text-sm">
          <a href={props.otherWays.href}>{props.otherWays.label}</a>
        </p>
      ) : null}
      <details className="plain">
        <summary>
          <Icon name="right" small />
          {t("fingerprint")}
        </summary>
        <p className="mt-1 text-xs">
          <Fingerprint hex={document.fileHash} />
        </p>
      </details>
    </section>
  );
}
