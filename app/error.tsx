"use client";

import { BusyScreen } from "@/components/error-pages/busy-screen";
import { useErrorTexts } from "@/components/error-pages/error-texts";
import { FaultScreen } from "@/components/error-pages/fault-screen";

// Next keeps a digest that an error brings with it, and only that: it is how the server says which kind it was.
const busyDigest = "busy";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const texts = useErrorTexts();
  if (error.digest === busyDigest) return <BusyScreen texts={texts.busy} />;
  return <FaultScreen texts={texts.fault} reference={error.digest} />;
}
