import { useTranslations } from "next-intl";
import { OfficeLabel, type OfficeMark } from "@/components/ui/office-label";

export type DemonstrationPerson = {
  name: string;
  post: string;
  email: string;
  /** The same page with this address filled in. */
  href: string;
};

export type DemonstrationOffice = {
  key: string;
  place: string;
  office: OfficeMark;
  people: readonly DemonstrationPerson[];
};

/** Invented people one may play; only in demonstration mode. */
export function DemonstrationPeople({ offices }: { offices: readonly DemonstrationOffice[] }) {
  const t = useTranslations("signInScreen.demonstration");
  return (
    <section className="entry__who" aria-labelledby="people-title">
      <h2 id="people-title">{t("title")}</h2>
      <p className="mt-1 mb-2 text-muted">{t("text")}</p>
      <table className="register">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("post")}</th>
            <th scope="col">{t("email")}</th>
          </tr>
        </thead>
        {offices.map((group) => (
          <tbody key={group.key}>
            <tr className="grpo">
              <th colSpan={3} scope="rowgroup">
                <OfficeLabel office={group.office} part="lead" />{" "}
                <span className="grpo__place">{group.place}</span>
              </th>
            </tr>
            {group.people.map((person) => (
              <tr key={person.email}>
                <td>{person.name}</td>
                <td>{person.post}</td>
                <td>
                  <a href={person.href}>{person.email}</a>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
