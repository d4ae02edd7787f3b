"use client";

import { useForm } from "@/components/forms/form-context";

type Texts = Record<"label" | "secret" | "text" | "mail" | "mailSubject" | "mailText", string>;

/** The link just given, in this answer only: to be printed with the slip, or sent on from one's own mailbox. */
export function ShownLink({ texts, email }: { texts: Texts; email: string }) {
  const { state } = useForm();
  if (state.status !== "done") return null;
  const { address, secret } = JSON.parse(state.shown) as { address: string; secret: string };
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(texts.mailSubject)}&body=${encodeURIComponent(`${texts.mailText}\n${address}\n`)}`;
  return (
    <output>
      {texts.label} <b className="mono break-all">{address}</b> {texts.secret}{" "}
      <b className="mono">{secret}</b>. {texts.text}{" "}
      <a className="slip__ask" href={mail}>
        {texts.mail}
      </a>
    </output>
  );
}
