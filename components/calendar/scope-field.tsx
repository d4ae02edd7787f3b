import { useTranslations } from "next-intl";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import type { FollowingAct, SeriesView } from "@/lib/meetings/types";

/** How many later ones of the series an act can be about as well, and as what they are known. */
export type Scoped = { later: number; mark: string };

/** Null where the meeting stands alone or nothing that follows it would go the same way. */
export function scopedOf(series: SeriesView | null, act: FollowingAct): Scoped | null {
  const later = series?.later[act] ?? 0;
  return series && later > 0 ? { later, mark: series.mark } : null;
}

/** Whether an act is about one meeting of a series, or about it and all that follow. */
export function ScopeField({ scoped }: { scoped: Scoped | null | undefined }) {
  const t = useTranslations("calendar.series");
  if (!scoped) return null;
  return (
    <>
      <HiddenField name="following" value={scoped.mark} />
      <RadioGroup
        name="scope"
        label={t("scope")}
        defaultValue="one"
        choices={[
          { value: "one", label: t("scopes.one") },
          { value: "following", label: t("scopes.following", { later: scoped.later }) },
        ]}
      />
    </>
  );
}
