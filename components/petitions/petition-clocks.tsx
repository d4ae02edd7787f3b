import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { useWhySentence } from "@/components/petitions/clock-words";
import { useDueWords } from "@/components/tasks/due-words";
import { Badge } from "@/components/ui/badge";
import { Due } from "@/components/ui/due";
import { Register } from "@/components/ui/register";
import { Why } from "@/components/ui/why";
import type { ClockView } from "@/lib/petitions/clocks/types";
import type { PetitionForwardView } from "@/lib/petitions/way";
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

type Props = { clocks: readonly ClockView[]; forwards: readonly PetitionForwardView[]; today: Day };

/** Given over, a duty is the other office's: nobody did it. */
function handedOver(clock: ClockView, forwards: Props["forwards"]) {
  return forwards.find(
    ({ from, sentOn, state }) =>
      state !== "taken-back" && from.id === clock.office.id && sentOn === clock.endedOn,
  );
}

function Rows({ clocks, forwards, today, named }: Props & { named: boolean }) {
  const t = useTranslations("clocks");
  const words = useWhySentence();
  return clocks.map((clock) => {
    const handed = handedOver(clock, forwards);
    return (
      <tr key={clock.id}>
        <td>
          {t(`steps.${clock.step}`)}
          {named ? <span className="sub">{clock.office.code}</span> : <br />}
          <Why title={t("letter.why", { step: t(`steps.${clock.step}`) })} text={words(clock.why)} />
        </td>
        <td>
          {handed ? (
            <Badge tone="due">
              {t("letter.handedOver", { day: formatDay(handed.sentOn), office: handed.to.name })}
            </Badge>
          ) : (
            <When clock={clock} today={today} />
          )}
          <Before clock={clock} />
        </td>
      </tr>
    );
  });
}

const isOpen = ({ status }: ClockView) => status === "running" || status === "stopped";

/** What is to be done with a letter by law, by whom, by when and why by then; below it what is past. */
export function PetitionClocks({ clocks, forwards, today }: Props) {
  const t = useTranslations("clocks");
  if (clocks.length === 0) return null;
  const named = new Set(clocks.map(({ office }) => office.id)).size > 1;
  const groups = [
    { key: "open", title: t("letter.title"), of: clocks.filter(isOpen) },
    { key: "past", title: t("letter.past"), of: clocks.filter((clock) => !isOpen(clock)) },
  ].filter(({ of }) => of.length > 0);
  return (
    <Section id="clocks" title={t("letter.title")}>
      {groups.map(({ key, title, of }) => (
        <div key={key} className="mb-4">
          {key === "past" ? <h3 className="mb-2">{title}</h3> : null}
          <Register caption={title} head={[{ label: t("settings.step") }, { label: t("letter.due") }]}>
            <tbody>
              <Rows clocks={of} forwards={forwards} today={today} named={named} />
            </tbody>
          </Register>
        </div>
      ))}
    </Section>
  );
}
