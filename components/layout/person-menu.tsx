import { useTranslations } from "next-intl";
import { LanguageForm } from "@/components/layout/language-form";
import { SignOutForm } from "@/components/layout/sign-out-form";

export type ShellPerson = {
  /** Under it this browser keeps the person's drafts. */
  accountId: string;
  name: string;
  post: string;
  officeCode: string;
  /** Left out when the person holds one post only. */
  switchPostHref?: string | undefined;
  certificatesHref?: string | undefined;
  outboxHref?: string | undefined;
  passwordHref?: string | undefined;
  setLanguage: (formData: FormData) => Promise<void>;
  signOut: (formData: FormData) => Promise<void>;
};

/** What a person does about themselves; the same list in the top bar and on a phone under "Thêm". */
export function PersonMenuItems({ person }: { person: ShellPerson }) {
  const t = useTranslations("shell.person");
  return (
    <>
      {person.switchPostHref ? <a href={person.switchPostHref}>{t("switchPost")}</a> : null}
      {person.certificatesHref ? <a href={person.certificatesHref}>{t("certificates")}</a> : null}
      {person.outboxHref ? <a href={person.outboxHref}>{t("outbox")}</a> : null}
      {person.passwordHref ? <a href={person.passwordHref}>{t("password")}</a> : null}
      <LanguageForm action={person.setLanguage} />
      <hr />
      <SignOutForm action={person.signOut}>
        <button type="submit">{t("signOut")}</button>
      </SignOutForm>
    </>
  );
}
