import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ProgrammeTabs } from "@/components/programmes/programme-tabs";
import { programmeShortName } from "@/components/programmes/programme-words";
import { ProgrammeYears } from "@/components/programmes/programme-years";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import { formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";
import type { ProgrammeNode, ProgrammeTreeView } from "@/lib/work-programmes/types";

type TreeProps = { view: ProgrammeTreeView; tenant: string };
type NodeProps = { node: ProgrammeNode; depth: number; tenant: string };

/** Mondays of the weeks whose sheet belongs to a month: those with their Monday in it. */
function mondaysOf({ startsOn, endsOn }: ProgrammeNode): string[] {
  const first = mondayOf(plusDays(startsOn, 6));
  return [0, 7, 14, 21, 28].map((days) => plusDays(first, days)).filter((monday) => monday <= endsOn);
}

function Weeks({ node, tenant }: Omit<NodeProps, "depth">) {
  const t = useTranslations("programmes.tree");
  return (
    <span className="sub">
      {t("weeks")}{" "}
      {mondaysOf(node).map((monday, index) => (
        <span key={monday}>
          {index > 0 ? ", " : null}
          <a href={`/${tenant}/calendar?week=${monday}`}>{t("week", { week: weekOf(monday).week })}</a>
        </span>
      ))}
    </span>
  );
}

function NodeRows({ node, depth, tenant }: NodeProps) {
  const t = useTranslations("programmes");
  return (
    <>
      <tr>
        <td className={`tree tree--${depth}`}>
          <a className="ttl" href={`/${tenant}/programmes/${node.programmeId}`}>
            {programmeShortName(t, node)}
          </a>
          {node.kind === "month" ? <Weeks node={node} tenant={tenant} /> : null}
        </td>
        <td>
          <Badge tone={node.state === "draft" ? "act" : "done"}>{t(`state.${node.state}`)}</Badge>
          {node.issuedOn ? (
            <span className="sub">
              {node.paperNumber ? `${node.paperNumber}, ` : null}
              {t("tree.issuedOn", { day: formatDay(node.issuedOn) })}
            </span>
          ) : null}
        </td>
        <td>{t("tree.count", { count: node.items })}</td>
        <td>
          <OfficeLabel office={officeMark(node.office)} part="lead" />
        </td>
      </tr>
      {node.children.map((child) => (
        <NodeRows key={child.programmeId} node={child} depth={depth + 1} tenant={tenant} />
      ))}
    </>
  );
}

/** The programmes of a year as a tree: term, year, quarter, month, and under each month its week sheets. */
export function TreeScreen({ view, tenant }: TreeProps) {
  const t = useTranslations("programmes");
  const calendar = useTranslations("calendar");
  const base = `/${tenant}/programmes`;
  const { year, openOverlaps } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: `/${tenant}/calendar` }]}
        title={t("title")}
        lead={t("lead")}
        act={
          view.mayDraft ? (
            <LinkButton look="fill" icon="plus" href={`${base}/new`}>
              {t("acts.draft")}
            </LinkButton>
          ) : null
        }
      />
      <ProgrammeTabs tenant={tenant} part="tree" year={year} open={openOverlaps} />
      <ProgrammeYears year={year} address={base} />
      {openOverlaps > 0 ? (
        <div className="mb-4">
          <Note tone="due" title={t("tree.overlaps", { count: openOverlaps })}>
            <p>
              {t("tree.overlapsText")} <a href={`${base}/overlaps?year=${year}`}>{t("tree.see")}</a>
            </p>
          </Note>
        </div>
      ) : null}
      {view.bodies.length === 0 ? (
        <EmptyState title={t("tree.none", { year: String(year) })} text={t("tree.noneText")} />
      ) : (
        view.bodies.map((body) => (
          <Section key={body.bodyId} id={`body-${body.bodyId}`} title={body.name}>
            <Register
              caption={body.name}
              className="programmes"
              head={[
                { label: t("tree.programme") },
                { label: t("tree.state") },
                { label: t("tree.items") },
                { label: t("tree.office") },
              ]}
            >
              <tbody>
                {body.nodes.map((node) => (
                  <NodeRows key={node.programmeId} node={node} depth={0} tenant={tenant} />
                ))}
              </tbody>
            </Register>
          </Section>
        ))
      )}
    </>
  );
}
