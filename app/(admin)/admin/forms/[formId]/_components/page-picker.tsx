"use client";

import type { MouseEvent } from "react";
import { boxesOf } from "@/lib/documents/forms/rules";
import type { Place } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import type { FormField, FormPage } from "@/lib/platform/sandbox/form-types";

const MM = 72 / 25.4;

type Props = {
  formId: string;
  number: number;
  page: FormPage;
  fields: readonly FormField[];
  places: readonly Place[];
  onPick: (place: { page: number; x: number; y: number }) => void;
};

/** A page with its places drawn over it, numbered as in the list. The list says the same to who cannot see it. */
export function PagePicker({ formId, number, page, fields, places, onPick }: Props) {
  function pick(event: MouseEvent<HTMLDivElement>) {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = page.width / MM / width;
    const round = (value: number) => Math.max(0, Math.round(value * 10) / 10);
    onPick({ page: number, x: round((event.clientX - left) * scale), y: round((event.clientY - top) * scale) });
  }

  return (
    <details className="disclosure" open={number === 1}>
      <summary>{t("Page {page}", { page: number })}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; positions are typed in the list */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="formpage" onClick={pick}>
        <img
          loading="lazy"
          src={`/api/forms/${formId}/pages/${number}`}
          alt={t("Page {page} of the empty form", { page: number })}
        />
        <svg viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
          {places.flatMap((place, at) =>
            boxesOf(place, { pages: [], fields })
              .filter((box) => box.page === number)
              .map((box) => (
                <g key={`${at}-${box.x}-${box.y}`} className={place.origin === "hand" ? "is-hand" : undefined}>
                  <rect x={box.x} y={box.y} width={box.w} height={box.h} />
                  <text x={box.x + 2} y={box.y + Math.min(9, box.h)}>
                    {at + 1}
                  </text>
                </g>
              )),
          )}
        </svg>
      </div>
    </details>
  );
}
