import type { ReactNode } from "react";

type Props = { tenant: string; act: string; children: ReactNode };

/** A plain form: it is sent and answered without a script. */
export function PartyForm({ tenant, act, children }: Props) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/${tenant}/upload/party/${act}`}
      noValidate
      autoComplete="off"
    >
      {children}
    </form>
  );
}
