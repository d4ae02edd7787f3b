import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { seeAdditionsAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

/** What the sender added on line since the letter came: pages, a new address, the wish to withdraw; and what nobody has seen yet. */
export function SenderAdditions({ view, tenant }: Props) {
  const t = useTranslations("petitions.additions");
  const { additions, may } = view;
  if (additions.length === 0) return null;
  return (
    <Section id="additions" title={t("title")}>
      <ul className="additions">
        {additions.map(({ id, kind, on, files, text, hasText, seen }) => (
          <li key={id}>
            <b>{t(`kind.${kind}`)}</b>, {formatDay(on)}
            {files > 0 ? `, ${t("files", { count: files })}` : ""}{" "}
            {seen ? null : <Badge tone="due">{t("unseen")}</Badge>}
            {text === null ? null : <p className="additions__text">{text}</p>}
            {text === null && hasText ? <p className="hint">{t("sealed")}</p> : null}
          </li>
        ))}
      </ul>
      {may.seeAdditions && additions.some(({ seen }) => !seen) ? (
        <ActionForm id="see-additions" action={seeAdditionsAction}>
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="petitionId" value={view.petitionId} />
          <SubmitButton look="plain">{t("see")}</SubmitButton>
        </ActionForm>
      ) : null}
    </Section>
  );
}
