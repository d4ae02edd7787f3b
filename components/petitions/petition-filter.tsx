import { useTranslations } from "next-intl";
import type { PetitionAddress } from "@/components/petitions/petition-list-address";
import { Button } from "@/components/ui/button";
import {
  type PetitionListView,
  petitionChannels,
  petitionClasses,
  petitionKinds,
  storedPetitionStates,
} from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Option = { value: string; label: string };

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  options: readonly Option[];
}) {
  const t = useTranslations("petitions");
  return (
    <div className="field">
      <label htmlFor={`list-${name}`}>{label}</label>
      <select id={`list-${name}`} name={name} className="select" defaultValue={value ?? ""}>
        <option value="">{t("any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function DayInput({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="field">
      <label htmlFor={`list-${name}`}>{label}</label>
      <input
        id={`list-${name}`}
        name={name}
        className="input w-date"
        defaultValue={value}
        autoComplete="off"
      />
    </div>
  );
}

/** What the list is asked by; sent as an address of its own. */
export function PetitionFilterForm({
  view,
  address,
  action,
}: {
  view: PetitionListView;
  address: PetitionAddress;
  action: string;
}) {
  const t = useTranslations("petitions");
  const words = (namespace: "kind" | "channel" | "class" | "state", values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: t(`${namespace}.${value}` as never) }));
  const isNarrowed = [
    address.bodyId,
    address.officeId,
    address.class,
    address.channel,
    address.state,
    address.kind,
    address.handler,
  ].some((chosen) => chosen !== null);
  return (
    <details className="more noprint mb-4" open={isNarrowed || address.span === "free"}>
      <summary>{t("list.filter")}</summary>
      <form action={action} className="inrow noprint mb-4" aria-label={t("list.filter")}>
        <input type="hidden" name="span" value={address.span} />
        {address.span === "free" ? (
          <>
            <DayInput name="from" label={t("list.from")} value={formatDay(address.from)} />
            <DayInput name="until" label={t("list.until")} value={formatDay(address.until)} />
          </>
        ) : (
          <input type="hidden" name="at" value={address.from} />
        )}
        <Choice
          name="body"
          label={t("list.body")}
          value={address.bodyId}
          options={view.choices.bodies.map((body) => ({ value: body.id, label: body.name }))}
        />
        <Choice
          name="office"
          label={t("list.office")}
          value={address.officeId}
          options={view.choices.offices.map((office) => ({ value: office.id, label: office.code }))}
        />
        <Choice
          name="class"
          label={t("list.class")}
          value={address.class}
          options={words("class", [...petitionClasses, "none"])}
        />
        <Choice
          name="channel"
          label={t("list.channel")}
          value={address.channel}
          options={words("channel", petitionChannels)}
        />
        <Choice
          name="state"
          label={t("list.state")}
          value={address.state}
          options={words("state", ["open", ...storedPetitionStates])}
        />
        <Choice
          name="handler"
          label={t("list.handler")}
          value={address.handler}
          options={[
            { value: "mine", label: t("list.handlerMine") },
            ...view.handlers
              .filter(({ mine }) => !mine)
              .map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
        <Choice
          name="kind"
          label={t("list.kind")}
          value={address.kind}
          options={words("kind", petitionKinds)}
        />
        <div className="field self-end">
          <Button>{t("show")}</Button>
        </div>
      </form>
    </details>
  );
}
