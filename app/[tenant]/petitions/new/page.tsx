import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { knownId } from "@/components/petitions/petition-list-address";
import { TakePetition } from "@/components/petitions/take-petition";
import { loadPetitionForm } from "@/lib/petitions/loaders";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ q?: string; like?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.form");
  return { title: t("title") };
}

export default async function NewPetitionPage({ params, searchParams }: Props) {
  const [{ tenant }, { q = "", like }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadPetitionForm(tenant, {
    words: q.trim().slice(0, 200),
    likeId: knownId(like),
  });
  return (
    <PortalPage actor={actor} current="petitions">
      <TakePetition view={view} tenant={tenant} />
    </PortalPage>
  );
}
