"use client";

import { ChoiceFrame } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import type { LeaderOption } from "@/lib/meetings/types";

type LeaderPicksProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  leaders: readonly LeaderOption[];
  chosen: readonly string[];
};

/** Leaders to be ticked, in columns, each with the post that is printed. */
export function LeaderPicks({ name, label, hint, leaders, chosen }: LeaderPicksProps) {
  const field = useField(name);
  const values = field.typed ?? chosen;
  return (
    <ChoiceFrame field={field} label={label} hint={hint} optional="unsaid">
      <div className="pickgrid">
        {leaders.map((leader, index) => (
          <label key={`${leader.postId} ${values.includes(leader.postId)}`} className="pick">
            <input
              type="checkbox"
              id={index === 0 ? field.id : undefined}
              name={name}
              value={leader.postId}
              defaultChecked={values.includes(leader.postId)}
            />
            <span>
              {leader.name}
              <small>{leader.title}</small>
            </span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}
