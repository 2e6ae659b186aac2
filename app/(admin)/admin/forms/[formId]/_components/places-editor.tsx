"use client";

import { useState } from "react";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { FactChoice } from "@/lib/documents/forms/facts/rules";
import type { Place } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import type { FormField, FormPage } from "@/lib/platform/sandbox/form-types";
import { savePlacesAction } from "../../actions";
import { PagePicker } from "./page-picker";
import { PlaceFields } from "./place-fields";

type Props = {
  formId: string;
  mapping: number;
  pages: readonly FormPage[];
  fields: readonly FormField[];
  places: readonly Place[];
  facts: readonly FactChoice[];
};

/** How many rows for new positions there are to type in; one more comes with each press on a page. */
const spare = 2;

/** Every field and position of the form in one list, with the pages beside it; works without a pointer and without script. */
export function PlacesEditor({ formId, mapping, pages, fields, places, facts }: Props) {
  const [picked, setPicked] = useState<{ page: number; x: number; y: number }[]>([]);
  const ofFields = places.filter(({ field }) => field !== null).length;
  const typed = places.length + spare;
  return (
    <div className="stack stack--l">
      <p className="muted read">
        {t(
          "Say for each line or box what goes there: a fact of the case, words that are always the same, an answer that is asked for when somebody fills the form, or nothing, because it is for the pen. Press on a page to put a new position there, or type its millimetres from the left and upper edge.",
        )}
      </p>
      {pages.map((page, at) => (
        <PagePicker
          // A form has its pages in their order.
          key={`${at + 1}`}
          formId={formId}
          number={at + 1}
          page={page}
          fields={fields}
          places={places}
          onPick={(place) => setPicked([...picked, place])}
        />
      ))}
      <ActionForm action={savePlacesAction} label={t("What goes where")} prefix="places" className="stack stack--l">
        <input type="hidden" name="formId" value={formId} />
        <input type="hidden" name="mapping" value={mapping} />
        {Array.from({ length: typed + picked.length }, (_, at) => (
          <PlaceFields
            // New rows come behind the ones there are.
            key={`${mapping}-${at + 1}`}
            at={at}
            place={places[at] ?? null}
            start={picked[at - typed] ?? null}
            title={titleOf(at, places.length, ofFields)}
            facts={facts}
          />
        ))}
        <SubmitFoot icon="save" pendingText={t("Saving the mapping")}>
          {t("Save the mapping")}
        </SubmitFoot>
      </ActionForm>
    </div>
  );
}

function titleOf(at: number, known: number, ofFields: number): string {
  if (at < ofFields) return t("Field {number}", { number: at + 1 });
  if (at < known) return t("Position {number}", { number: at - ofFields + 1 });
  return t("New position {number}", { number: at - known + 1 });
}
