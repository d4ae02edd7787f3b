import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { ClassifyForm } from "@/components/petitions/classify-form";
import { useWhySentence } from "@/components/petitions/clock-words";
import { joinedTo } from "@/components/petitions/same/same-letters";
import { AnswerForms } from "@/components/petitions/way/answer-forms";
import { useDueWords } from "@/components/tasks/due-words";
import { Due } from "@/components/ui/due";
import { LinkButton } from "@/components/ui/link-button";
import { recordMilestoneAction } from "@/lib/petitions/actions";
import { conditionsOf } from "@/lib/petitions/conditions";
import { concludesEarly, type NextAct, nextAct } from "@/lib/petitions/next-act";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

/** What is due first by law, and why by then. */
function FirstDue({ view }: Pick<Props, "view">) {
  const t = useTranslations("clocks");
  const words = useWhySentence();
  const { due } = useDueWords();
  const [first] = view.clocks
    .flatMap((clock) => (clock.status === "running" && clock.dueOn ? [{ ...clock, dueOn: clock.dueOn }] : []))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  if (!first) return null;
  const step = t(`steps.${first.step}`);
  return (
    <div className="next__due">
      {step}:{" "}
      <Due
        {...due(first.dueOn, view.today)}
        why={{ title: t("letter.why", { step }), text: words(first.why) }}
      />
    </div>
  );
}

/** Whose move it is, in one sentence. */
function useTurn(view: PetitionPageView, next: NextAct): string {
  const t = useTranslations("petitions.next");
  const states = useTranslations("petitions.state");
  const [forward] = view.way.forwards;
  if (next === "done") return t("turn.done", { state: states(view.state) });
  if (next === "waitsForOffice") {
    const acknowledged = forward?.state === "acknowledged";
    return t(acknowledged ? "turn.handledThere" : "turn.waitsForOffice", {
      office: forward?.to.name ?? view.lead.name,
    });
  }
  if (next === "fileAway") {
    const code = joinedTo(view);
    return code ? t("turn.fileAway", { code }) : t("turn.fileAwaySealed");
  }
  if (next === "waitsForLead") return t("turn.waitsForLead", { office: view.lead.name });
  return t(`turn.${next}`, { office: forward?.from.name ?? "" });
}

function AcceptForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.next");
  const words = useTranslations("clocks.letter");
  return (
    <ActionForm id="accept" action={recordMilestoneAction} className="next__form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="revision" value={String(view.revision)} />
      <HiddenField name="kind" value="accepted" />
      <DateField name="on" label={t("acceptedOn")} hint="" defaultValue={formatDay(view.today)} />
      <TextField name="document" label={words("document")} width="half" optional="unsaid" maxLength={200} />
      <SubmitButton look="fill">{t("accept")}</SubmitButton>
    </ActionForm>
  );
}

/** Acts that lead to a page of their own; the first filled where it is the next one. */
function Links({ view, tenant, next }: Props & { next: NextAct }) {
  const t = useTranslations("petitions.way");
  const papers = useTranslations("petitions.papers");
  const base = `/${tenant}/petitions/${view.petitionId}`;
  const main = next === "fileAway" ? "conclude" : next;
  const look = (act: NextAct) => (act === main ? "fill" : "plain");
  const asks = view.may.assess && conditionsOf(view.class).length > 0;
  const concludes = view.way.conclusions.length > 0 && !concludesEarly(view);
  const links = [
    {
      act: "assess",
      there: asks,
      to: "conditions",
      text: view.way.eligible === null ? t("assess") : t("assessAgain"),
    },
    { act: "split", there: view.may.split, to: "split", text: t("split") },
    { act: "issue", there: view.may.issuePaper && next === "issue", to: "papers/new", text: papers("new") },
    { act: "forward", there: view.may.forward, to: "forward", text: t("forward") },
    { act: "conclude", there: concludes, to: "conclude", text: t("conclude") },
  ] as const;
  const shown = links.filter(({ there }) => there);
  if (shown.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-2">
      {[...shown]
        .sort((one, other) => Number(other.act === main) - Number(one.act === main))
        .map(({ act, to, text }) => (
          <LinkButton key={act} look={act === "forward" ? "plain" : look(act)} href={`${base}/${to}`}>
            {text}
          </LinkButton>
        ))}
    </p>
  );
}

/** Whose move it is, by when, and the one act that comes next. */
export function NextStep({ view, tenant }: Props) {
  const t = useTranslations("petitions.next");
  const next = nextAct(view);
  const turn = useTurn(view, next);
  const { named } = view.handler;
  // Given to somebody, it is that person's turn; others of the office may do it all the same.
  const other = named?.present && !named.mine && next !== "done" && next !== "waitsForOffice" ? named : null;
  const mine = other === null && !["done", "waitsForOffice", "waitsForLead"].includes(next);
  return (
    <Section id="steps" title={t("title")}>
      <div className={mine ? "next" : "next next--calm"}>
        <p>
          <b>{other ? t("turn.handler", { name: other.name }) : turn}</b>
        </p>
        <FirstDue view={view} />
      </div>
      <AnswerForms view={view} tenant={tenant} />
      {next === "join" ? (
        <p className="mb-4">
          <LinkButton look="fill" href="#same">
            {t("join")}
          </LinkButton>
        </p>
      ) : null}
      {next === "classify" ? <ClassifyForm view={view} tenant={tenant} /> : null}
      {next === "join" && view.class === null && view.may.classify ? (
        <details className="more">
          <summary>{t("classifyFirst")}</summary>
          <ClassifyForm view={view} tenant={tenant} />
        </details>
      ) : null}
      {next === "accept" ? <AcceptForm view={view} tenant={tenant} /> : null}
      <Links view={view} tenant={tenant} next={next} />
    </Section>
  );
}
