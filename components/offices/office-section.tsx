import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { type Fact, Facts } from "@/components/ui/facts";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import type { OfficeListItem } from "@/lib/offices/types";

type OfficeSectionProps = { office: OfficeListItem; demonstration: boolean };

function useHolderName(demonstration: boolean) {
  const t = useTranslations("offices");
  return (name: string | null) => {
    if (name === null) return <span className="text-muted">{t("vacant")}</span>;
    return demonstration ? (
      <>
        {name} <span className="whitespace-nowrap text-xs text-muted">({t("invented")})</span>
      </>
    ) : (
      name
    );
  };
}

/** One office: the bodies it serves with their leaders, and its own posts with who holds them. */
export function OfficeSection({ office, demonstration }: OfficeSectionProps) {
  const t = useTranslations("offices");
  const holder = useHolderName(demonstration);
  const served: Fact[] = office.bodies.map((body) => ({
    label: body.name,
    value: (
      <ul>
        {body.leaders.map((leader) => (
          <li key={leader.id}>
            {leader.title}: {holder(leader.name)}
          </li>
        ))}
      </ul>
    ),
  }));
  return (
    <Section
      id={`office-${office.id}`}
      title={
        <>
          <OfficeLabel office={officeMark(office)} part="lead" /> {office.name}
        </>
      }
    >
      <p className="text-sm text-muted">
        {t("symbol", { symbol: office.symbol })} {office.mine ? <Badge tone="act">{t("mine")}</Badge> : null}
      </p>
      <h3 className="mt-4">{t("served")}</h3>
      {served.length > 0 ? <Facts facts={served} /> : <p>{t("none")}</p>}
      <h3 className="mt-4">{t("people", { office: office.code })}</h3>
      <Register
        caption={t("people", { office: office.code })}
        head={[{ label: t("post") }, { label: t("holder") }]}
        stack={false}
      >
        <tbody>
          {office.posts.map((post) => (
            <tr key={post.id}>
              <td>{post.title}</td>
              <td>{holder(post.name)}</td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}
