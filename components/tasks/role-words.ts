import { useTranslations } from "next-intl";
import type { Role } from "@/lib/platform/policy/rule-table";

/** Roles in words, as a sentence lists them. */
export function useRoleWords() {
  const t = useTranslations("errors.roles");
  return (roles: readonly Role[]): string => roles.map((role) => t(role)).join(", ");
}
