import type { ReactNode } from "react";
import * as agreements from "@/app/stories/agreement-stories";
import * as desk from "@/app/stories/desk-stories";
import * as forms from "@/app/stories/form-stories";
import * as frame from "@/app/stories/frame-stories";
import * as signing from "@/app/stories/signing-stories";
import type { StoryName } from "@/app/stories/story-names";
import * as tasks from "@/app/stories/task-stories";

/** Every story by its address under `/stories/`. */
export const stories: Record<StoryName, () => ReactNode> = {
  ui: frame.primitivesStory,
  log: frame.logStory,
  "sign-in": frame.signInStory,
  "sign-in/plain": frame.plainSignInStory,
  "errors/not-found": frame.notFoundStory,
  "errors/busy": frame.busyStory,
  "errors/fault": frame.faultStory,
  forms: forms.wrongFormStory,
  "forms/refused": forms.refusedFormStory,
  desk: desk.deskStory,
  "desk/empty": desk.emptyDeskStory,
  "agreements/list": agreements.agreementListStory,
  "agreements/list-empty": agreements.emptyAgreementListStory,
  "agreements/waiting": agreements.waitingAgreementStory,
  "agreements/draft": agreements.draftAgreementStory,
  "agreements/merged": agreements.mergedAgreementStory,
  signing: signing.signingStory,
  "signing/receipt": signing.receiptStory,
  "tasks/list": tasks.taskListStory,
  "tasks/list-empty": tasks.emptyTaskListStory,
  "tasks/assist": tasks.assistTaskStory,
  "tasks/lead": tasks.leadTaskStory,
  "tasks/closed": tasks.closedTaskStory,
};
