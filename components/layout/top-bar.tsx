import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/layout/brand-mark";
import { LanguageForm } from "@/components/layout/language-form";
import { PersonMenuItems, type ShellPerson } from "@/components/layout/person-menu";
import { Icon } from "@/components/ui/icon";

type TopBarProps = {
  homeHref: string;
  tenantName?: string | undefined;
  demonstration: boolean;
  person?: ShellPerson | undefined;
  /** Where nobody is signed in: the way to the other language. */
  setLanguage?: ((formData: FormData) => Promise<void>) | undefined;
};

export function TopBar({ homeHref, tenantName, demonstration, person, setLanguage }: TopBarProps) {
  const t = useTranslations("shell");
  return (
    <header className="top">
      <div className="top__id">
        <a className="brand" href={homeHref}>
          <BrandMark />
          <span className="brand__txt">
            {t("product")}
            {person ? <span className="brand__post">{`${person.officeCode} · ${person.post}`}</span> : null}
          </span>
          {tenantName ? <span className="brand__place">{tenantName}</span> : null}
        </a>
        {demonstration ? <span className="demo">{t("demonstration")}</span> : null}
      </div>
      {person ? (
        <div className="top__acts">
          <details className="who menu" name="menu">
            <summary>
              <span>
                <b>{person.name}</b>
                <small>{`${person.post} · ${person.officeCode}`}</small>
              </span>
              <Icon name="down" small />
            </summary>
            <div className="menu__in">
              <PersonMenuItems person={person} />
            </div>
          </details>
        </div>
      ) : null}
      {setLanguage ? (
        <div className="top__acts">
          <LanguageForm action={setLanguage} className="btn" />
        </div>
      ) : null}
    </header>
  );
}
