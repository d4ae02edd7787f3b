import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { Register } from "@/components/ui/register";
import { prepareHandoverAction } from "@/lib/petitions/actions";
import type { HandoverStep, HandoversView } from "@/lib/petitions/handovers/types";
import { factWords } from "@/lib/petitions/handovers/way";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: HandoversView; tenant: string };

const columns = ["at", "code", "step", "facts", "body"] as const;

function Step({ step }: { step: HandoverStep }) {
  const t = useTranslations("petitions");
  const letter = useTranslations("clocks.letter");
  const say = {
    petitions: (key: string, values?: Record<string, string | number>) => t(key as never, values as never),
    letter: (key: string) => letter(key as never),
  };
  return (
    <tr>
      <td className="date">{formatInstant(new Date(step.at))}</td>
      <td className="whitespace-nowrap">{step.letter.code}</td>
      <td>{t(`handovers.step.${step.step}`)}</td>
      <td>{factWords(step, say)}</td>
      <td>
        {step.letter.body}
        <span className="sub">
          {t(`class.${step.letter.class ?? "none"}`)}, {formatDay(step.letter.receivedOn)}
        </span>
      </td>
    </tr>
  );
}

/** What would go now, in figures and the first lines, and the act that makes a hand-over of it. */
export function WaitingStepsSection({ view, tenant }: Props) {
  const t = useTranslations("petitions.handovers");
  const { waiting, awaiting, may } = view;
  const { until } = waiting;
  if (until === null) {
    return (
      <Section id="waiting" title={t("waiting")}>
        <EmptyState title={t("none")} text={t("noneText")} level={3} />
      </Section>
    );
  }
  return (
    <Section id="waiting" title={t("waiting")} count={waiting.count}>
      <p className="mb-4">
        {waiting.isWhole ? t("whole", { count: waiting.count }) : t("notWhole", { count: waiting.count })}
      </p>
      <Facts
        facts={waiting.kinds.map(({ kind, count }) => ({ label: t(`step.${kind}`), value: String(count) }))}
      />
      {awaiting ? <p className="mb-4">{t("awaitFirst", { number: awaiting.number })}</p> : null}
      {may.prepare && !awaiting ? (
        <ActionForm id="prepare" action={prepareHandoverAction}>
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="until" value={String(until)} />
          <FormFooter>
            <SubmitButton look="fill">{t("prepare", { count: waiting.count })}</SubmitButton>
          </FormFooter>
        </ActionForm>
      ) : null}
      <Register
        caption={t("waitingCaption", { count: waiting.shown.length })}
        head={columns.map((column) => ({ label: t(`column.${column}`) }))}
        className="mt-4"
        airy
      >
        <tbody>
          {waiting.shown.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </tbody>
      </Register>
    </Section>
  );
}
