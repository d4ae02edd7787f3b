/** Tells chiefs and inspectors which slips nobody acknowledged in time. */
export const escalateForwardsQueue = "petitions.escalate-forwards";
