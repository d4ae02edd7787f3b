/** Compares one letter that came on line a moment ago. */
export const compareArrivedQueue = "petitions.compare-arrived";
/** Goes round what waits to be compared in every tenant. */
export const compareWaitingQueue = "petitions.compare-waiting";
