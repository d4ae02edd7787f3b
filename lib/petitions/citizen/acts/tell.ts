import "server-only";
import { translateFieldErrors } from "@/lib/platform/commands/form-action";
import { tellSchema } from "../schema";
import { back, parse, type Sent, type Target } from "../sent";

/** First page: what, who, to whom. Kept nowhere but in the sealed draft. */
export async function tell(sent: Sent): Promise<Target> {
  const parsed = await parse(tellSchema, sent);
  const known = sent.portal.bodies.some(({ id }) => id === sent.values["bodyId"]);
  const errors =
    "errors" in parsed
      ? parsed.errors
      : known
        ? {}
        : await translateFieldErrors({ bodyId: ["citizenBodyMissing"] });
  const home = `/${sent.tenant}/citizen`;
  await back(sent, "tell", errors, undefined, home);
  return Object.keys(errors).length > 0 ? `${home}#errors` : `${home}/send`;
}
