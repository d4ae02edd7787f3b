import "server-only";
import { redirect } from "next/navigation";

/**
 * Where a form leads that was sent without script when nobody is signed in any more. The answer is a page, and the form's
 * own page would send the browser on with 307: it would post the form again, at the door. So it is led there with 303,
 * which a browser follows with GET (RFC 9110 §15.4.4). An act sent by script was answered 401 before (proxy.ts).
 */
export function signedOut(tenantSlug: string): never {
  redirect(`/sign-in?next=${encodeURIComponent(`/${tenantSlug}`)}`);
}
