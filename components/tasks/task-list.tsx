import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Due, type DueContent } from "@/components/ui/due";
import type { OfficeMark } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import { RoleLine } from "@/components/ui/role-line";

export type TaskRow = {
  id: string;
  href: string;
  title: string;
  /** "Điều 4, khoản 4.1" */
  duty?: string | undefined;
  lead: OfficeMark;
  assists: readonly OfficeMark[];
  state: { tone: BadgeTone; text: string };
  due?: DueContent | undefined;
};

export function TaskList({ caption, rows }: { caption: string; rows: readonly TaskRow[] }) {
  const t = useTranslations("taskParts.list");
  const head = [{ label: t("task") }, { label: t("due") }, { label: t("state") }];
  return (
    <Register caption={caption} head={head} airy className="desk desk--wide">
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a className="ttl" href={row.href}>
                {row.title}
              </a>
              <span className="sub">
                <RoleLine lead={row.lead} assists={row.assists} />
                {row.duty ? <span>{row.duty}</span> : null}
              </span>
            </td>
            <td>{row.due ? <Due {...row.due} /> : null}</td>
            <td>
              <Badge tone={row.state.tone}>{row.state.text}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}
