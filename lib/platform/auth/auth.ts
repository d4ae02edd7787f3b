import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import type {} from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { checkCredentials } from "./check-credentials";
import { endSession, findLiveSession, openSession, recordSignIn, sessionHours } from "./sessions";

declare module "next-auth" {
  interface Session {
    sid: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

class WrongCredentials extends CredentialsSignin {
  override code = "wrong";
}

/** The cookie holds the id of a session row and nothing else; the row is asked at every request. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: "jwt", maxAge: sessionHours * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  // next-auth logs every wrong password with a stack; the sign_in_events table is the record.
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
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
      if (user?.id) return { sid: await openSession(user.id, new Date()) };
      if (!token.sid) return null;
      return (await findLiveSession(token.sid)) ? token : null;
    },
    session({ session, token }) {
      return { expires: session.expires, sid: token.sid ?? "" } as typeof session;
    },
  },
  events: {
    async signOut(message) {
      if (!("token" in message) || !message.token?.sid) return;
      const live = await findLiveSession(message.token.sid);
      await endSession(message.token.sid);
      await recordSignIn("signed-out", live?.accountId ?? null);
    },
  },
});
