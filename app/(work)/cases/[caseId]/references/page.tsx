import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { PageHead, Panel } from "@/app/_ui/panel";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { findCase } from "@/lib/cases/scope";
import { referenceKindsOf } from "@/lib/jurisdictions/rules";
import { playbookOf } from "@/lib/ladder/queries";
import { civilDate } from "@/lib/platform/clock";
import { listReferences } from "@/lib/references/queries";
import { ReferenceForm } from "./_components/reference-form";
import { ReferenceList } from "./_components/reference-list";

export const metadata: Metadata = { title: "References" };

export default async function ReferencesPage({ params, searchParams }: PageProps<"/cases/[caseId]/references">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { kind } = await searchParams;
  const { found, rows } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      rows: await listReferences(scoped, caseId),
    })),
  );
  const playbook = playbookOf(found);
  const kinds = referenceKindsOf(playbook).map((one) => ({
    value: one.key,
    label: one.label,
    hint: one.hint,
    example: one.example,
    needsStation: one.parser.shape === "station_serial",
    group:
      one.jurisdiction === playbook.home.code ? playbook.home.name : one.jurisdiction ? playbook.there.name : "Either",
  }));
  return (
    <>
      <PageHead title="References" level={2}>
        Every official number of this case, and the ones still waited for
      </PageHead>
      <div className="cols cols--wide">
        <ReferenceList rows={rows} />
        <Panel title="Record a number" id="record">
          <ReferenceForm
            caseId={caseId}
            kinds={kinds}
            picked={typeof kind === "string" ? kind : undefined}
            today={civilDate(ctx.now, playbook.home.zone)}
          />
        </Panel>
      </div>
    </>
  );
}
