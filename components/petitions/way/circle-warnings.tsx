import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Note } from "@/components/ui/note";
import type { Circle, Competent, Station } from "@/lib/petitions/circles/types";
import { formatDay } from "@/lib/platform/dates/days";

function useStation() {
  const t = useTranslations("petitions.circles");
  return ({ what, onDay, reason, code }: Station): string => {
    const said = t(`stations.${what}`, { day: formatDay(onDay), code: code ?? t("otherLetter") });
    return reason === "" ? said : `${said} ${t("because", { reason })}`;
  };
}

/** Before a letter is sent: each office its matter was at already, how often, when and with what reason. */
export function CircleWarnings({ circles }: { circles: readonly Circle[] }) {
  const t = useTranslations("petitions.circles");
  const station = useStation();
  return circles.map(({ office, sent, back, stations }) => (
    <Note
      key={office.id}
      tone="due"
      icon="alert"
      title={
        sent + back > 0
          ? t("title", { office: office.code, sent, back })
          : t("wasThere", { office: office.code })
      }
    >
      <ul>
        {stations.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no id and never move
          <li key={index}>{station(each)}</li>
        ))}
      </ul>
      <p className="hint">{t("hint")}</p>
    </Note>
  ));
}

/** Who was competent last time for such a matter. */
export function CompetentLastTime({ competent }: { competent: readonly Competent[] }) {
  const t = useTranslations("petitions.circles");
  if (competent.length === 0) return null;
  return (
    <Section id="competent" title={t("competentTitle")}>
      <ul>
        {competent.map(({ subject, office, did, onDay }) => (
          <li key={subject ?? ""}>
            {t("competentLine", {
              about: subject === null ? t("thisMatter") : t("aboutSubject", { subject }),
              office: office.name,
              did: t(`did.${did}`),
              day: formatDay(onDay),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
