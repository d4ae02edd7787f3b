import { useTranslations } from "next-intl";

export type Breadcrumb = { label: string; href?: string | undefined };

/** On a phone only the step before the last is shown, as a way back. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Breadcrumb[] }) {
  const t = useTranslations("shell");
  return (
    <nav className="crumbs" aria-label={t("breadcrumbs")}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}</li>
        ))}
      </ol>
    </nav>
  );
}
