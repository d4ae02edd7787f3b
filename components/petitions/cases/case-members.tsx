import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { FigureCell } from "@/components/ui/figure-cell";
import { Register } from "@/components/ui/register";
import { joinCaseAction, leaveCaseAction } from "@/lib/petitions/actions";
import type { CaseMember, CaseMemberSaid, CasePageView } from "@/lib/petitions/cases/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: CasePageView; tenant: string };

function useLeftWhy(member: CaseMember): string {
  const t = useTranslations("petitions.cases");
  const why = member.leftReason;
  return why === "sealed" || why === "destroyed" ? t(`leftBy.${why}`) : why;
}

type MemberRowProps = { member: CaseMember; said: CaseMemberSaid | undefined; tenant: string };

function MemberRow({ member, said, tenant }: MemberRowProps) {
  const t = useTranslations("petitions.cases");
  const states = useTranslations("petitions.state");
  const why = useLeftWhy(member);
  return (
    <tr>
      <td className="date">{formatDay(member.since)}</td>
      <td>
        {member.readable ? (
          <a href={`/${tenant}/petitions/${member.petitionId}`}>{member.code}</a>
        ) : (
          member.code
        )}
        {said ? <span className="block">{said.subject}</span> : null}
        {said?.fullName ? <span className="sub">{said.fullName}</span> : null}
        <span className="sub">{member.reason}</span>
      </td>
      <td>{member.office}</td>
      <FigureCell label={t("member.people")} value={member.people} />
      <td>
        {states(member.state as never)}
        {member.leftAt ? (
          <span className="sub">{t("leftAt", { at: formatInstant(member.leftAt), why })}</span>
        ) : null}
        {member.toldOn && member.toldHow ? (
          <span className="sub">
            {t("toldHow", { day: formatDay(member.toldOn), how: t(`how.${member.toldHow}`) })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

/** Letters of one's own office that say the same and are in no case: put in at once. */
function PutIn({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  if (view.alike.length === 0) return null;
  return (
    <details className="more mt-3" open>
      <summary>{t("alike", { count: view.alike.length })}</summary>
      <ActionForm id="put-in" action={joinCaseAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="code" value={view.code} />
        <CheckboxGroup
          name="petitionIds"
          label={t("alikeLabel")}
          choices={view.alike.map(({ id, code, since, subject }) => ({
            value: id,
            label: `${code}, ${formatDay(since)}`,
            hint: subject,
          }))}
          defaultValues={view.alike.map(({ id }) => id)}
        />
        <TextField name="reason" label={t("joinReason")} maxLength={500} />
        <SubmitButton look="plain">{t("putIn")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

function TakeOut({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const live = view.members.filter(({ leftAt }) => leftAt === null);
  if (!view.may.leave || live.length === 0) return null;
  return (
    <details className="more mt-3">
      <summary>{t("takeOut")}</summary>
      <ActionForm id="take-out" action={leaveCaseAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="caseId" value={view.id} />
        <LetterChoice members={live} />
        <TextField name="reason" label={t("leaveReason")} maxLength={500} />
        <SubmitButton look="plain">{t("leaveSubmit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

/** Which letter of the case is meant. */
export function LetterChoice({ members }: { members: readonly CaseMember[] }) {
  const t = useTranslations("petitions.cases");
  return (
    <SelectField
      name="petitionId"
      label={t("letter")}
      placeholder={t("chooseLetter")}
      width="half"
      options={members.map(({ petitionId, code, office, since }) => ({
        value: petitionId,
        label: `${code}, ${office}, ${formatDay(since)}`,
      }))}
    />
  );
}

/** The letters of a case; of another office's, no more than its office, code, day and state. */
export function CaseMembers({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const head = (["since", "letter", "office", "people", "state"] as const).map((key) => ({
    label: t(`member.${key}`),
    number: key === "people",
  }));
  const live = view.members.filter(({ leftAt }) => leftAt === null);
  return (
    <Section
      id="letters"
      title={t("letters")}
      count={t("lettersCount", { count: live.length, people: view.people })}
    >
      <Register caption={t("letters")} head={head} airy>
        <tbody>
          {view.members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              said={view.said.get(member.petitionId)}
              tenant={tenant}
            />
          ))}
        </tbody>
      </Register>
      <PutIn view={view} tenant={tenant} />
      <TakeOut view={view} tenant={tenant} />
    </Section>
  );
}
