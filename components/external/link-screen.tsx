import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { TextField } from "@/components/citizen/fields";
import { LeaveForm } from "@/components/citizen/leave-form";
import { AnswerSlip } from "@/components/external/answer-slip";
import { LetterOfSlip } from "@/components/external/letter-of-slip";
import type { LinkPageView } from "@/lib/petitions/citizen/types";

function TypeSecret({ view }: { view: LinkPageView }) {
  const t = useTranslations("link");
  const label = t("secret");
  return (
    <>
      {view.done === null ? <p>{t("lead")}</p> : null}
      <CitizenForm
        tenant={view.tenant}
        at="link"
        act="open"
        form={view.missed && view.done === null ? { ...view.form, note: t("missed") } : view.form}
        labels={{}}
      >
        <TextField
          form={view.form}
          name="secret"
          label={label}
          hint={t("secretHint")}
          maxLength={60}
          code
          empty
        />
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("open")}
          </button>
        </p>
      </CitizenForm>
      <p className="hint">{t("ask")}</p>
    </>
  );
}

/** The page a link opens for a body outside: one slip, and the three answers to it. */
export function LinkScreen({ view }: { view: LinkPageView }) {
  const t = useTranslations("link");
  const { letter } = view;
  return (
    <CitizenPage
      oneLanguage
      frame={view}
      brand={t("brand")}
      home={`/${view.tenant}/link`}
      step={letter ? t("slip", { number: letter.document }) : undefined}
      title={letter ? letter.body : t("title")}
    >
      {view.done ? <output className="cit__note">{t(`done.${view.done}`)}</output> : null}
      {letter ? (
        <>
          <LetterOfSlip letter={letter} />
          <AnswerSlip view={view} letter={letter} />
        </>
      ) : (
        <TypeSecret view={view} />
      )}
      {letter ? <LeaveForm tenant={view.tenant} at="link" /> : null}
    </CitizenPage>
  );
}
