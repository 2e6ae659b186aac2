import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { stateLabels } from "@/lib/operations/imports/labels";
import { listImports } from "@/lib/operations/imports/queries";
import type { ImportState } from "@/lib/operations/imports/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { UploadForm } from "./_components/upload-form";

export const metadata: Metadata = { title: t("Import cases") };

const chips: Partial<Record<ImportState, ChipKind>> = { done: "done", failed: "overdue", stopped: "warning" };

export default async function ImportPage() {
  const ctx = await requireCtx("case.import");
  const lists = await listImports(ctx);
  return (
    <Page>
      <PageHead title={t("Import cases")}>
        {rich(
          "Cases from an older list. First say what its columns mean, then see what is wrong with each row. Nothing becomes a case before you say so. To take everything out again: <link>Exports</link>.",
          { link: (words) => <PageLink href="/exports">{words}</PageLink> },
        )}
      </PageHead>
      <div className="cols cols--wide">
        <Panel title={t("Imports")} id="lists" padded={lists.length === 0}>
          {lists.length === 0 ? (
            <EmptyState icon="inbox" title={t("No list yet")}>
              {t("Choose a CSV or an XLSX beside. It is sealed as soon as it arrives.")}
            </EmptyState>
          ) : (
            <Items
              items={lists.map((list) => ({
                key: list.id,
                href: `/cases/import/${list.id}` as Route,
                title: t("List {number}: {fileName}", { number: list.number, fileName: list.fileName }),
                why: t("{rows}, {imported} imported. {startedBy}, {startedAt}", {
                  rows: plural(list.rows, "row"),
                  imported: list.imported,
                  startedBy: list.startedBy,
                  startedAt: formatInstant(list.startedAt, officeZone()),
                }),
                side: <Chip kind={chips[list.state] ?? "info"}>{stateLabels[list.state]}</Chip>,
              }))}
            />
          )}
        </Panel>
        <Panel title={t("Import a list")} id="bring">
          <UploadForm />
        </Panel>
      </div>
    </Page>
  );
}
