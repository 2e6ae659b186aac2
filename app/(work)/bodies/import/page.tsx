import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { FileField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { importStateLabels } from "@/lib/organisation/bodies/imports/labels";
import { listBodyImports } from "@/lib/organisation/bodies/imports/queries";
import type { ImportState } from "@/lib/organisation/bodies/imports/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { readBodyListAction } from "./actions";

export const metadata: Metadata = { title: t("Import stations and courts") };

const chips: Record<ImportState, ChipKind> = { checked: "info", done: "done", undone: "plain", cancelled: "plain" };

export default async function BodyImportsPage() {
  const ctx = await requireCtx("directory.write");
  const lists = await listBodyImports(ctx);
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Stations and courts"), href: "/bodies" }]} />
      <PageHead title={t("Import stations and courts")}>
        {t(
          "A list with one body in each row. First see what is new, what differs and what is wrong. Nothing is in the directory before you say so.",
        )}
      </PageHead>
      <div className="cols cols--wide">
        <Panel title={t("Imports")} id="lists" padded={lists.length === 0}>
          {lists.length === 0 ? (
            <EmptyState icon="inbox" title={t("No list yet")}>
              {t("Choose a CSV or an XLSX. The template shows the columns.")}
            </EmptyState>
          ) : (
            <Items
              items={lists.map((list) => ({
                key: list.id,
                href: `/bodies/import/${list.id}` as Route,
                title: t("List {number}: {fileName}", { number: list.number, fileName: list.fileName }),
                why: t("{rows}. {startedBy}, {startedAt}", {
                  rows: plural(list.rows, "row"),
                  startedBy: list.startedBy,
                  startedAt: formatInstant(list.startedAt, officeZone()),
                }),
                side: <Chip kind={chips[list.state]}>{importStateLabels[list.state]}</Chip>,
              }))}
            />
          )}
        </Panel>
        <Panel
          title={t("Import a list")}
          id="bring"
          foot={
            <a href="/api/bodies/template" download>
              {t("Download the template")}
            </a>
          }
        >
          <ActionForm action={readBodyListAction} label={t("Import a list")} guard={false}>
            <FileField
              name="file"
              label={t("File")}
              hint={t("A CSV or an XLSX of at most 1 MB and 5,000 rows. No personal details: offices only.")}
              accept=".csv,.tsv,.txt,.xlsx"
              required
            />
            <SubmitFoot icon="upload" pendingText={t("Reading the file")}>
              {t("Read the file")}
            </SubmitFoot>
          </ActionForm>
        </Panel>
      </div>
    </Page>
  );
}
