import { useTranslations } from "next-intl";
import { type NavigationItem, type NavigationKey, navigationIcons } from "@/components/layout/navigation";
import { PersonMenuItems, type ShellPerson } from "@/components/layout/person-menu";
import { Icon } from "@/components/ui/icon";

// Five places fit on 320 px with their words; the last one is "Thêm".
const first: readonly NavigationKey[] = ["desk", "tasks", "calendar", "petitions"];

type BottomBarProps = {
  items: readonly NavigationItem[];
  current?: NavigationKey | undefined;
  person?: ShellPerson | undefined;
};

/** The navigation of a phone. */
export function BottomBar({ items, current, person }: BottomBarProps) {
  const t = useTranslations("shell");
  // What is done on the way stands in reach of the thumb; what is read at a table is under "Thêm".
  const shown = items.filter(({ key }) => first.includes(key));
  const rest = items.filter(({ key }) => !first.includes(key));
  return (
    <nav className="bottom" aria-label={t("bottomLabel")}>
      <ul>
        {shown.map((item) => (
          <li key={item.key}>
            <a href={item.href} aria-current={item.key === current ? "page" : undefined}>
              <Icon name={navigationIcons[item.key]} />
              {t(`shortNavigation.${item.key}`)}
            </a>
          </li>
        ))}
        <li>
          <details className="menu" name="menu">
            <summary>
              <Icon name="more" />
              {t("more")}
            </summary>
            <div className="menu__in">
              {person ? (
                <p>
                  <b>{person.name}</b>
                  <br />
                  {`${person.post} · ${person.officeCode}`}
                </p>
              ) : null}
              {rest.map((item) => (
                <a key={item.key} href={item.href} aria-current={item.key === current ? "page" : undefined}>
                  {t(`navigation.${item.key}`)}
                </a>
              ))}
              {person ? <PersonMenuItems person={person} /> : null}
            </div>
          </details>
        </li>
      </ul>
    </nav>
  );
}
