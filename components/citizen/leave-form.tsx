import { useTranslations } from "next-intl";

/** On a telephone that others use: nothing of the letter stays on it. */
export function LeaveForm({ tenant, at = "citizen" }: { tenant: string; at?: "citizen" | "link" }) {
  const t = useTranslations("citizen");
  return (
    <form
      className="cit__leave"
      method="post"
      encType="multipart/form-data"
      action={`/${tenant}/upload/${at}/leave`}
    >
      <button type="submit" className="btn btn--wide">
        {t("leave")}
      </button>
      <p className="hint">{t("leaveHint")}</p>
    </form>
  );
}
