import "server-only";
import { normalised, typedValues } from "@/lib/platform/commands/form-action";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { BadForm, receiveForm } from "./receive-form";
import { keepReturnedForm } from "./returned-form";
import { isForeign } from "./upload-action";

type Context = { params: Promise<{ tenant: string }> };

type Options = {
  /** The id of the form on its page. */
  form: string;
  page: (tenant: string) => string;
  /** Where on the page the answer stands. */
  anchor: string;
};

/** Says on the page that files were chosen and have to be chosen again: a browser sends them once. */
const filesLeftField = "filesLeft";

function plain(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/**
 * Another button of a form than the one that does the act, pressed without script: everything typed waits sealed for the page the
 * browser is led back to, which reads from it what was asked. Nothing of it stands in an address.
 */
export function keepTypedAction(options: Options) {
  return async function POST(request: Request, { params }: Context): Promise<Response> {
    const { tenant } = await params;
    if (isForeign(request)) return plain(403);
    const caller = await actCaller(tenant);
    if (caller === "signed-out") {
      return new Response(null, {
        status: 303,
        headers: { Location: `/sign-in?next=${encodeURIComponent(`/${tenant}`)}` },
      });
    }
    if (caller === "not-found") return plain(404);
    try {
      const form = await receiveForm(request);
      const typed = typedValues(normalised(form.fields));
      const values =
        form.files.length + form.refused.length > 0 ? { ...typed, [filesLeftField]: "on" } : typed;
      form.release();
      const page = options.page(tenant);
      await keepReturnedForm(
        caller,
        { form: options.form, state: { status: "error", fieldErrors: {}, values } },
        page,
      );
      return new Response(null, {
        status: 303,
        headers: { Location: `${page}#${options.anchor}`, "Cache-Control": "no-store" },
      });
    } catch (error) {
      if (error instanceof BadForm) return plain(400);
      throw error;
    }
  };
}
