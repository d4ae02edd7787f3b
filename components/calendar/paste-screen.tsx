import { useTranslations } from "next-intl";
import { PasteArea } from "@/components/calendar/paste-area";
import { PasteButtons, PastePanel } from "@/components/calendar/paste-panel";
import { usePasteTexts } from "@/components/calendar/use-clash-texts";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { fileRowsAction } from "@/lib/meetings/actions";

/** Rows from Word or Excel, pasted, looked at, then filed all at once. */
export function PasteScreen({ tenant }: { tenant: string }) {
  const t = useTranslations("calendar.paste");
  const calendar = useTranslations("calendar");
  const form = useTranslations("calendar.form");
  const texts = usePasteTexts();
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={calendar("acts.paste")}
        lead={t("lead")}
      />
      <ActionForm id="paste" action={fileRowsAction} className="form" draft>
        <HiddenField name="tenant" value={tenant} />
        <PasteArea name="rows" label={t("rows")} hint={t("rowsHint")} />
        <PastePanel texts={texts} override={{ label: form("overrideReason"), hint: form("overrideHint") }} />
        <FormFooter>
          <PasteButtons texts={texts} />
          <LinkButton href={base}>{t("back")}</LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
