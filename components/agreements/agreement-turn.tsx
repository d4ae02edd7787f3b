import { useTranslations } from "next-intl";
import { officeCodes, useSigningOrder } from "@/components/agreements/signing-order";
import { Note, type NoteTone } from "@/components/ui/note";
import { hasConsented } from "@/lib/agreements/external/policy";
import type { AgreementPageView } from "@/lib/agreements/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Turn = { tone: NoteTone; text: string };

/** Whose move it is, in one sentence: before anything else on the page. */
function useTurn(view: AgreementPageView, officeId: string): Turn {
  const t = useTranslations("agreements.turn");
  const contact = view.parties.find((party) => party.office.id === view.contactOfficeId);
  const office = contact?.office.code ?? "";
  const { version, round } = view;
  const order = useSigningOrder(view);
  const unsigned = round?.organisations
    ? view.parties.filter(({ id }) => !round.organisations?.signed.some((one) => one.partyId === id))
    : [];
  // In force it is by what the persons signed; that the organisations have still to sign is said first.
  const toIssue: Turn | null =
    unsigned.length === 0
      ? null
      : view.may.issue
        ? { tone: "due", text: t("issueMine") }
        : { tone: "info", text: t("issueOthers", { offices: officeCodes(unsigned) }) };
  switch (version.state) {
    case "draft":
      return view.contactOfficeId === officeId
        ? { tone: "info", text: t("draftMine") }
        : { tone: "info", text: t("draftOther", { office }) };
    case "negotiating": {
      const given = new Set(
        view.consents.filter((consent) => consent.current).map((consent) => consent.partyId),
      );
      const missing = [
        ...view.parties.filter((party) => !given.has(party.id)).map(({ office: { code } }) => code),
        ...view.outside.filter((party) => !hasConsented(party)).map(({ name }) => name),
      ];
      if (view.may.consent) return { tone: "due", text: t("consentMine") };
      if (missing.length > 0)
        return { tone: "info", text: t("consentOthers", { offices: missing.join(", ") }) };
      return view.may.openRound
        ? { tone: "due", text: t("readyMine") }
        : { tone: "info", text: t("readyOther", { office }) };
    }
    case "awaiting-signatures": {
      if (view.over) {
        const why = t(`over.${view.over}`);
        return view.may.withdraw
          ? { tone: "due", text: t("overMine", { why }) }
          : { tone: "info", text: t("overOther", { why, office }) };
      }
      const taken = round?.taken;
      if (taken?.mine) return { tone: "due", text: t("takenMine", { until: formatInstant(taken.until) }) };
      if (taken) {
        const holder = [
          ...view.parties.map(({ id, office: { code } }) => ({ id, code })),
          ...view.outside.map(({ id, name }) => ({ id, code: name })),
        ].find(({ id }) => id === taken.partyId);
        return {
          tone: "info",
          text: t("taken", { office: holder?.code ?? "", until: formatInstant(taken.until) }),
        };
      }
      if (view.may.sign) return { tone: "due", text: t("signMine") };
      const mine = view.parties.find((party) => party.office.id === officeId);
      const before = mine && view.may.declineToSign ? order.before(mine.id) : [];
      const outside = view.outside.filter(({ signature }) => signature === null).map(({ name }) => name);
      const now = [...(order.now.length > 0 ? [officeCodes(order.now)] : []), ...outside].join(", ");
      const later = officeCodes(order.later);
      const waiting =
        before.length > 0
          ? t("signLater", { offices: officeCodes(before) })
          : t(later === "" ? "signOthers" : "signInOrder", { offices: now, later });
      return { tone: "info", text: waiting };
    }
    case "in-force": {
      return toIssue ?? { tone: "done", text: t(round?.organisations?.issuedAt ? "issued" : "inForce") };
    }
    case "not-yet-in-force":
      if (toIssue) return toIssue;
      return {
        tone: "done",
        text: t("notYet", { from: version.effectiveFrom ? formatDay(version.effectiveFrom) : "" }),
      };
    case "expired":
      return { tone: "info", text: t("expired") };
    case "declined": {
      const party = view.parties.find((candidate) => candidate.id === round?.decline?.partyId);
      const outside = view.outside.find(({ decline }) => decline !== null);
      return {
        tone: "alarm",
        text: t("declined", {
          office: party?.office.code ?? outside?.name ?? "",
          reason: round?.decline?.reason ?? outside?.decline?.reason ?? "",
        }),
      };
    }
    case "withdrawn":
      return {
        tone: "info",
        text: t("withdrawn", { reason: round?.endReason ? `: “${round.endReason}”` : "" }),
      };
  }
}

export function AgreementTurn({ view, officeId }: { view: AgreementPageView; officeId: string }) {
  const { tone, text } = useTurn(view, officeId);
  return <Note tone={tone} title={text} />;
}
