import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DomainError } from "@/lib/platform/errors/domain-error";

/**
 * What an act does when nobody is signed in any more. A form sent by script stays with everything typed and says so.
 * Without script the answer is a page, and the form's own page would send the browser on with 307: it would post the form
 * again, at the door. So it is led there with 303, which a browser follows with GET (RFC 9110 §15.4.4).
 */
export async function signedOut(tenantSlug: string): Promise<DomainError> {
  // Only a form that a script sends carries this header.
  const byScript = (await headers()).has("next-action");
  if (!byScript) redirect(`/sign-in?next=${encodeURIComponent(`/${tenantSlug}`)}`);
  return new DomainError("forbidden", "signedOut");
}
