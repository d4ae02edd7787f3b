import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { Due, type DueContent } from "@/components/ui/due";
import { LinkButton } from "@/components/ui/link-button";
import type { OfficeMark } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import { RoleLine } from "@/components/ui/role-line";

export type DeskRow = {
  id: string;
  href: string;
  title: string;
  lead?: OfficeMark | undefined;
  assists?: readonly OfficeMark[] | undefined;
  detail?: ReactNode;
  due?: DueContent | undefined;
  /** The next step; only one row of the page has the filled one. */
  act?: { label: string; href: string; first?: boolean | undefined } | undefined;
};

type DeskListProps = {
  id: string;
  title: string;
  rows: readonly DeskRow[];
  more?: { href: string; label: string } | undefined;
};

/** One of the short lists of the desk: what, until when, and the next step. */
export function DeskList({ id, title, rows, more }: DeskListProps) {
  const t = useTranslations("deskParts");
  const head = [{ label: t("what") }, { label: t("due") }, { label: t("next") }];
  return (
    <Section id={id} title={title} count={rows.length} more={more}>
      <Register caption={title} head={head} headHidden airy className="desk">
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a className="ttl" href={row.href}>
                  {row.title}
                </a>
                <span className="sub">
                  {row.lead ? <RoleLine lead={row.lead} assists={row.assists ?? []} /> : null}
                  {row.detail}
                </span>
              </td>
              <td>{row.due ? <Due {...row.due} /> : null}</td>
              <td>
                {row.act ? (
                  <LinkButton look={row.act.first ? "fill" : "plain"} href={row.act.href}>
                    {row.act.label}
                    <span className="sr-only">: {row.title}</span>
                  </LinkButton>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}
