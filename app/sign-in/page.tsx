import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/layout/door";
import { SignInScreen } from "@/components/sign-in/sign-in-screen";
import { setLanguageAction } from "@/lib/platform/auth/actions";
import { currentSession } from "@/lib/platform/auth/current-session";
import { demonstrationPeople } from "@/lib/platform/auth/demonstration-people";
import { targetAfterSignIn } from "@/lib/platform/auth/home";
import { provinces } from "@/lib/platform/auth/provinces";
import { signInAction } from "./actions";
import { demonstrationOffices, organNames } from "./demonstration";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signInScreen");
  return { title: t("title") };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams;
  const wanted = first(params["next"]);
  const session = await currentSession();
  const target = session && targetAfterSignIn(session, wanted);
  if (target) redirect(target);
  const t = await getTranslations("signIn");
  const people = await demonstrationPeople();
  const all = await provinces();
  const [, slug] = /^\/([a-z0-9-]+)(?:[/?#]|$)/.exec(wanted ?? "") ?? [];
  const known = all.filter((province) => province.slug === slug);
  return (
    <Door homeHref="/" demonstration={people !== null} setLanguage={setLanguageAction}>
      <SignInScreen
        action={signInAction}
        organs={people && people.length > 0 ? organNames(people) : [t("organs")]}
        email={first(params["email"])}
        returnTo={wanted}
        provinces={known.length > 0 ? known : all}
        demonstration={people ? demonstrationOffices(people, wanted) : undefined}
      />
    </Door>
  );
}
