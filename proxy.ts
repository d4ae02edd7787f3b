import { type NextRequest, NextResponse } from "next/server";
import { sessionOf } from "@/lib/platform/auth/current-session";
import { signedOutAnswer } from "@/lib/platform/forms/form-state";

const development = process.env["NODE_ENV"] === "development";

/** Next reads the nonce from this header of the request and puts it on its own scripts and styles. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // strict-dynamic: what a script with the nonce loads may run, nothing else; development compiles by eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development server injects styles without a nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}

// Acts of people who need not be signed in: at the door, where anybody checks a signed file, on the pages that only show the
// parts of the portal, and on those of citizens.
const openToAll = /^\/(?:sign-in|stories|verify|[^/]+\/citizen)(?:\/|$)/;

/** Files, sent by people or made here: a route cannot change a header that was set here. */
const answersFile = /^\/[^/]+\/(?:.+\/)?(?:attachments|files|export)\//;
const sandbox = "sandbox; default-src 'none'";

/** Where the address itself is the secret, it is told to nobody. */
const secretAddress = /^\/[^/]+\/(?:calendar\/feed|link|party)\//;

/**
 * An act that a script sends while nobody is signed in. It is answered here because an act itself cannot: it would be sent
 * on to the door with its page, and what was typed would be lost.
 */
async function isSignedOutAct(request: NextRequest): Promise<boolean> {
  if (request.method !== "POST" || !request.headers.has("next-action")) return false;
  if (openToAll.test(request.nextUrl.pathname)) return false;
  return (await sessionOf(request.cookies.getAll())) === null;
}

/**
 * Security headers on every answer but static files, and 401 for acts without a session. Who may read or do what is decided
 * in the pages and acts, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (await isSignedOutAct(request)) {
    // The form reads the body of exactly this type.
    const headers = { "content-type": "text/plain", "cache-control": "no-store" };
    return new NextResponse(signedOutAnswer, { status: 401, headers });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(
    "content-security-policy",
    answersFile.test(request.nextUrl.pathname) ? sandbox : policy,
  );
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set(
    "referrer-policy",
    secretAddress.test(request.nextUrl.pathname) ? "no-referrer" : "same-origin",
  );
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (isHttps(request)) {
    response.headers.set("strict-transport-security", "max-age=63072000");
  }
  return response;
}

// Forms with files go past it: Next would hold what they bring, up to 10 MB, and cut the rest. Their answers are no pages.
export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|[^/]+/upload/).*)"] };
