import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { type DemonstrationOffice, DemonstrationPeople } from "@/components/sign-in/demonstration-people";
import type { FormAction } from "@/lib/platform/forms/form-state";

type SignInScreenProps = {
  action: FormAction;
  /** The joint head: the names of the offices, in capitals. */
  organs: readonly string[];
  email?: string | undefined;
  /** Where the person wanted to go; the action checks it. */
  returnTo?: string | undefined;
  demonstration?: readonly DemonstrationOffice[] | undefined;
  /** Where citizens write to: the one the page knows of, or all. */
  provinces?: readonly { slug: string; name: string }[] | undefined;
};

/** Who came as a citizen has no account, and another page. */
function CitizenDoor({ provinces }: { provinces: readonly { slug: string; name: string }[] }) {
  const t = useTranslations("signInScreen");
  const [one] = provinces;
  if (!one) return null;
  if (provinces.length === 1) {
    return (
      <p className="mt-3">
        <a href={`/${one.slug}/citizen`}>{t("citizen")}</a>
      </p>
    );
  }
  return (
    <details className="more mt-3">
      <summary>{t("citizen")}</summary>
      <p className="hint">{t("citizenChoose")}</p>
      <ul>
        {provinces.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/${slug}/citizen`}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SignInScreen({
  action,
  organs,
  email,
  returnTo,
  demonstration,
  provinces = [],
}: SignInScreenProps) {
  const t = useTranslations("signInScreen");
  return (
    <main className={demonstration ? "entry" : "entry entry--alone"} id="content" tabIndex={-1}>
      <div className="entry__in">
        <p className="jointhead">
          {organs.map((organ) => (
            <span key={organ}>{organ}</span>
          ))}
        </p>
        <h1 id="sign-in-title">{t("title")}</h1>
        <p className="mt-1 mb-6 text-muted">{t("text")}</p>
        <ActionForm id="sign-in" action={action} labelledBy="sign-in-title">
          {returnTo ? <HiddenField name="returnTo" value={returnTo} /> : null}
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={t("email")}
            autoComplete="username"
            defaultValue={email}
          />
          <PasswordField name="password" label={t("password")} autoComplete="current-password" />
          <SubmitButton size="big" wide>
            {t("submit")}
          </SubmitButton>
        </ActionForm>
        <p className="mt-5 text-xs text-muted">{t("forgotten")}</p>
        <CitizenDoor provinces={provinces} />
        <p className="mt-3">
          <a href="/verify">{t("verify")}</a>
        </p>
      </div>
      {demonstration ? <DemonstrationPeople offices={demonstration} /> : null}
    </main>
  );
}
