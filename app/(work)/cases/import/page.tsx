import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { stateLabels } from "@/lib/operations/imports/labels";
import { listImports } from "@/lib/operations/imports/queries";
import type { ImportState } from "@/lib/operations/imports/types";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { UploadForm } from "./_components/upload-form";

export const metadata: Metadata = { title: "Import cases" };

const chips: Partial<Record<ImportState, ChipKind>> = { done: "done", failed: "overdue", stopped: "warning" };

export default async function ImportPage() {
  const ctx = await requireCtx("case.import");
  const lists = await listImports(ctx);
  return (
    <Page>
      <PageHead title="Import cases">
        Cases from an older list. First say what its columns mean, then see what is wrong with each row. Nothing becomes
        a case before you say so. To take everything out again: <PageLink href="/exports">Exports</PageLink>.
      </PageHead>
      <div className="cols cols--wide">
        <Panel title="Imports" id="lists" padded={lists.length === 0}>
          {lists.length === 0 ? (
            <EmptyState icon="inbox" title="No list yet">
              Choose a CSV or an XLSX beside. It is sealed as soon as it arrives.
            </EmptyState>
          ) : (
            <Items
              items={lists.map((list) => ({
                key: list.id,
                href: `/cases/import/${list.id}` as Route,
                title: `List ${list.number}: ${list.fileName}`,
                why: `${plural(list.rows, "row")}, ${list.imported} imported. ${list.startedBy}, ${formatInstant(list.startedAt, officeZone())}`,
                side: <Chip kind={chips[list.state] ?? "info"}>{stateLabels[list.state]}</Chip>,
              }))}
            />
          )}
        </Panel>
        <Panel title="Import a list" id="bring">
          <UploadForm />
        </Panel>
      </div>
    </Page>
  );
}
