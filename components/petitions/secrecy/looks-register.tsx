import { useTranslations } from "next-intl";
import { KeptRegister } from "@/components/layout/kept-register";
import type { LookLine, LooksView } from "@/lib/petitions/secrecy/types";
import { formatInstant } from "@/lib/platform/dates/days";

type LooksRegisterProps = { view: LooksView; tenant: string; officeCode: string; first: boolean };

function LookRow({ line, tenant }: { line: LookLine; tenant: string }) {
  const t = useTranslations("petitions.looks");
  return (
    <tr>
      <td>
        <time className="date" dateTime={line.at.toISOString()}>
          {formatInstant(line.at)}
        </time>
      </td>
      <td className="name">{line.personName}</td>
      <td>
        {line.code ? <a href={`/${tenant}/petitions/${line.petitionId}`}>{line.code}</a> : t("gone")}
        <span className="sub">{t(`what.${line.what}`)}</span>
      </td>
      <td>{line.reason}</td>
    </tr>
  );
}

/** Which people of the office opened sealed letters: when, which, why. */
export function LooksRegister({ view, tenant, officeCode, first }: LooksRegisterProps) {
  const t = useTranslations("petitions.looks");
  const petitions = useTranslations("petitions");
  return (
    <KeptRegister
      breadcrumbs={[{ label: petitions("title"), href: `/${tenant}/petitions` }]}
      title={t("title")}
      lead={t("lead", { office: officeCode })}
      note={<a href={`/${tenant}/petitions/look-ups`}>{t("lookUps")}</a>}
      caption={t("caption")}
      head={[{ label: t("at") }, { label: t("who") }, { label: t("letter") }, { label: t("why") }]}
      rows={view.lines.map((line) => <LookRow key={line.id} line={line} tenant={tenant} />)}
      empty={{ title: t("empty"), text: t("emptyText") }}
      base={`/${tenant}/petitions/looks`}
      first={first}
      next={view.next}
    />
  );
}
