import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { EditArticleForm } from "@/components/agreements/edit-article-form";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string; articleKey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function EditArticlePage({ params }: Props) {
  const { tenant, agreementId, articleKey } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  const articles = view.chapters.flatMap((chapter) => chapter.articles);
  const article = articles.find((candidate) => candidate.articleKey === articleKey);
  if (!article || !view.may.edit) notFound();
  return (
    <PortalPage actor={actor} current="agreements">
      <EditArticleForm view={view} article={article} tenant={tenant} />
    </PortalPage>
  );
}
