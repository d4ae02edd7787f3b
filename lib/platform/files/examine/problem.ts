import type { FileProblem } from "../types";

/** Thrown by the checks of a file; told to the person in words of `files.problems`. */
export class NotTaken extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
    this.name = "NotTaken";
  }
}
