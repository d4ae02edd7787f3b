import { useTranslations } from "next-intl";
import { GiveLink } from "@/components/external/give-link";
import { issueForwardLinkAction, revokeForwardLinkAction } from "@/lib/petitions/actions";
import { linkDays } from "@/lib/petitions/external/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

/** The link by which the body answers: it stands on the slip that is printed now, and nowhere else. */
export function ForwardLink({ view, tenant }: Props) {
  const t = useTranslations("petitions.outside");
  const [forward] = view.way.forwards;
  if (!view.may.issueLink || !forward) return null;
  const open = forward.links.find((link) => link.open);
  const { petitionId } = view;
  return (
    <GiveLink
      shown={{
        texts: {
          label: t("linkLabel"),
          secret: t("linkSecret"),
          text: t("linkText"),
          mail: t("mail"),
          mailSubject: t("mailSubject", { number: forward.documentNumber }),
          mailText: t("mailText", { office: forward.from.name, number: forward.documentNumber }),
        },
        email: forward.to.email,
      }}
      standing={open ? t("linkOpen", { day: formatDay(open.expiresOn) }) : t("linkNone")}
      days={{
        label: t("linkDays"),
        options: linkDays.map((days) => ({ value: String(days), label: t("days", { days }) })),
        usual: "90",
      }}
      issue={{
        id: "link",
        action: issueForwardLinkAction,
        fields: { tenant, petitionId, forwardId: forward.id, links: String(forward.links.length) },
        submit: open ? t("linkAgain") : t("linkIssue"),
      }}
      revoke={
        open
          ? {
              id: "revoke-link",
              action: revokeForwardLinkAction,
              fields: { tenant, petitionId, linkId: open.id },
              submit: t("linkRevoke"),
            }
          : null
      }
    />
  );
}
