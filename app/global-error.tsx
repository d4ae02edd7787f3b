"use client";

import "@/app/globals.css";
import { FaultScreen } from "@/components/error-pages/fault-screen";
import { errorPages } from "@/messages/vi.json";

/** Stands in when the root layout itself failed, so it can lean on nothing of it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const { busy, fault } = errorPages;
  const texts = {
    busyTitle: busy.title,
    busyText: busy.text,
    faultTitle: fault.title,
    faultText: fault.text,
    reference: fault.reference,
    retry: fault.retry,
    home: fault.home,
  };
  return (
    <html lang="vi">
      <body>
        <FaultScreen texts={texts} reference={error.digest} />
      </body>
    </html>
  );
}
