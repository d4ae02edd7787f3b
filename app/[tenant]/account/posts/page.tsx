import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageHeader } from "@/components/layout/page-header";
import { choosePostAction } from "../actions";
import { loadAccount } from "../loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.posts");
  return { title: t("title") };
}

export default async function PostsPage({ params }: Props) {
  const { tenant } = await params;
  const { actor } = await loadAccount(tenant);
  const t = await getTranslations("account.posts");
  const choices = actor.posts.map((post) => ({
    value: post.postId,
    label: `${post.postTitle} · ${post.officeCode}`,
    hint: post.officeName,
  }));
  return (
    <PortalPage actor={actor}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ActionForm id="posts" action={choosePostAction}>
        <HiddenField name="tenant" value={tenant} />
        <RadioGroup name="postId" label={t("label")} choices={choices} defaultValue={actor.postId} />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </PortalPage>
  );
}
