import { redirect } from "next/navigation";
import { currentSession } from "@/lib/platform/auth/current-session";
import { homeOf } from "@/lib/platform/auth/home";

/** The bare address leads to the person's own tenant, or to the door. */
export default async function StartPage() {
  const session = await currentSession();
  redirect((session && homeOf(session)) ?? "/sign-in");
}
