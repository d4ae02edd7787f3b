/** Reckons the open clocks of a tenant again after a day or a rule was changed. */
export const recomputeClocksQueue = "petitions.recompute-clocks";
