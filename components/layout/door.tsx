import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Footer } from "@/components/layout/footer";
import { TopBar } from "@/components/layout/top-bar";

type DoorProps = {
  homeHref: string;
  tenantName?: string | undefined;
  demonstration: boolean;
  setLanguage?: ((formData: FormData) => Promise<void>) | undefined;
  children: ReactNode;
};

/** The frame of pages before sign-in and of errors: no navigation, no person. */
export function Door({ homeHref, tenantName, demonstration, setLanguage, children }: DoorProps) {
  const t = useTranslations("shell");
  return (
    <div className="door">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <TopBar
        homeHref={homeHref}
        tenantName={tenantName}
        demonstration={demonstration}
        setLanguage={setLanguage}
      />
      {children}
      {demonstration ? <Footer demonstration /> : null}
    </div>
  );
}
