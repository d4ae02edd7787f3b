import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Breadcrumb, Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { RoleLabels, type RoleLabelsProps } from "@/components/ui/role-labels";

export type PageHeaderProps = {
  breadcrumbs?: readonly Breadcrumb[] | undefined;
  title: string;
  state?: { tone: BadgeTone; text: string } | undefined;
  roles?: RoleLabelsProps | undefined;
  /** The one filled act: a LinkButton or a form with one button. */
  act?: ReactNode;
  /** MenuLink, MenuSeparator and forms with one button. */
  menu?: ReactNode;
  logHref?: string | undefined;
  /** A sentence that answers before any list. */
  lead?: ReactNode;
};

/** The head of every page, always in this order. */
export function PageHeader(props: PageHeaderProps) {
  const { breadcrumbs = [], title, state, roles, act, menu, logHref, lead } = props;
  const t = useTranslations("shell");
  const hasActs = Boolean(act || menu || logHref);
  return (
    <header className="head">
      {breadcrumbs.length > 0 ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
      <div className="head__row">
        <div className="head__title">
          <h1>{title}</h1>
          {state ? <Badge tone={state.tone}>{state.text}</Badge> : null}
        </div>
        {hasActs ? (
          <div className="head__acts">
            {act}
            {menu ? <Menu label={t("otherActs")}>{menu}</Menu> : null}
            {logHref ? (
              <a className="btn btn--quiet" href={logHref}>
                <Icon name="log" />
                {t("log")}
              </a>
            ) : null}
          </div>
        ) : null}
      </div>
      {roles ? <RoleLabels {...roles} /> : null}
      {lead ? <p className="lead">{lead}</p> : null}
    </header>
  );
}
