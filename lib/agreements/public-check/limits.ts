/** A signed agreement weighs some 300 kB. What is larger costs a hostile sender little and us seconds. */
export const megabytes = 5;

const megabyte = 1024 * 1024;

export const formLimits = { files: 1, fileBytes: megabytes * megabyte, formBytes: 12 * megabytes * megabyte };
