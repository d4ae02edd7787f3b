"use server";
import { signOut } from "./auth";

/** Ends the session on the server and takes the cookie away. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/sign-in" });
}
