import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { ChoiceField, LongField, TextField } from "@/components/citizen/fields";
import type { CitizenForm as Form, LinkPageView } from "@/lib/petitions/citizen/types";
import { type BodyAnswer, backGrounds, type LinkLetter } from "@/lib/petitions/external/types";

type Props = { view: LinkPageView; letter: LinkLetter };

const untouched: Form = { values: {}, errors: {} };

/** What was typed belongs to the one form it was typed into. */
function formOf(view: LinkPageView, answer: BodyAnswer): Form {
  return view.form.values["answer"] === answer ? view.form : untouched;
}

function Answer({ answer }: { answer: BodyAnswer }) {
  return <input type="hidden" name="answer" value={answer} />;
}

function Result({ view, letter }: Props) {
  const t = useTranslations("link");
  const form = formOf(view, "answered");
  const labels = { documentNumber: t("document"), resultOn: t("day"), words: t("words") };
  return (
    <details className="cit__plain" open={Object.keys(form.errors).length > 0}>
      <summary>{t("answered")}</summary>
      <p>{t("answeredText")}</p>
      <CitizenForm tenant={view.tenant} at="link" act="answer" form={form} labels={labels}>
        <Answer answer="answered" />
        <TextField
          form={form}
          name="documentNumber"
          label={labels.documentNumber}
          hint={t("documentHint")}
          maxLength={60}
        />
        <TextField form={form} name="resultOn" label={labels.resultOn} hint={t("dayHint")} maxLength={10} />
        {letter.sealed ? null : (
          <LongField form={form} name="words" label={labels.words} rows={3} maxLength={1_000} />
        )}
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("tell")}
          </button>
        </p>
      </CitizenForm>
    </details>
  );
}

function SendBack({ view, letter }: Props) {
  const t = useTranslations("link");
  const form = formOf(view, "sent-back");
  const labels = { ground: t("ground"), why: t("why") };
  return (
    <details className="cit__plain" open={Object.keys(form.errors).length > 0}>
      <summary>{t("sendBack")}</summary>
      <p>{t("sendBackText")}</p>
      <CitizenForm tenant={view.tenant} at="link" act="answer" form={form} labels={labels}>
        <Answer answer="sent-back" />
        <ChoiceField
          form={form}
          name="ground"
          label={labels.ground}
          options={backGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
        {letter.sealed ? null : (
          <LongField form={form} name="why" label={labels.why} rows={3} maxLength={1_000} />
        )}
        <p>
          <button type="submit" className="btn btn--wide">
            {t("back")}
          </button>
        </p>
      </CitizenForm>
    </details>
  );
}

/** The three answers to a slip, each once: that it came, that it goes back, what came of it. */
export function AnswerSlip(props: Props) {
  const { view, letter } = props;
  const t = useTranslations("link");
  return (
    <>
      <h2>{t("yourAnswer")}</h2>
      {letter.state === "sent" ? (
        <CitizenForm tenant={view.tenant} at="link" act="answer" form={untouched} labels={{}}>
          <Answer answer="acknowledged" />
          <p>
            <button type="submit" className="btn btn--fill btn--wide">
              {t("acknowledge")}
            </button>
          </p>
        </CitizenForm>
      ) : null}
      <Result {...props} />
      <SendBack {...props} />
      {letter.sealed ? <p className="hint">{t("sealedHint")}</p> : null}
    </>
  );
}
