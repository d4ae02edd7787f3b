import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PartsSection } from "@/components/petitions/assist/parts-section";
import { CaseForms, CaseSection } from "@/components/petitions/cases/case-section";
import { ChangesSection } from "@/components/petitions/changes/changes-section";
import { ReopenForm } from "@/components/petitions/changes/reopen-form";
import { ClassifyForm } from "@/components/petitions/classify-form";
import { HandlerSection } from "@/components/petitions/handler/handler-section";
import { MilestoneForms } from "@/components/petitions/milestone-forms";
import { PapersSection } from "@/components/petitions/papers/papers-section";
import { PetitionClocks } from "@/components/petitions/petition-clocks";
import { PetitionFacts } from "@/components/petitions/petition-facts";
import { usePetitionState } from "@/components/petitions/petition-words";
import { joinedTo, SameLetters } from "@/components/petitions/same/same-letters";
import { ScansSection } from "@/components/petitions/secrecy/scans-section";
import { SealedLetter } from "@/components/petitions/secrecy/sealed-letter";
import { SenderAdditions } from "@/components/petitions/sender-additions";
import { NextStep } from "@/components/petitions/way/next-step";
import { PetitionWay } from "@/components/petitions/way/petition-way";
import { RefusedNote } from "@/components/refusals/refused-note";
import { TaskLayout } from "@/components/tasks/task-layout";
import { Facts } from "@/components/ui/facts";
import { MenuLink } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { concludesEarly } from "@/lib/petitions/next-act";
import type { PetitionPageView, ShownPetitioner } from "@/lib/petitions/types";

function Person({ person }: { person: Extract<ShownPetitioner, { kind: "plain" }> }) {
  const t = useTranslations("petitions.page");
  const facts = (["fullName", "address", "phone", "idNumber"] as const)
    .filter((name) => person[name] !== "")
    .map((name) => ({ label: t(name), value: person[name] }));
  return <Facts facts={facts} />;
}

/** Who wrote: in the clear, or said to be kept sealed and why. */
function Who({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions");
  const plain = view.petitioners.filter((person) => person.kind === "plain");
  if (view.identity === "sealed") {
    return (
      <Note tone="info" icon="lock" title={t("petitioner.sealed")} level={3}>
        <p>{t("petitioner.sealedWhy")}</p>
      </Note>
    );
  }
  if (plain.length === 0) return <p>{t("petitioner.anonymous")}</p>;
  return plain.map((person) => <Person key={`${person.fullName} ${person.phone}`} person={person} />);
}

/** What is put on record or changed seldom: each behind its name. */
function OtherActs({ view, tenant }: PetitionScreenProps) {
  const t = useTranslations("petitions");
  const again = view.may.classify && view.class !== null;
  const { mayOpen, mayJoin, memberOf } = view.inCase;
  if (!again && !view.may.record && (memberOf || !(mayOpen || mayJoin))) return null;
  return (
    <Section id="other-acts" title={t("page.otherActs")}>
      <MilestoneForms view={view} tenant={tenant} />
      {again ? <ClassifyForm view={view} tenant={tenant} /> : null}
      <CaseForms view={view} tenant={tenant} />
    </Section>
  );
}

type PetitionScreenProps = { view: PetitionPageView; tenant: string };

/** One letter: what is due and the next step first, then who wrote and what it says, then what is put on record of it. */
export function PetitionScreen({ view, tenant }: PetitionScreenProps) {
  const t = useTranslations("petitions");
  const own = usePetitionState(view.state);
  const first = joinedTo(view);
  const state =
    first === null ? own : { tone: "done" as const, text: t("same.joinedState", { code: first }) };
  const base = `/${tenant}/petitions`;
  // What is not answered comes before the next step: it may be the whole work.
  const asked = view.same.some(({ answer }) => answer === null);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: view.code, href: `${base}/${view.petitionId}` },
        ]}
        title={view.subject}
        state={state}
        roles={{
          lead: officeMark(view.lead),
          assists: view.assists.map(officeMark),
          informed: view.informed.map(officeMark),
        }}
        menu={
          <>
            {view.state === "refused" ? (
              <MenuLink href={`${base}/${view.petitionId}/refusal`}>{t("page.refusalLink")}</MenuLink>
            ) : (
              <MenuLink href={`${base}/${view.petitionId}/receipt`}>{t("page.receiptLink")}</MenuLink>
            )}
            {view.way.conclusions.length > 0 && concludesEarly(view) ? (
              <MenuLink href={`${base}/${view.petitionId}/conclude`}>{t("way.conclude")}</MenuLink>
            ) : null}
            {view.may.amend ? (
              <MenuLink href={`${base}/${view.petitionId}/amend`}>{t("changes.amendTitle")}</MenuLink>
            ) : null}
          </>
        }
        logHref={`${base}/${view.petitionId}/log`}
      />
      <TaskLayout
        work={
          <>
            <RefusedNote refusal={view.refusedJustNow} />
            {asked ? <SameLetters view={view} tenant={tenant} /> : null}
            <NextStep view={view} tenant={tenant} />
            <HandlerSection view={view} tenant={tenant} />
            <CaseSection view={view} tenant={tenant} />
            <Section id="who" title={t("page.who")}>
              <Who view={view} />
              <SealedLetter view={view} tenant={tenant} />
            </Section>
            {view.identity === "plain" ? (
              <Section id="content" title={t("page.content")}>
                <p className="whitespace-pre-line">{view.content || t("page.noContent")}</p>
              </Section>
            ) : null}
            <ScansSection view={view} tenant={tenant} />
            <SenderAdditions view={view} tenant={tenant} />
            <PetitionWay view={view} tenant={tenant} />
            <PartsSection view={view} tenant={tenant} />
            <PapersSection view={view} tenant={tenant} />
            <PetitionClocks clocks={view.clocks} forwards={view.way.forwards} today={view.today} />
            {asked ? null : <SameLetters view={view} tenant={tenant} />}
            <OtherActs view={view} tenant={tenant} />
            <ChangesSection changes={view.changes} />
            <ReopenForm view={view} tenant={tenant} />
          </>
        }
        aside={<PetitionFacts view={view} />}
      />
    </>
  );
}
