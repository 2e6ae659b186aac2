import type { Law } from "@/lib/law/jurisdictions/rules";
import { type Agency, type Mark, marks } from "@/lib/law/jurisdictions/types";
import { allOf } from "@/lib/platform/language/formats";
import { nameKeyOf } from "./rules";
import type { BodyDetails, BodyKind } from "./types";

/** A body of the law data, as the directory shows it. */
export type ShippedBody = BodyDetails & {
  key: string;
  kind: BodyKind;
  mark: Mark;
  nameKey: string;
  agency: Agency;
};

/** The agencies of the law data that are one body of one country, each with source, mark and day. */
export function listShipped(law: Law): ShippedBody[] {
  return law.agencies.flatMap((agency) => {
    const { bodyKind: kind, jurisdiction: country, key, name } = agency;
    return kind && country
      ? [{ ...detailsOfAgency(agency), key, kind, country, name, nameKey: nameKeyOf(name, kind), agency }]
      : [];
  });
}

/** The oldest day and the weakest mark count for the whole entry: no part of it looks surer than it is. */
function detailsOfAgency({ does, contacts, sources }: Agency) {
  const valuesOf = (scheme: string) =>
    contacts.filter(({ href }) => href?.startsWith(scheme)).map(({ value }) => value);
  const places = contacts.filter(({ href, label }) => !href && /address|office/i.test(label)).map(({ value }) => value);
  const days = sources.map(({ checkedOn }) => checkedOn).toSorted();
  const weakest = marks.findLast((mark) => sources.some((source) => source.marks.includes(mark)));
  return {
    area: null,
    phone: valuesOf("tel:").join(", ") || null,
    email: valuesOf("mailto:").join(", ") || null,
    address: places.join("; ") || null,
    hours: null,
    languages: null,
    purpose: does,
    source: allOf([...new Set(sources.map(({ source }) => source))]),
    readOn: days[0] ?? "",
    mark: weakest ?? ("C" as const),
  };
}
