import { useTranslations } from "next-intl";
import type { ExternalStanding } from "@/lib/agreements/external/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** What a party outside said and signed, in words. */
export function useOutsideWords() {
  const t = useTranslations("agreements.outside");
  return {
    signer({ signerName, signingTitle, renamed }: ExternalStanding): string {
      const named = `${signerName}, ${signingTitle}`;
      if (!renamed) return named;
      return `${named}. ${t("renamed", { at: formatInstant(renamed.at), reason: renamed.reason })}`;
    },
    answer({ answer }: ExternalStanding): string {
      if (!answer) return t("noAnswer");
      const said = t(`said.${answer.answer}`, { at: formatInstant(answer.at) });
      const via = t(`via.${answer.via}`);
      return [
        `${said}, ${via}`,
        ...(answer.words ? [`“${answer.words}”`] : []),
        ...(answer.current ? [] : [t("fellAway")]),
      ].join(". ");
    },
    signature({ signature, decline }: ExternalStanding): string {
      if (decline) return t("declined", { at: formatInstant(decline.at), reason: decline.reason });
      if (!signature) return t("unsigned");
      return `${t("signedAt", { at: formatInstant(signature.at) })}, ${t(`via.${signature.via}`)}`;
    },
  };
}
