"use client";

import { Component, type ReactNode } from "react";
import { signedOutAnswer } from "@/lib/platform/forms/form-state";

type Props = { children: (tries: number) => ReactNode };

/**
 * Catches only that an act found nobody signed in, and renders its children anew with the number of such tries.
 * Everything else, redirects above all, goes on to the boundaries above.
 */
export class SignedOutBoundary extends Component<Props, { tries: number }> {
  private static tries = 0;

  override state = { tries: 0 };

  static getDerivedStateFromError(error: unknown): { tries: number } {
    if (!(error instanceof Error) || error.message !== signedOutAnswer) throw error;
    SignedOutBoundary.tries += 1;
    return { tries: SignedOutBoundary.tries };
  }

  override render(): ReactNode {
    return this.props.children(this.state.tries);
  }
}
