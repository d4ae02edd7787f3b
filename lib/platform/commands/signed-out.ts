import "server-only";
import { headers } from "next/headers";
import { redirect, unauthorized } from "next/navigation";

/**
 * What an act does when nobody is signed in any more. One sent by script is 401; the form in the browser catches that,
 * stays with everything typed and says so. Without script the answer is a page, and the form's own page would send the
 * browser on with 307: it would post the form again, at the door. So it is led there with 303, which a browser follows
 * with GET (RFC 9110 §15.4.4).
 */
export async function signedOut(tenantSlug: string): Promise<never> {
  // Only a form that a script sends carries this header.
  const byScript = (await headers()).has("next-action");
  if (byScript) unauthorized();
  redirect(`/sign-in?next=${encodeURIComponent(`/${tenantSlug}`)}`);
}
