/** Keeps of letters that came on line, or were there before, what they are compared by. */
export const compareArrivedQueue = "petitions.compare-arrived";
