import "server-only";
import { add } from "./acts/add";
import { contact } from "./acts/contact";
import { leave } from "./acts/leave";
import { look } from "./acts/look-up";
import { send } from "./acts/send";
import { tell } from "./acts/tell";
import { takeBack } from "./acts/withdraw";
import type { Act } from "./sent";

/** The acts of citizens on line, each by the name its forms are sent to. */
export const citizenActs: Readonly<Record<string, Act>> = {
  tell,
  send,
  "look-up": look,
  add,
  contact,
  withdraw: takeBack,
  leave,
};
