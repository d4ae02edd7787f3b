import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { NavigationItem, NavigationKey } from "@/components/layout/navigation";
import { Shell } from "@/components/layout/shell";
import { LiveRefresh } from "@/components/live/live-refresh";
import { mayKeepCalendar } from "@/lib/petitions/clocks/policy";
import { decideReadingLooks } from "@/lib/petitions/policy";
import { mayReadRefusals } from "@/lib/platform/audit/may-read-refusals";
import { setLanguageAction, signOutAction } from "@/lib/platform/auth/actions";
import { savedJustNow } from "@/lib/platform/commands/saved";
import type { Actor } from "@/lib/platform/tenancy/actor";

type PortalPageProps = {
  actor: Actor;
  current?: NavigationKey | undefined;
  wide?: boolean | undefined;
  sheet?: ReactNode;
  /** Shows meetings or what comes of them: read again when they change. */
  live?: boolean;
  /** Takes back what the last act did. */
  undo?: ReactNode;
  children: ReactNode;
};

/** The frame of a signed-in page, filled from who asks. It guards nothing: the page's loader did. */
export async function PortalPage({ actor, current, wide, sheet, live, undo, children }: PortalPageProps) {
  const t = await getTranslations("live");
  const base = `/${actor.tenantSlug}`;
  const navigation: NavigationItem[] = [
    { key: "desk", href: base },
    { key: "agreements", href: `${base}/agreements` },
    { key: "tasks", href: `${base}/tasks` },
    { key: "calendar", href: `${base}/calendar` },
    { key: "petitions", href: `${base}/petitions` },
    { key: "notices", href: `${base}/notices` },
    { key: "offices", href: `${base}/offices` },
    ...(mayReadRefusals(actor) ? [{ key: "refusals", href: `${base}/refusals` } as const] : []),
    ...(decideReadingLooks(actor).allowed
      ? [{ key: "looks", href: `${base}/petitions/looks` } as const]
      : []),
    ...(mayKeepCalendar(actor) ? [{ key: "settings", href: `${base}/settings/days` } as const] : []),
  ];
  return (
    <Shell
      homeHref={base}
      tenantName={actor.tenantName}
      demonstration={actor.demo}
      saved={await savedJustNow()}
      person={{
        accountId: actor.accountId,
        name: actor.personName,
        post: actor.postTitle,
        officeCode: actor.officeCode,
        switchPostHref: actor.posts.length > 1 ? `${base}/account/posts` : undefined,
        certificatesHref: `${base}/account/certificates`,
        outboxHref: `${base}/outbox`,
        passwordHref: `${base}/account/password`,
        setLanguage: setLanguageAction,
        signOut: signOutAction,
      }}
      navigation={navigation}
      current={current}
      wide={wide}
      sheet={sheet}
      undo={undo}
    >
      {live ? (
        <LiveRefresh address={`${base}/live`} texts={{ changed: t("changed"), show: t("show") }} />
      ) : null}
      {children}
    </Shell>
  );
}
