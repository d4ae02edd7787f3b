"use client";

import "@/app/globals.css";
import { FaultScreen } from "@/components/error-pages/fault-screen";
// A file of its own: the page stands in the browser's script, and the bundler would put all of vi.json beside it.
import texts from "@/messages/global-error.json";

/** Stands in when the root layout itself failed, so it can lean on nothing of it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="vi">
      <body>
        <FaultScreen texts={texts} reference={error.digest} />
      </body>
    </html>
  );
}
