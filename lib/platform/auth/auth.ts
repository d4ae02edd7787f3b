import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import type {} from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/platform/env";
import { languageOf, showLanguage } from "@/lib/platform/i18n/language";
import { log } from "@/lib/platform/log";
import { checkCredentials } from "./check-credentials";
import {
  endSession,
  findLiveSession,
  keptLanguage,
  openSession,
  recordSignIn,
  sessionHours,
} from "./sessions";

declare module "next-auth/jwt" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges with the library's own
  interface JWT {
    sid?: string;
  }
}

class WrongCredentials extends CredentialsSignin {
  override code = "wrong";
}

// Wrong passwords and broken cookies are everyday things that next-auth would log with a stack; the table
// sign_in_events is their record. Anything else is a fault, told by its name only.
const everyday = new Set(["CredentialsSignin", "JWTSessionError", "MissingCSRF"]);

const quietLogger = {
  error(error: Error) {
    if (!everyday.has(error.name) && !(error instanceof CredentialsSignin))
      log.error({ code: error.name }, "sign-in");
  },
  warn: () => undefined,
  debug: () => undefined,
};

/** The cookie holds the id of a session row and nothing else; the row is asked at every request. */
function config(): NextAuthConfig {
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: quietLogger,
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(raw) {
          const accountId = await checkCredentials(raw, new Date());
          if (!accountId) throw new WrongCredentials();
          return { id: accountId };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user?.id) {
          await showLanguage(languageOf(await keptLanguage(user.id)));
          return { sid: await openSession(user.id, new Date()) };
        }
        if (!token.sid) return null;
        return (await findLiveSession(token.sid)) ? token : null;
      },
      // Nothing of it goes to scripts in the browser but how long it lasts.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut(message) {
        if (!("token" in message) || !message.token?.sid) return;
        const live = await findLiveSession(message.token.sid);
        await endSession(message.token.sid);
        await recordSignIn("signed-out", live?.accountId ?? null);
      },
    },
  };
}

/** Configured at the first request, not when the file is loaded: a build has no secrets. */
export const { handlers, signIn, signOut } = NextAuth(config);
