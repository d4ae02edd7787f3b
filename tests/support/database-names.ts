/** The migrated database every test file gets a copy of. */
export const templateDatabase = "portal_template";

/** On the throw-away server each role's password is its own name. */
export function passwordOf(role: string): string {
  return role;
}

/** A copy of the template in which the demonstration was seeded once, through the commands people use. */
export const seededDatabaseName = "portal_seeded";

/** Sign-in password and signing passphrase of everybody in a seeded database. */
export const seededPassword = "mat-khau-thu-nghiem-2026";

/** The server's key under which the seeded signing keys are wrapped; 32 bytes in base64. */
export const testServerKey = Buffer.alloc(32, 7).toString("base64");
