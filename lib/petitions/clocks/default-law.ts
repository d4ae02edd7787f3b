import { defaultDays } from "./default-days";
import { defaultRules } from "./default-rules";
import type { ClockLaw } from "./types";

/** What a tenant begins with, before its administrator changes anything. */
export const defaultLaw: ClockLaw = { rules: defaultRules, days: defaultDays, movesOffDay: true };
