/**
 * The same server under another user or database. Parts that are not given stay.
 * @param {string} url
 * @param {{ user?: string, password?: string, database?: string }} parts
 */
export function urlWith(url, { user, password, database }) {
  const changed = new URL(url);
  if (user !== undefined) changed.username = encodeURIComponent(user);
  if (password !== undefined) changed.password = encodeURIComponent(password);
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}
