/** The migrated database every test file gets a copy of. */
export const templateDatabase = "portal_template";

/** On the throw-away server each role's password is its own name. */
export function passwordOf(role: string): string {
  return role;
}
