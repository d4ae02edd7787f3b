import { useTranslations } from "next-intl";
import { useScanWords } from "@/components/petitions/secrecy/scan-words";
import { Icon } from "@/components/ui/icon";
import type { PetitionPageView } from "@/lib/petitions/types";

/**
 * Scans of a sealed letter: each is sent back by an act of its own, with the reason that was typed. A plain form, since what
 * answers is a file and the page stays as it is.
 */
export function LookAtScans({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions.secrecy");
  const words = useScanWords();
  const { scans, returned } = view.secrecy;
  const state = returned?.form === "scans" ? returned.state : null;
  const errors = state?.status === "error" ? (state.fieldErrors["reason"] ?? []) : [];
  const post = (scanId: string) => `/${tenant}/petitions/${view.petitionId}/attachments/${scanId}`;
  const described = errors.length > 0 ? "scans-reason-hint scans-reason-error" : "scans-reason-hint";
  return (
    <form method="post" action={post(scans[0]?.id ?? "")} className="mb-4">
      <div className={errors.length > 0 ? "field field--bad" : "field"}>
        <label htmlFor="scans-reason">{t("reason")}</label>
        <p className="hint" id="scans-reason-hint">
          {t("scanReasonHint")}
        </p>
        {errors.length > 0 ? (
          <p className="error" id="scans-reason-error">
            <Icon name="alert" small />
            <span>{errors.join(" ")}</span>
          </p>
        ) : null}
        <input
          id="scans-reason"
          name="reason"
          className="input"
          required
          minLength={5}
          maxLength={300}
          autoComplete="off"
          aria-describedby={described}
          aria-invalid={errors.length > 0 ? true : undefined}
        />
      </div>
      <ul className="files" aria-label={t("scans")}>
        {scans.map((scan, index) => (
          <li key={scan.id}>
            <Icon name="lock" small />
            <span>
              <button type="submit" className="btn" formAction={post(scan.id)}>
                {t("openScan", { scan: words.name(index) })}
              </button>{" "}
              <small>{words.about(scan)}</small>
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
}
