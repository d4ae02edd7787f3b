import { useTranslations } from "next-intl";
import type { CheckedFile, ShownChange, ShownSignature } from "@/lib/agreements/public-check/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** What was found in one file, from the verdict down to what lies between two signatures. */
export function CheckedFileReport({ answer }: { answer: CheckedFile }) {
  const t = useTranslations("verify");
  const { verdict, signatures, faults, more } = answer;
  const isBad = verdict === "invalid";
  return (
    <section className="verdict" id="answer" aria-labelledby="verdict-title" tabIndex={-1}>
      <h2 id="verdict-title" className={isBad ? "verdict__bad" : undefined}>
        {t(`verdict.${verdict}`, { count: signatures.length + more })}
      </h2>
      <p className="verdict__file">{answer.file}</p>
      {faults.map((fault) => (
        <p className="cit__note" key={fault}>
          {t(`fault.${fault}`)}
        </p>
      ))}
      <ol className="verdict__list">
        {signatures.map((signature, index) => (
          <Signature
            key={`${signature.name} ${signature.at}`}
            signature={signature}
            ordinal={index + 1}
            isLast={index + 1 === signatures.length + more}
          />
        ))}
      </ol>
      {more > 0 ? <p>{t("more", { count: more })}</p> : null}
      <details className="cit__plain">
        <summary>{t("notJudged")}</summary>
        <p>{t("notJudgedText")}</p>
        <p>{t("fingerprint")}</p>
        <p className="mono">{answer.sha256.match(/.{1,4}/g)?.join(" ")}</p>
      </details>
    </section>
  );
}

type SignatureProps = { signature: ShownSignature; ordinal: number; isLast: boolean };

function Signature({ signature, ordinal, isLast }: SignatureProps) {
  const t = useTranslations("verify");
  const { problems, notices, root, at, stampedAt, reason } = signature;
  const capacity = [signature.title, signature.office].filter((part) => part !== "").join(", ");
  const ok = problems.length === 0;
  return (
    <li>
      <h3>{t("signature", { ordinal, name: signature.name || t("unknownSigner") })}</h3>
      <dl className="cit__check">
        <div>
          <dt>{t("capacity")}</dt>
          <dd>{capacity || t("unknown")}</dd>
        </div>
        {reason ? (
          <div>
            <dt>{t("reason")}</dt>
            <dd>{reason}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t("at")}</dt>
          <dd>{at ? formatInstant(new Date(at)) : t("unknown")}</dd>
        </div>
        {stampedAt ? (
          <div>
            <dt>{t("stampedAt")}</dt>
            <dd>{formatInstant(new Date(stampedAt))}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t("result")}</dt>
          <dd className={ok ? undefined : "verdict__bad"}>
            {ok ? t("valid") : t("invalid", { why: problems.map((code) => t(`problem.${code}`)).join("; ") })}
          </dd>
        </div>
        <div>
          <dt>{t("authority")}</dt>
          <dd>{root ? t("rootKnown", { name: root }) : t("rootUnknown")}</dd>
        </div>
        {notices.filter((code) => code !== "untrusted").length > 0 ? (
          <div>
            <dt>{t("notices")}</dt>
            <dd>
              {notices
                .filter((code) => code !== "untrusted")
                .map((code) => t(`problem.${code}`))
                .join("; ")}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{isLast ? t("afterLast", { ordinal }) : t("between", { ordinal, next: ordinal + 1 })}</dt>
          <dd>
            <Changes changes={signature.changesAfter} isLast={isLast} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

function Changes({ changes, isLast }: { changes: readonly ShownChange[]; isLast: boolean }) {
  const t = useTranslations("verify");
  if (changes.length === 0) return isLast ? t("nothingAfter") : t("nothingBetween");
  const words = changes.map(({ change, page }) =>
    page === undefined ? t(`change.${change}`) : t("onPage", { change: t(`change.${change}`), page }),
  );
  return <span className="verdict__bad">{t("changed", { what: words.join("; ") })}</span>;
}
