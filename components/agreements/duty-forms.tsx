import type { ReactNode } from "react";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementPageView, MatrixArea } from "@/lib/agreements/types";

type Props = {
  view: AgreementPageView;
  tenant: string;
  words: { title: string; lead: string; back: string };
  renderForm: (duty: MatrixArea["duties"][number]) => ReactNode;
};

/** Something of every duty, area by area: each a small form of its own, so that two people never overwrite each other's rows. */
export function DutyForms({ view, tenant, words, renderForm }: Props) {
  const back = <LinkButton href={`/${tenant}/agreements/${view.agreementId}`}>{words.back}</LinkButton>;
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={words.title} crumb={words.title} act={back} />
      <p className="lead">{words.lead}</p>
      <ConsentsCleared view={view} />
      {view.matrix.map((area) => (
        <Section key={area.areaKey} id={`area-${area.areaKey}`} title={`${area.article}. ${area.title}`}>
          {area.duties.map(renderForm)}
        </Section>
      ))}
    </>
  );
}
