import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { sameLetterSentence } from "@/components/petitions/same/sentence";
import { joinPetitionAction, keepApartAction, undoJoinAction } from "@/lib/petitions/actions";
import type { SameOnPage } from "@/lib/petitions/same-letter/types";
import type { PetitionPageView } from "@/lib/petitions/types";

/** The code of the earlier letter this one was joined to; null where it was joined to none. */
export function joinedTo(view: PetitionPageView): string | null {
  const joined = view.same.find(({ answer }) => answer?.kind === "joined" && answer.own);
  return joined?.found.kind === "told" ? joined.found.code : null;
}

type Props = { view: PetitionPageView; tenant: string };

function About({ view, tenant }: Props) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="revision" value={String(view.revision)} />
    </>
  );
}

/** What was said of the two, and the way back. */
function Answer({
  view,
  tenant,
  answer,
  index,
}: Props & { answer: NonNullable<SameOnPage["answer"]>; index: number }) {
  const t = useTranslations("petitions.same");
  const said = {
    joined: answer.own ? t("joined") : t("joinedThere"),
    apart: answer.own ? t("keptApart", { reason: answer.reason }) : t("keptApartThere"),
  };
  return (
    <>
      <p>{said[answer.kind]}</p>
      {answer.own && view.may.undoJoin ? (
        <ActionForm id={`undo-join-${index}`} action={undoJoinAction}>
          <About view={view} tenant={tenant} />
          <HiddenField name="joinId" value={answer.id} />
          <SubmitButton look="plain">{answer.kind === "joined" ? t("undo") : t("undoApart")}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}

function Choice({
  view,
  tenant,
  code,
  earlier,
  index,
}: Props & { code: string; earlier: boolean; index: number }) {
  const t = useTranslations("petitions.same");
  return (
    <>
      {earlier && view.may.join ? (
        <ActionForm id={`join-${index}`} action={joinPetitionAction}>
          <About view={view} tenant={tenant} />
          <HiddenField name="code" value={code} />
          <p className="hint">{t("joinText")}</p>
          <SubmitButton look="plain">
            {t("join")}
            <span className="sr-only"> {code}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
      {earlier ? null : <p className="hint">{t("later")}</p>}
      {view.may.keepApart ? (
        <details className="more mt-3">
          <summary>
            {t("apart")}
            <span className="sr-only"> {code}</span>
          </summary>
          <ActionForm id={`apart-${index}`} action={keepApartAction}>
            <About view={view} tenant={tenant} />
            <HiddenField name="code" value={code} />
            <TextField name="reason" label={t("reason")} maxLength={500} />
            <SubmitButton look="plain">
              {t("apartSubmit")}
              <span className="sr-only"> {code}</span>
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}

function One({ view, tenant, same, index }: Props & { same: SameOnPage; index: number }) {
  const t = useTranslations("petitions");
  const { found, earlier, answer } = same;
  return (
    <li className="given mb-4">
      <p>
        {sameLetterSentence(t, found)}
        {found.kind === "told" ? <span className="sub"> ({t(`same.why.${found.why}`)})</span> : null}
      </p>
      {answer ? <Answer view={view} tenant={tenant} answer={answer} index={index} /> : null}
      {!answer && found.kind === "told" ? (
        <Choice view={view} tenant={tenant} code={found.code} earlier={earlier} index={index} />
      ) : null}
    </li>
  );
}

/**
 * What looks the same as this letter in any office, found when either came in: who has it, and nothing of what it says. The later
 * one is joined to the first, or kept apart.
 */
export function SameLetters({ view, tenant }: Props) {
  const t = useTranslations("petitions.same");
  if (view.same.length === 0) return null;
  return (
    <Section id="same" title={joinedTo(view) ? t("joinedTitle") : t("title")} count={view.same.length}>
      <ul>
        {view.same.map((same, index) => (
          <One
            key={`${same.found.office} ${same.found.kind === "told" ? same.found.code : index}`}
            view={view}
            tenant={tenant}
            same={same}
            index={index}
          />
        ))}
      </ul>
      <p className="hint mt-3">{t("hint")}</p>
    </Section>
  );
}
