import { useTranslations } from "next-intl";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";

/** A kept refusal in words: what was tried, and whose act it is. */
export function useRefusalWords() {
  const t = useTranslations("refusals");
  const errors = useTranslations("errors");
  function act({ act }: RefusalReason): string {
    const key = `acts.${act}` as never;
    return errors.has(key) ? errors(key) : act;
  }
  function whose({ reason, offices = [], roles = [] }: RefusalReason): string {
    const names = roles.map((role) => errors(`roles.${role}` as never)).join(", ");
    return reason === "role" || offices.length === 0
      ? t("forRoles", { roles: names })
      : t("belongs", { offices: offices.join(", ") });
  }
  return { act, whose };
}
