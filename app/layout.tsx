import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ErrorTextsProvider } from "@/components/error-pages/error-texts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("product"), template: `%s – ${t("product")}` }, robots: { index: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#c8151b" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations("errorPages");
  const texts = {
    busy: { title: t("busy.title"), text: t("busy.text"), retry: t("busy.retry") },
    fault: {
      title: t("fault.title"),
      text: t("fault.text"),
      reference: t("fault.reference"),
      retry: t("fault.retry"),
      home: t("fault.home"),
    },
  };
  return (
    <html lang={locale}>
      <body>
        <ErrorTextsProvider texts={texts}>{children}</ErrorTextsProvider>
      </body>
    </html>
  );
}
