/** The form the address opens on a task's page: none, the task's own, or one about an assisting office. */
export type OpenForm =
  | { act: "describe" }
  | { act: "decline" }
  | { act: "close" }
  | { act: "ask"; officeId: string }
  | null;

export function openFormOf(query: { act?: string | undefined; office?: string | undefined }): OpenForm {
  if (query.act === "describe" || query.act === "decline" || query.act === "close") {
    return { act: query.act };
  }
  return query.act === "ask" && query.office ? { act: "ask", officeId: query.office } : null;
}
