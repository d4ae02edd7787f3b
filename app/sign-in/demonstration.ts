import type { DemonstrationOffice } from "@/components/sign-in/demonstration-people";
import type { OfficeTint } from "@/components/ui/office-label";
import type { DemonstrationHolding } from "@/lib/platform/auth/demonstration-people";

function hrefOf(email: string, wanted: string | undefined): string {
  return `/sign-in?${new URLSearchParams({ email, ...(wanted ? { next: wanted } : {}) })}`;
}

function tintOf(number: number): OfficeTint {
  return number === 1 || number === 2 || number === 3 ? number : "x";
}

/** The people of each office together, in the order they come. */
export function demonstrationOffices(
  people: readonly DemonstrationHolding[],
  wanted: string | undefined,
): DemonstrationOffice[] {
  const groups = Map.groupBy(people, (person) => `${person.tenantName} / ${person.officeCode}`);
  return [...groups].flatMap(([key, members]) => {
    const [one] = members;
    if (!one) return [];
    return {
      key,
      place: one.tenantName,
      office: { code: one.officeCode, name: one.officeName, tint: tintOf(one.officeTint) },
      people: members.map((person) => ({
        name: person.personName,
        post: person.postTitle,
        email: person.email,
        href: hrefOf(person.email, wanted),
      })),
    };
  });
}

/** The joint head over the form: the offices of the first tenant, in capitals as on their papers. */
export function organNames(people: readonly DemonstrationHolding[]): string[] {
  const [first] = people;
  const own = people.filter((person) => person.tenantName === first?.tenantName);
  return [...new Set(own.map((person) => person.officeName.toLocaleUpperCase("vi")))];
}
