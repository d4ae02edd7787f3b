"use client";

import { Component, type ReactNode } from "react";

/** How Next tells the browser that an act was answered 401. */
const signedOutDigest = "NEXT_HTTP_ERROR_FALLBACK;401";

type Props = { children: (tries: number) => ReactNode };

/**
 * Catches only that an act found nobody signed in, and renders its children anew with the number of such tries.
 * Everything else, redirects above all, goes on to the boundaries above.
 */
export class SignedOutBoundary extends Component<Props, { tries: number }> {
  private static tries = 0;

  override state = { tries: 0 };

  static getDerivedStateFromError(error: unknown): { tries: number } {
    const digest =
      typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
    if (digest !== signedOutDigest) throw error;
    SignedOutBoundary.tries += 1;
    return { tries: SignedOutBoundary.tries };
  }

  override render(): ReactNode {
    return this.props.children(this.state.tries);
  }
}
