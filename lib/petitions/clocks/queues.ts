/** Reckons the open clocks of a tenant again after a day or a rule was changed. */
export const recomputeClocksQueue = "petitions.recompute-clocks";
/** Tells offices in the morning what is due by the next working day. */
export const remindDueQueue = "petitions.remind-due";
