import { useTranslations } from "next-intl";
import { SettingsHead } from "@/components/calendar/settings/settings-head";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import { addPlaceAction, editPlaceAction } from "@/lib/meetings/actions";
import type { CalendarSettingsView } from "@/lib/meetings/types";

type Place = CalendarSettingsView["places"][number];
type PlacesScreenProps = { view: CalendarSettingsView; tenant: string; open: string | undefined };

function KindChoice() {
  const t = useTranslations("calendar.settings");
  return (
    <RadioGroup
      name="kind"
      label={t("kind")}
      defaultValue="room"
      choices={(["room", "kit"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  );
}

function UseChoice({ place }: { place: Place }) {
  const t = useTranslations("calendar.settings");
  return (
    <RadioGroup
      name="active"
      label={t("use")}
      defaultValue={place.active ? "yes" : "no"}
      choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`uses.${value}`) }))}
    />
  );
}

function PlaceForm({
  view,
  tenant,
  place,
}: {
  view: CalendarSettingsView;
  tenant: string;
  place: Place | undefined;
}) {
  const t = useTranslations("calendar.settings");
  return (
    <Section id="place" title={place ? t("editPlace", { name: place.name }) : t("addPlace")}>
      <ActionForm id="place-form" action={place ? editPlaceAction : addPlaceAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        {place ? <HiddenField name="resourceId" value={place.id} /> : <KindChoice />}
        <TextField name="name" label={t("name")} maxLength={120} defaultValue={place?.name} />
        <SelectField
          name="officeId"
          label={t("office")}
          defaultValue={place?.officeId ?? undefined}
          {...(view.may.anyOffice ? { placeholder: t("noOffice"), optional: true } : {})}
          options={view.offices.map((office) => ({ value: office.id, label: office.code }))}
        />
        <TextField
          name="site"
          label={t("site")}
          hint={t("siteHint")}
          optional
          maxLength={120}
          defaultValue={place?.site ?? undefined}
        />
        <div className="inrow">
          <TextField
            name="seats"
            label={t("seats")}
            optional
            inputMode="numeric"
            width="date"
            defaultValue={place?.seats ? String(place.seats) : undefined}
          />
          <TextField
            name="setupMinutes"
            label={t("setupMinutes")}
            hint={t("setupHint")}
            inputMode="numeric"
            width="date"
            defaultValue={String(place?.setupMinutes ?? 0)}
          />
        </div>
        {place ? <UseChoice place={place} /> : null}
        <FormFooter>
          <SubmitButton>{place ? t("save") : t("add")}</SubmitButton>
          {place ? <LinkButton href={`/${tenant}/calendar/settings/places`}>{t("back")}</LinkButton> : null}
        </FormFooter>
      </ActionForm>
    </Section>
  );
}

/** Rooms and kits that meetings take, with the office that keeps them. */
export function PlacesScreen({ view, tenant, open }: PlacesScreenProps) {
  const t = useTranslations("calendar.settings");
  const base = `/${tenant}/calendar/settings/places`;
  const place = view.places.find((each) => each.id === open && each.mayEdit);
  return (
    <>
      <SettingsHead tenant={tenant} part="places" />
      {view.places.length === 0 ? <EmptyState title={t("noPlaces")} text={t("noPlacesText")} /> : null}
      {view.places.length > 0 ? (
        <Register
          caption={t("parts.places")}
          head={[
            { label: t("name") },
            { label: t("site") },
            { label: t("office") },
            { label: t("seats") },
            { label: t("setup") },
            ...(view.may.places ? [{ label: t("act") }] : []),
          ]}
        >
          <tbody>
            {view.places.map((each) => (
              <tr key={each.id}>
                <td>
                  {each.name}
                  <span className="sub">
                    {t(`kinds.${each.kind}`)}
                    {each.active ? "" : `, ${t("outOfUse")}`}
                  </span>
                </td>
                <td>{each.site}</td>
                <td>{each.office}</td>
                <td>{each.seats ? t("seatsOf", { seats: each.seats }) : null}</td>
                <td>{each.setupMinutes > 0 ? t("setupOf", { count: each.setupMinutes }) : null}</td>
                {view.may.places ? (
                  <td>
                    {each.mayEdit ? (
                      <a href={`${base}?place=${each.id}#place`}>
                        {t("edit")}
                        <span className="sr-only"> {each.name}</span>
                      </a>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Register>
      ) : null}
      {view.may.places ? (
        <PlaceForm view={view} tenant={tenant} place={place} />
      ) : (
        <p className="text-muted">{t("byOffice")}</p>
      )}
    </>
  );
}
