import { useTranslations } from "next-intl";
import { AcceptForm, ContributeForm, DeclineForm } from "@/components/tasks/assist-forms";
import { AskForm, TakeOverForm } from "@/components/tasks/lead-forms";
import type { OpenForm } from "@/components/tasks/task-open-form";
import { LinkButton } from "@/components/ui/link-button";
import type { TaskAssist, TaskPageView } from "@/lib/tasks/types";

type TaskPartFormsProps = {
  view: TaskPageView;
  part: TaskAssist;
  tenant: string;
  officeId: string;
  open: OpenForm;
  /** The page's one filled button is in this part. */
  first: boolean;
};

/** Leads to the form; a button where nothing was asked yet, and the filled one where that is the next move. */
function AskLink({ address, part, first }: { address: string; part: TaskAssist; first: boolean }) {
  const t = useTranslations("tasks.acts");
  const href = `${address}?act=ask&office=${part.office.id}#part-${part.office.id}`;
  const code = <span className="sr-only"> {part.office.code}</span>;
  if (part.state === "named" || part.state === "declined") {
    return (
      <LinkButton look={first ? "fill" : "plain"} href={href}>
        {t("ask")}
        {code}
      </LinkButton>
    );
  }
  return (
    <p className="mt-2">
      <a href={href}>
        {t("askAgain")}
        {code}
      </a>
    </p>
  );
}

/** Whatever the person may do with one office's part; null when that is nothing. */
export function TaskPartForms({ view, part, tenant, officeId, open, first }: TaskPartFormsProps) {
  const t = useTranslations("tasks.acts");
  const { may } = view;
  const address = `/${tenant}/tasks/${view.taskId}`;
  const { id } = part.office;
  if (id === officeId) {
    if (open?.act === "decline" && may.decline) return <DeclineForm view={view} tenant={tenant} />;
    return (
      <>
        {may.accept ? (
          <div className="mb-4">
            <AcceptForm view={view} tenant={tenant} />
          </div>
        ) : null}
        {may.contribute ? <ContributeForm view={view} tenant={tenant} part={part} /> : null}
        {may.decline ? (
          <p className="mt-3">
            <a href={`${address}?act=decline#part-${id}`}>{t("decline")}</a>
          </p>
        ) : null}
      </>
    );
  }
  const asks = may.ask.includes(id);
  const opened = open?.act === "ask" && open.officeId === id;
  return (
    <>
      {may.takeOver.includes(id) ? (
        <TakeOverForm view={view} tenant={tenant} part={part} look={first ? "fill" : "plain"} />
      ) : null}
      {asks && opened ? <AskForm view={view} tenant={tenant} part={part} /> : null}
      {asks && !opened ? <AskLink address={address} part={part} first={first} /> : null}
    </>
  );
}

/** Whether a part has any form or link for the person. */
export function hasPartForms(view: TaskPageView, officeId: string, ownOfficeId: string): boolean {
  const { may } = view;
  if (officeId === ownOfficeId) return may.accept || may.contribute || may.decline;
  return may.ask.includes(officeId) || may.takeOver.includes(officeId);
}
