import { useTranslations } from "next-intl";
import { type NavigationItem, type NavigationKey, navigationIcons } from "@/components/layout/navigation";
import { Icon } from "@/components/ui/icon";

type SideNavigationProps = { items: readonly NavigationItem[]; current?: NavigationKey | undefined };

export function SideNavigation({ items, current }: SideNavigationProps) {
  const t = useTranslations("shell");
  return (
    <nav className="side" aria-label={t("sideLabel")}>
      <div className="side__in">
        <ul>
          {items.map((item) => (
            <li key={item.key}>
              <a href={item.href} aria-current={item.key === current ? "page" : undefined}>
                <Icon name={navigationIcons[item.key]} />
                {t(`navigation.${item.key}`)}
                {item.count ? (
                  <span className="n">
                    <span className="sr-only">{t("waiting")} </span>
                    {item.count}
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
