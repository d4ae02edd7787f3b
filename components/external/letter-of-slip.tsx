import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import type { LinkLetter } from "@/lib/petitions/external/types";
import { formatDay } from "@/lib/platform/dates/days";

/** What the body needs of the letter it was sent. Of a sender who is kept secret it says so, and names nobody. */
export function LetterOfSlip({ letter }: { letter: LinkLetter }) {
  const t = useTranslations("link");
  const classes = useTranslations("petitions.class");
  const shown = letter.letter;
  const person = shown?.person;
  const facts = [
    { label: t("from"), value: letter.office },
    { label: t("slipLabel"), value: t("slipOf", { number: letter.document, day: formatDay(letter.sentOn) }) },
    { label: t("class"), value: letter.class ? classes(letter.class) : "" },
    { label: t("code"), value: shown?.code ?? "" },
    {
      label: t("person"),
      value: letter.sealed
        ? t("sealed")
        : [person?.fullName, person?.address].filter(Boolean).join(", ") || t("anonymous"),
    },
    { label: t("about"), value: shown?.subject ?? letter.summary },
    { label: t("reason"), value: letter.reason },
    { label: t("state"), value: t(`states.${letter.state}`) },
  ];
  return (
    <>
      <Facts facts={facts.filter(({ value }) => value !== "")} />
      {shown?.content ? (
        <details className="cit__plain">
          <summary>{t("content")}</summary>
          <p className="whitespace-pre-line">{shown.content}</p>
        </details>
      ) : null}
    </>
  );
}
