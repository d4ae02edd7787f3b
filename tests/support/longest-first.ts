import { BaseSequencer, type TestSpecification } from "vitest/node";

// In the order of the time they take. A fresh clone remembers no times, and what begins last leaves a core without work.
const longest = [
  "integration/meetings/clash-stress",
  "integration/agreements/races",
  "integration/agreements/life",
  "integration/notifications/deliver-mail",
  "integration/meetings/differential",
  "integration/petitions/import-petitions",
  "integration/meetings/import-meetings",
  "http/accessible",
  "http/strangers",
];

function place({ moduleId }: TestSpecification): number {
  const index = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return index < 0 ? longest.length : index;
}

/** Begins with the files known to take long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
