import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { Button } from "@/components/ui/button";
import { changePasswordAction, signOutEverywhereAction } from "../actions";
import { loadAccount } from "../loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.password");
  return { title: t("title") };
}

export default async function PasswordPage({ params }: Props) {
  const { tenant } = await params;
  const { actor } = await loadAccount(tenant);
  const t = await getTranslations("account.password");
  return (
    <PortalPage actor={actor}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ActionForm id="password" action={changePasswordAction} className="max-w-md">
        <HiddenField name="tenant" value={tenant} />
        <PasswordField name="presentPassword" label={t("present")} autoComplete="current-password" />
        <PasswordField name="newPassword" label={t("new")} hint={t("newHint")} autoComplete="new-password" />
        <PasswordField name="repeatPassword" label={t("repeat")} autoComplete="new-password" />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
      <Section id="everywhere" title={t("everywhere")}>
        <p className="mb-4">{t("everywhereText")}</p>
        <SignOutForm action={signOutEverywhereAction}>
          <Button type="submit">{t("everywhereSubmit")}</Button>
        </SignOutForm>
      </Section>
    </PortalPage>
  );
}
