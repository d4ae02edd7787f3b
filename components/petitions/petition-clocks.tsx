import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { useWhySentence } from "@/components/petitions/clock-words";
import { useDueWords } from "@/components/tasks/due-words";
import { Badge } from "@/components/ui/badge";
import { Due } from "@/components/ui/due";
import { Register } from "@/components/ui/register";
import { Why } from "@/components/ui/why";
import type { ClockView } from "@/lib/petitions/clocks/types";
import { type Day, formatDay, formatInstant } from "@/lib/platform/dates/days";

function When({ clock, today }: { clock: ClockView; today: Day }) {
  const t = useTranslations("clocks.letter");
  const { due } = useDueWords();
  if (clock.status === "stopped")
    return <Badge tone="due">{t("stopped", { days: clock.remaining ?? 0 })}</Badge>;
  if (clock.status === "running" && clock.dueOn) return <Due {...due(clock.dueOn, today)} />;
  const day = clock.dueOn ? formatDay(clock.dueOn) : "";
  return clock.metOn ? (
    <>
      <Badge tone={clock.dueOn && clock.metOn > clock.dueOn ? "alarm" : "done"}>
        {t(clock.dueOn && clock.metOn > clock.dueOn ? "metLate" : "met", { day: formatDay(clock.metOn) })}
      </Badge>
      <br />
      <small>{t("wasDue", { day })}</small>
    </>
  ) : (
    <Badge>{t("ended")}</Badge>
  );
}

/** Dates it had before stay on record. */
function Before({ clock }: { clock: ClockView }) {
  const t = useTranslations("clocks.letter");
  if (clock.before.length === 0) return null;
  return (
    <>
      {clock.before.map((old) => (
        <small key={old.until.toISOString()} className="block">
          {old.dueOn
            ? t("before", { day: formatDay(old.dueOn), until: formatInstant(old.until) })
            : t("beforeStopped", { until: formatInstant(old.until) })}
        </small>
      ))}
    </>
  );
}

/** What is to be done with a letter by law, by when, and why by then. */
export function PetitionClocks({ clocks, today }: { clocks: readonly ClockView[]; today: Day }) {
  const t = useTranslations("clocks");
  const words = useWhySentence();
  if (clocks.length === 0) return null;
  return (
    <Section id="clocks" title={t("letter.title")}>
      <Register
        caption={t("letter.title")}
        head={[{ label: t("settings.step") }, { label: t("letter.due") }]}
      >
        <tbody>
          {clocks.map((clock) => (
            <tr key={clock.id}>
              <td>
                {t(`steps.${clock.step}`)}
                <br />
                <Why title={t("letter.why", { step: t(`steps.${clock.step}`) })} text={words(clock.why)} />
              </td>
              <td>
                <When clock={clock} today={today} />
                <Before clock={clock} />
              </td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}
