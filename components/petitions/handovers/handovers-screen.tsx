import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Section } from "@/components/layout/section";
import { ReceiptForms } from "@/components/petitions/handovers/receipt-forms";
import { WaitingStepsSection } from "@/components/petitions/handovers/waiting-steps";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { FigureCell } from "@/components/ui/figure-cell";
import { Fingerprint } from "@/components/ui/fingerprint";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import type { HandoverLine, HandoverState, HandoversView } from "@/lib/petitions/handovers/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: HandoversView; tenant: string; first: boolean };

const tones: Readonly<Record<HandoverState, BadgeTone>> = {
  awaiting: "due",
  accepted: "done",
  refused: "alarm",
};

const columns = ["number", "made", "steps", "files", "hashes", "state"] as const;

function Files({ line, tenant }: { line: HandoverLine; tenant: string }) {
  const t = useTranslations("petitions.handovers");
  const base = `/${tenant}/petitions/handovers/${line.id}`;
  return (
    <>
      {(["json", "xlsx"] as const).map((kind) => (
        <LinkButton key={kind} icon="save" href={`${base}/ban-giao.${kind}`}>
          {kind.toUpperCase()}
          <span className="sr-only"> {t("ofNumber", { number: line.number })}</span>
        </LinkButton>
      ))}
    </>
  );
}

function Hashes({ line }: { line: HandoverLine }) {
  const t = useTranslations("petitions.handovers");
  return (
    <details className="plain">
      <summary>{t("hashes", { begin: line.jsonSha256.slice(0, 8) })}</summary>
      <p>
        JSON <Fingerprint hex={line.jsonSha256} />
      </p>
      <p>
        XLSX <Fingerprint hex={line.xlsxSha256} />
      </p>
    </details>
  );
}

function Line({ line, tenant }: { line: HandoverLine; tenant: string }) {
  const t = useTranslations("petitions.handovers");
  return (
    <tr>
      <FigureCell label={t("column.number")} value={line.number} />
      <td>
        {formatInstant(line.at)}
        <span className="sub">{line.by}</span>
      </td>
      <FigureCell label={t("column.steps")} value={line.steps} />
      <td className="flex flex-wrap gap-1">
        <Files line={line} tenant={tenant} />
      </td>
      <td>
        <Hashes line={line} />
      </td>
      <td>
        <Badge tone={tones[line.state]}>{t(`state.${line.state}`)}</Badge>
        <span className="sub">
          {line.receiptNumber && line.receiptOn
            ? t("receipt", { number: line.receiptNumber, day: formatDay(line.receiptOn) })
            : (line.refusalReason ?? "")}
        </span>
      </td>
    </tr>
  );
}

/** Steps of letters on their way to the national database: what awaits its receipt, what would go now, what went. */
export function HandoversScreen({ view, tenant, first }: Props) {
  const t = useTranslations("petitions.handovers");
  const petitions = useTranslations("petitions");
  const { awaiting, lines, next, may } = view;
  const base = `/${tenant}/petitions/handovers`;
  const figures = new Set<string>(["number", "steps"]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: petitions("title"), href: `/${tenant}/petitions` }]}
        title={t("title")}
        lead={t("lead", { office: view.office })}
      />
      <p className="mb-4 text-sm text-muted">{t("what")}</p>
      {awaiting ? (
        <Section id="awaiting" title={t("awaiting", { number: awaiting.number })}>
          <p className="mb-4">
            {t("awaitingText", { count: awaiting.steps, at: formatInstant(awaiting.at) })}
          </p>
          <p className="mb-4 flex flex-wrap gap-2">
            <Files line={awaiting} tenant={tenant} />
          </p>
          {may.keepReceipt ? <ReceiptForms handoverId={awaiting.id} tenant={tenant} /> : null}
        </Section>
      ) : null}
      {first && !awaiting ? <WaitingStepsSection view={view} tenant={tenant} /> : null}
      <Section id="handed-over" title={t("past")}>
        {lines.length === 0 ? (
          <EmptyState title={t("pastNone")} text={t("pastNoneText")} level={3} />
        ) : (
          <Register
            caption={t("pastCaption")}
            head={columns.map((column) => ({ label: t(`column.${column}`), number: figures.has(column) }))}
            airy
          >
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} tenant={tenant} />
              ))}
            </tbody>
          </Register>
        )}
        <Pagination
          firstHref={first ? undefined : base}
          nextHref={next === null ? undefined : `${base}?before=${next}`}
        />
      </Section>
    </>
  );
}
