import { useTranslations } from "next-intl";
import { sameLetterSentence } from "@/components/petitions/same/sentence";
import { Note } from "@/components/ui/note";
import type { Circle, Competent, Station } from "@/lib/petitions/circles/types";
import type { PetitionPageView } from "@/lib/petitions/types";
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
        sent > 0 ? t("title", { office: office.code, sent, back }) : t("wasThere", { office: office.code })
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

/** Offices that have the same matter now, by code, with the way to join it there instead of sending it once more. */
export function SameMatter({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions");
  const letter = `/${tenant}/petitions/${view.petitionId}#same`;
  return view.same
    .filter(({ found, answer }) => found.kind === "told" && answer === null)
    .map(({ found, earlier }) =>
      found.kind === "told" ? (
        <Note
          key={found.code}
          tone="due"
          icon="alert"
          title={t("circles.sameMatter", { office: found.office, code: found.code })}
        >
          <p>{sameLetterSentence(t, found)}</p>
          <p>
            <a href={letter}>
              {earlier && view.may.join
                ? t("circles.joinInstead", { code: found.code })
                : t("circles.seeSame")}
            </a>
          </p>
        </Note>
      ) : null,
    );
}

/** Who was competent last time for such a matter. */
export function CompetentLastTime({ competent }: { competent: readonly Competent[] }) {
  const t = useTranslations("petitions.circles");
  if (competent.length === 0) return null;
  return (
    <Note tone="due" icon="alert" title={t("competentTitle")}>
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
    </Note>
  );
}
