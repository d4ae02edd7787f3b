const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that names nothing: what an address that is no id stands for, so that both give the same 404. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The id in an address, or one that names nothing where the address holds no id at all. */
export function idFromAddress(text: string): string {
  return uuid.test(text) ? text : nobody;
}
