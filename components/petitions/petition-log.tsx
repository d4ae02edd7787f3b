import { useTranslations } from "next-intl";
import { HistorySheet } from "@/components/layout/history-sheet";
import type { PetitionLogView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What happened, in words; one that has no words of its own here has them under "history.events". */
function useEventWords(codes: ReadonlyMap<string, string>) {
  const t = useTranslations("history.petitions");
  const acts = useTranslations("errors.acts.petition");
  const classes = useTranslations("petitions.class");
  const letter = useTranslations("clocks.letter");
  const states = useTranslations("petitions.state");
  const fields = useTranslations("petitions.changes.fields");
  const kinds = useTranslations("petitions.papers.kinds");
  const others = useTranslations("history.events");
  return ({ name, payload }: PetitionLogView["entries"][number]): string => {
    switch (name) {
      case "petitions.taken":
        return t("taken");
      case "petitions.imported":
        return t("imported", { line: Number(payload.line ?? 0) });
      case "petitions.classified": {
        const petitionClass = textOf(payload.class);
        return t("classified", {
          class: classes.has(petitionClass as never) ? classes(petitionClass as never) : petitionClass,
        });
      }
      case "petitions.milestoneRecorded": {
        const what = `milestones.${textOf(payload.kind)}`;
        const day = textOf(payload.on);
        return t("milestoneRecorded", {
          what: letter.has(what as never) ? letter(what as never) : "",
          day: day === "" ? "" : formatDay(day),
        });
      }
      case "meetings.noticeReceived":
        return t("noticeReceived");
      case "petitions.assessed":
        return t("assessed", {
          count: Array.isArray(payload.unmet) ? payload.unmet.length : 0,
          beside: Array.isArray(payload.notApplicable) ? payload.notApplicable.length : 0,
        });
      case "petitions.joined":
        return t("joined", { code: textOf(payload.code) });
      case "petitions.keptApart":
        return t("keptApart", { code: textOf(payload.code) });
      case "petitions.joinUndone":
        return t("joinUndone");
      case "petitions.putInCase":
        return t("putInCase", { code: textOf(payload.code) });
      case "petitions.takenOutOfCase":
        return t("takenOutOfCase", { code: textOf(payload.code) });
      case "petitions.toldOfCase":
        return t("toldOfCase", { code: textOf(payload.code) });
      case "petitions.split":
        return t("split");
      case "petitions.forwarded":
        return t("forwarded");
      case "petitions.forwardAnswered":
        return t(payload.answer === "acknowledged" ? "acknowledged" : "sentBack");
      case "petitions.forwardLinkIssued":
        return t("forwardLinkIssued", { days: Number(payload.days ?? 0) });
      case "petitions.forwardLinkRevoked":
        return t("forwardLinkRevoked");
      case "petitions.bodyAnswered": {
        const via = textOf(payload.via);
        if (payload.answer === "answered") return t("bodyAnsweredResult", { via });
        return t(payload.answer === "acknowledged" ? "bodyAcknowledged" : "bodySentBack", { via });
      }
      case "petitions.takenBack":
        return t("takenBack");
      case "petitions.resultTold":
        return t("resultTold");
      case "petitions.concluded": {
        const conclusion = textOf(payload.conclusion);
        return t("concluded", {
          conclusion: states.has(conclusion as never) ? states(conclusion as never) : conclusion,
        });
      }
      case "petitions.lookedAt":
        if (payload.what === "unsealed") return t("unsealed");
        return t(payload.what === "scan" ? "scanOpened" : "identityOpened");
      case "petitions.scansAttached":
        return t("scansAttached", { count: Array.isArray(payload.files) ? payload.files.length : 0 });
      case "petitions.reopened":
        return t("reopened");
      case "petitions.amended":
        return t("amended", {
          fields: (Array.isArray(payload.fields) ? payload.fields : [])
            .map((field) => (fields.has(field as never) ? fields(field as never) : String(field)))
            .join(", "),
        });
      case "petitions.destroyed":
        return t("destroyed", { document: textOf(payload.document) });
      case "petitions.sentOnline":
        return t("sentOnline");
      case "petitions.pageAdded":
        return t("pageAdded", { files: Number(payload.files ?? 0) });
      case "petitions.contactChanged":
        return t("contactChanged");
      case "petitions.withdrawnBySender":
        return t("withdrawnBySender");
      case "petitions.withdrawalAsked":
        return t("withdrawalAsked");
      case "petitions.nameTried":
        return t("nameTried");
      case "petitions.assigned":
        if (payload.personId === null) return t("unassigned");
        return t(payload.before === null ? "assigned" : "assignedAgain");
      case "petitions.additionsSeen":
        return t("additionsSeen");
      case "petitions.paperIssued": {
        const kind = textOf(payload.kind);
        return t("paperIssued", {
          kind: kinds.has(kind as never) ? kinds(kind as never).toLowerCase() : "",
          number: textOf(payload.number),
        });
      }
      case "petitions.partAsked":
        return t("partAsked", {
          office: codes.get(textOf(payload.officeId)) ?? "",
          day: formatDay(textOf(payload.dueOn)),
        });
      case "petitions.partAccepted":
        return t("partAccepted");
      case "petitions.partDeclined":
        return t("partDeclined");
      case "petitions.partGiven":
        return t(payload.revised === true ? "partRevised" : "partGiven");
      case "petitions.partTakenOver":
        return t("partTakenOver", { office: codes.get(textOf(payload.officeId)) ?? "" });
      case "petitions.secretIssued":
        return t(payload.again === true ? "secretReplaced" : "secretIssued");
      case "petitions.refused": {
        const key = textOf(payload.act).replace(/^petition\./, "");
        return t("refused", { act: acts.has(key as never) ? acts(key as never) : key });
      }
      default:
        return others.has(name as never) ? others(name as never) : t("other");
    }
  };
}

/** The history of a letter as a side sheet over its page. */
export function PetitionLog({ view, tenant }: { view: PetitionLogView; tenant: string }) {
  const words = useEventWords(
    new Map(view.assist.parts.map(({ office }) => [office.id, office.code] as const)),
  );
  return (
    <HistorySheet
      entries={view.entries}
      words={words}
      closeHref={`/${tenant}/petitions/${view.petitionId}`}
    />
  );
}
