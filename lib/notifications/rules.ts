/** Seconds until each further try; a mail that failed after the last is given up. About a day in all. */
export const retryDelays: readonly number[] = [30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];
