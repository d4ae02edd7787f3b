import type { Portal } from "./portal";

/** How often a page without a session asks the database: each statement is a function of its own, and so a transaction of its own. */
export async function askedOf(
  portal: Portal,
  get: () => Promise<Response>,
): Promise<{ status: number; statements: number }> {
  portal.statements();
  const response = await get();
  await response.arrayBuffer();
  const asked = portal
    .statements()
    .filter((line) => line.includes("portal_public@") && /(statement|execute [^:]+): select/i.test(line));
  return { status: response.status, statements: asked.length };
}
