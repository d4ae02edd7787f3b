import type { ComponentProps } from "react";
import { ShownLink } from "@/components/external/shown-link";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";

type Act = Pick<ComponentProps<typeof ActionForm>, "id" | "action"> & {
  /** What the form sends unseen. */
  fields: Readonly<Record<string, string>>;
  submit: string;
};

type Props = {
  shown: ComponentProps<typeof ShownLink>;
  /** Whether one is open, and until when. */
  standing: string;
  days: { label: string; options: readonly { value: string; label: string }[]; usual: string };
  issue: Act;
  /** Null where no link is open. */
  revoke: Act | null;
};

function Unseen({ fields }: Pick<Act, "fields">) {
  return Object.entries(fields).map(([name, value]) => <HiddenField key={name} name={name} value={value} />);
}

/** Gives somebody outside the portal a link of one purpose, which is shown in this answer only, or takes the open one back. */
export function GiveLink({ shown, standing, days, issue, revoke }: Props) {
  return (
    <>
      <ActionForm id={issue.id} action={issue.action} className="slip__secret">
        <Unseen fields={issue.fields} />
        <ShownLink {...shown} />
        <div className="slip__ask">
          <p>{standing}</p>
          <SelectField
            name="days"
            label={days.label}
            width="half"
            defaultValue={days.usual}
            options={[...days.options]}
          />
          <SubmitButton look="plain">{issue.submit}</SubmitButton>
        </div>
      </ActionForm>
      {revoke ? (
        <ActionForm id={revoke.id} action={revoke.action} className="slip__ask">
          <Unseen fields={revoke.fields} />
          <SubmitButton look="quiet">{revoke.submit}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
