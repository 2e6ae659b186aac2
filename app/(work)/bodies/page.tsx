import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips, ListSearch } from "@/app/_ui/table/filters";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { bodyKindLabels, standingLabels } from "@/lib/organisation/bodies/labels";
import { listBodies, listBodyCountries } from "@/lib/organisation/bodies/queries";
import { expiryOf } from "@/lib/organisation/bodies/rules";
import { type BodyLine, type BodySort, bodyKinds, bodySorts, standings } from "@/lib/organisation/bodies/types";
import { regionName } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, readListState, writeListState } from "@/lib/platform/list-state";
import { readPage } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { BodiesTable, type BodyRow } from "./_components/bodies-table";
import { confirmBodiesAction } from "./actions";

export const metadata: Metadata = { title: t("Stations and courts") };

const path = "/bodies";

const rulesFor = (countries: readonly string[]): ListRules => ({
  sorts: bodySorts,
  defaultSort: { key: "name", dir: "asc" },
  filters: { q: "text", kind: bodyKinds, country: countries, standing: standings },
});

/** The directory of bodies: what the law data has and what the organisation added, in one list. */
export default async function BodiesPage({ searchParams }: PageProps<"/bodies">) {
  const ctx = await requireCtx("directory.read");
  const params = await searchParams;
  const { countries, rules, state, page } = await reading(ctx, async (scoped) => {
    const all = await listBodyCountries(scoped);
    const listRules = rulesFor(all);
    const asked = readListState(params, listRules);
    const { q, kind, country, standing } = asked.filters;
    const filter = { q: q?.[0], kinds: kind, countries: country, standings: standing };
    const { key, dir } = asked.sort;
    const list = await listBodies(scoped, { ...filter, sort: key as BodySort, dir, page: readPage(params.page) });
    return { countries: all, rules: listRules, state: asked, page: list };
  });
  const keeps = may(ctx.actor, "directory.write");
  const list = { path, state, rules };
  const facets = facetsOf(countries);
  const rows = page.rows.map(rowOf);
  return (
    <Page>
      <PageHead
        title={t("Stations and courts")}
        actions={
          <>
            {keeps ? (
              <LinkButton icon="upload" href="/bodies/import">
                {t("Import")}
              </LinkButton>
            ) : null}
            <LinkButton variant="primary" icon="plus" href="/bodies/new">
              {t("Add an entry")}
            </LinkButton>
          </>
        }
      >
        {t(
          "Where to go and whom to call: police stations and units, courts, field offices. Each entry says where it was read and who confirmed it.",
        )}
      </PageHead>
      <div className="filters">
        <ListSearch {...list} label={t("Search the directory")} placeholder={t("Name, town or province")} />
        <FilterChips {...list} facets={facets} />
      </div>
      <div className="cols cases">
        <div className="stack stack--l">
          <Panel label={t("Stations and courts")} padded={false}>
            {rows.length === 0 ? (
              <EmptyState icon="search" title={t("No entry found")} level={2}>
                {t("Search another spelling, take a filter away, or add the entry.")}
              </EmptyState>
            ) : keeps ? (
              <ActionForm action={confirmBodiesAction} label={t("Confirm the ticked entries")} guard={false}>
                <BodiesTable rows={rows} {...list} picks />
                <div className="panel__body stack">
                  <DateField
                    name="expiresOn"
                    label={t("Ask again from")}
                    hint={t("Only tick what you have checked today.")}
                    min={officeToday(ctx.now)}
                    defaultValue={expiryOf(officeToday(ctx.now))}
                  />
                  <SubmitFoot variant="secondary" icon="check" pendingText={t("Confirming")}>
                    {t("Confirm the ticked entries")}
                  </SubmitFoot>
                </div>
              </ActionForm>
            ) : (
              <BodiesTable rows={rows} {...list} picks={false} />
            )}
            <NumberedPager
              list={page}
              of={t("bodies, in this order")}
              at={(to) => pageAt(writeListState(path, state, rules), to)}
            />
          </Panel>
        </div>
        <FilterSide {...list} facets={facets} />
      </div>
    </Page>
  );
}

const pageAt = (address: string, page: number): Route =>
  (page === 1 ? address : `${address}${address.includes("?") ? "&" : "?"}page=${page}`) as Route;

function facetsOf(countries: readonly string[]): Facet[] {
  return [
    {
      name: "kind",
      label: t("Kind"),
      options: bodyKinds.map((kind) => ({ value: kind, label: bodyKindLabels[kind] })),
    },
    {
      name: "country",
      label: t("Country"),
      options: countries.map((code) => ({ value: code, label: regionName(code) })),
    },
    {
      name: "standing",
      label: t("State"),
      options: standings.map((standing) => ({ value: standing, label: standingLabels[standing] })),
    },
  ];
}

function rowOf({ ref, name, kind, country, area, phone, standing, confirmedAt, expiresOn }: BodyLine): BodyRow {
  return {
    id: ref,
    name,
    kind: bodyKindLabels[kind],
    country: regionName(country),
    area: area ?? "",
    phone,
    standing,
    confirmed: confirmedText(standing, confirmedAt, expiresOn),
  };
}

function confirmedText(standing: BodyLine["standing"], at: Date | null, expiresOn: string | null): string {
  if (!at || standing === "retired") return "";
  const day = formatDate(civilDate(at, officeZone()));
  return standing === "lapsed" && expiresOn ? t("{day}, until {until}", { day, until: formatDate(expiresOn) }) : day;
}
