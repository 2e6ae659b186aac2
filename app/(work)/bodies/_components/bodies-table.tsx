"use client";

import type { Route } from "next";
import { useMemo } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { columnsOf } from "@/app/_ui/table/features";
import { type Columns, ListTable } from "@/app/_ui/table/list-table";
import { StandingChip } from "@/app/(work)/_components/standing-chip";
import type { Standing } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import type { ListRules, ListState } from "@/lib/platform/list-state";
import { PhoneLinks } from "./contact-lines";

/** One entry as the list shows it, in words. `id` names it in its address. */
export type BodyRow = {
  id: string;
  name: string;
  kind: string;
  country: string;
  area: string;
  phone: string | null;
  standing: Standing;
  confirmed: string;
};

const column = columnsOf<BodyRow>();

const pick = column.display({
  id: "pick",
  header: () => <span className="vh">{t("Choose")}</span>,
  meta: { pick: true },
  cell: ({ row: { original } }) =>
    original.standing === "retired" ? null : (
      <input
        type="checkbox"
        name="bodyRefs"
        value={original.id}
        aria-label={t("Choose {name}", { name: original.name })}
      />
    ),
});

const shown: Columns<BodyRow> = column.columns([
  column.display({
    id: "name",
    header: t("Name"),
    cell: ({ row: { original } }) => (
      <PageLink className="rowlink" href={`/bodies/${original.id}` as Route}>
        {original.name}
      </PageLink>
    ),
  }),
  column.display({ id: "kind", header: t("Kind"), meta: { label: t("Kind") }, cell: ({ row }) => row.original.kind }),
  column.display({
    id: "area",
    header: t("Place"),
    meta: { label: t("Place") },
    cell: ({ row }) => row.original.area,
  }),
  column.display({
    id: "country",
    header: t("Country"),
    meta: { label: t("Country") },
    cell: ({ row }) => row.original.country,
  }),
  column.display({
    id: "phone",
    header: t("Phone"),
    meta: { label: t("Phone"), nowrap: true },
    cell: ({ row: { original } }) => (original.phone ? <PhoneLinks phone={original.phone} /> : t("Not known")),
  }),
  column.display({
    id: "confirmed",
    header: t("Confirmed"),
    meta: { label: t("Confirmed"), first: "asc" },
    cell: ({ row: { original } }) => (
      <>
        <StandingChip standing={original.standing} /> {original.confirmed}
      </>
    ),
  }),
]) as Columns<BodyRow>;

type Props = { rows: BodyRow[]; path: string; state: ListState; rules: ListRules; picks: boolean };

export function BodiesTable({ rows, path, state, rules, picks }: Props) {
  const columns = useMemo(() => (picks ? [pick as Columns<BodyRow>[number], ...shown] : shown), [picks]);
  return (
    <ListTable
      caption={t("Stations, courts and other bodies, by name")}
      columns={columns}
      rows={rows}
      path={path}
      state={state}
      rules={rules}
    />
  );
}
