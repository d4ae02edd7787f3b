import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/layout/bottom-bar";
import { DismissPopovers } from "@/components/layout/dismiss-popovers";
import { Footer } from "@/components/layout/footer";
import type { NavigationItem, NavigationKey } from "@/components/layout/navigation";
import type { ShellPerson } from "@/components/layout/person-menu";
import { SavedNote } from "@/components/layout/saved-note";
import { SideNavigation } from "@/components/layout/side-navigation";
import { TopBar } from "@/components/layout/top-bar";

export type ShellProps = {
  homeHref: string;
  tenantName: string;
  demonstration: boolean;
  person: ShellPerson;
  navigation: readonly NavigationItem[];
  current?: NavigationKey | undefined;
  /** Sheets and registers take the full width; everything else is kept to a line one can read. */
  wide?: boolean | undefined;
  /** A side sheet over the page, outside of the main landmark's flow. */
  sheet?: ReactNode;
  /** What the act that led here saved. */
  saved?: { id: string; text: string } | null | undefined;
  /** Takes back what the last act did, beside what it saved. */
  undo?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of the signed-in portal. It shows what it is given and guards nothing. */
export function Shell(props: ShellProps) {
  const {
    homeHref,
    tenantName,
    demonstration,
    person,
    navigation,
    current,
    wide = false,
    sheet,
    saved,
    undo,
    children,
  } = props;
  const t = useTranslations("shell");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <TopBar homeHref={homeHref} tenantName={tenantName} demonstration={demonstration} person={person} />
      <div className={wide ? "frame wide" : "frame"}>
        <SideNavigation items={navigation} current={current} />
        <main className="page" id="content" tabIndex={-1} data-account={person.accountId}>
          <div className="in">
            <div className="savedrow">
              <SavedNote saved={saved ?? null} close={t("closeNote")} />
              {undo}
            </div>
            {children}
          </div>
        </main>
        <Footer demonstration={demonstration} />
      </div>
      <BottomBar items={navigation} current={current} person={person} />
      {sheet}
      <DismissPopovers />
    </>
  );
}
