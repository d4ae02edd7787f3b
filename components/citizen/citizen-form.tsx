import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CitizenForm as Form } from "@/lib/petitions/citizen/types";
import type { FieldErrors } from "@/lib/platform/forms/form-state";

type Props = {
  tenant: string;
  /** Whose page it stands on: a citizen's, or that of a body outside. */
  at?: "citizen" | "link";
  act: string;
  form: Form;
  /** Fields in the order of the page, by their labels: so is the list of what is wrong. */
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
};

function inOrderOf(names: readonly string[], errors: FieldErrors): [string, readonly string[]][] {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(errors).sort(([one], [other]) => place(one) - place(other));
}

/** A hostile form may name a field after what every object has: only the page's own labels count. */
function nameOf(labels: Readonly<Record<string, string>>, name: string): string {
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return label ? `${label.replace(/\?$/, "")}: ` : "";
}

/** A plain form: it is sent and answered without a script, and comes back with everything typed. */
export function CitizenForm({ tenant, at = "citizen", act, form, labels, children }: Props) {
  const t = useTranslations("citizen");
  const wrong = inOrderOf(Object.keys(labels), form.errors);
  return (
    <>
      {wrong.length > 0 || form.note ? (
        <div className="cit__errors" id="errors" tabIndex={-1} role="alert">
          {form.note ? <p>{form.note}</p> : null}
          {wrong.length > 0 ? <p>{t("wrong")}</p> : null}
          <ul>
            {wrong.map(([name, messages]) => (
              <li key={name}>
                <a href={`#${name}`}>
                  {nameOf(labels, name)}
                  {messages.join(" ")}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <form
        method="post"
        encType="multipart/form-data"
        action={`/${tenant}/upload/${at}/${act}`}
        noValidate
        autoComplete="off"
      >
        {children}
      </form>
    </>
  );
}
