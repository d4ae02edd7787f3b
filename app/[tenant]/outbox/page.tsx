import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { OutboxScreen } from "@/components/outbox/outbox-screen";
import { loadOutbox } from "@/lib/notifications/loaders";
import type { OutboxOf } from "@/lib/notifications/types";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ of?: string; after?: string }>;
};

function whose(of: string | undefined): OutboxOf {
  return of === "all" || of === "failed" ? of : "own";
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outbox");
  return { title: t("title") };
}

export default async function OutboxPage({ params, searchParams }: Props) {
  const [{ tenant }, { of, after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadOutbox(tenant, whose(of), after);
  return (
    <PortalPage actor={actor}>
      <OutboxScreen view={view} tenant={tenant} isFirst={after === undefined} />
    </PortalPage>
  );
}
