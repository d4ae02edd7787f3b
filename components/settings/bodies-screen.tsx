import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { BodyForm } from "@/components/settings/body-form";
import { Badge } from "@/components/ui/badge";
import { Register } from "@/components/ui/register";
import type { ExternalBodiesView, ExternalBodyView } from "@/lib/petitions/external/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";

type RowProps = { body: ExternalBodyView; above: string; tenant: string; mayKeep: boolean };

function BodyRow({ body, above, tenant, mayKeep }: RowProps) {
  const t = useTranslations("petitions.outside");
  return (
    <tr>
      <td>
        {body.name}
        {above ? (
          <>
            <br />
            <small>{t("below", { name: above })}</small>
          </>
        ) : null}
        {body.earlierNames.map(({ name, until }) => (
          <span key={until.toISOString()}>
            <br />
            <small>{t("earlierName", { name, day: formatDay(dayAt(until)) })}</small>
          </span>
        ))}
      </td>
      <td>{t(`kinds.${body.kind}`)}</td>
      <td>{[body.address, body.phone, body.email].filter(Boolean).join(" · ")}</td>
      <td>
        {body.active ? <Badge>{t("active")}</Badge> : <Badge tone="due">{t("inactive")}</Badge>}
        <br />
        <small>{t("changed", { name: body.changedBy ?? "", at: formatInstant(body.changedAt) })}</small>
      </td>
      {mayKeep ? (
        <td>
          <a href={`/${tenant}/settings/bodies?body=${body.id}#keep`}>
            {t("change")}
            <span className="sr-only"> {body.name}</span>
          </a>
        </td>
      ) : null}
    </tr>
  );
}

/** Bodies outside the offices of the province, to which letters are given over. */
export function BodiesScreen({ view, tenant }: { view: ExternalBodiesView; tenant: string }) {
  const t = useTranslations("petitions.outside");
  const { bodies, chosen, mayKeep } = view;
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const heads = [t("name"), t("kind"), t("contact"), t("use"), ...(mayKeep ? [t("act")] : [])];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="bodies" title={t("list")} count={bodies.length}>
        {bodies.length === 0 ? (
          <p className="hint">{t("none")}</p>
        ) : (
          <Register caption={t("list")} head={heads.map((label) => ({ label }))}>
            <tbody>
              {bodies.map((body) => (
                <BodyRow
                  key={body.id}
                  body={body}
                  above={body.parentId ? (names.get(body.parentId) ?? "") : ""}
                  tenant={tenant}
                  mayKeep={mayKeep}
                />
              ))}
            </tbody>
          </Register>
        )}
      </Section>
      {mayKeep ? (
        <Section id="keep" title={chosen ? t("changeOf", { name: chosen.name }) : t("add")}>
          <BodyForm tenant={tenant} chosen={chosen} parents={view.parents} />
        </Section>
      ) : null}
    </>
  );
}
