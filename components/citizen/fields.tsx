import type { ReactNode } from "react";
import type { CitizenForm } from "@/lib/petitions/citizen/types";

type FieldProps = {
  form: CitizenForm;
  name: string;
  label: string;
  hint?: string | undefined;
};

function Messages({ form, name }: Pick<FieldProps, "form" | "name">) {
  const messages = form.errors[name] ?? [];
  if (messages.length === 0) return null;
  return (
    <p className="error" id={`${name}-error`}>
      {messages.join(" ")}
    </p>
  );
}

function describedBy({ form, name, hint }: Omit<FieldProps, "label">): string | undefined {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(form.errors[name] ? [`${name}-error`] : [])];
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function Frame({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { form, name, label, hint } = field;
  return (
    <div className={form.errors[name] ? "field field--bad" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <Messages form={form} name={name} />
      {children}
    </div>
  );
}

type TextProps = FieldProps & {
  type?: "text" | "tel";
  autoComplete?: string;
  maxLength: number;
  code?: boolean;
  /** A secret is typed anew each time. */
  empty?: boolean;
};

export function TextField({ type = "text", autoComplete, maxLength, code, empty, ...field }: TextProps) {
  const { form, name } = field;
  return (
    <Frame {...field}>
      <input
        className={code ? "input mono" : "input"}
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete ?? "off"}
        maxLength={maxLength}
        defaultValue={empty ? "" : (form.values[name] ?? "")}
        aria-describedby={describedBy(field)}
        aria-invalid={form.errors[name] ? true : undefined}
        {...(code ? { autoCapitalize: "characters", spellCheck: false } : {})}
      />
    </Frame>
  );
}

export function LongField({ rows, maxLength, ...field }: FieldProps & { rows: number; maxLength: number }) {
  const { form, name } = field;
  return (
    <Frame {...field}>
      <textarea
        className="area"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={form.values[name] ?? ""}
        aria-describedby={describedBy(field)}
        aria-invalid={form.errors[name] ? true : undefined}
      />
    </Frame>
  );
}

type Option = { value: string; label: string };

/** One of a few, each a large line to touch. */
export function ChoiceField({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { form, name, label, hint } = field;
  return (
    <fieldset
      className={form.errors[name] ? "field field--bad" : "field"}
      id={name}
      aria-describedby={describedBy(field)}
    >
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <Messages form={form} name={name} />
      {options.map((option) => (
        <label className="pick" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={form.values[name] === option.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function TickField({ form, name, label }: FieldProps) {
  return (
    <div className={form.errors[name] ? "field field--bad" : "field"}>
      <Messages form={form} name={name} />
      <label className="pick">
        <input
          type="checkbox"
          id={name}
          name={name}
          defaultChecked={form.values[name] === "on"}
          aria-describedby={describedBy({ form, name })}
          aria-invalid={form.errors[name] ? true : undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}

type FilesProps = FieldProps & { declaration: string };

/** Files, with the sender's word that nothing of them is a state secret. */
export function FilesField({ declaration, ...field }: FilesProps) {
  const { form, name } = field;
  return (
    <>
      <Frame {...field}>
        <input
          className="input"
          id={name}
          name={name}
          type="file"
          multiple
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
          aria-describedby={describedBy(field)}
          aria-invalid={form.errors[name] ? true : undefined}
        />
      </Frame>
      <TickField form={form} name="noSecrets" label={declaration} />
    </>
  );
}
