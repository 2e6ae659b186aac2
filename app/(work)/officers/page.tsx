import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Editions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { readEditions } from "@/lib/access/editions";
import { may } from "@/lib/access/roles";
import { requireCtx } from "@/lib/auth/session";
import { listOfficers } from "@/lib/liaisons/queries";
import { officeZone } from "@/lib/work/rules";
import { OfficerEntry } from "./_components/officer-entry";

export const metadata: Metadata = { title: "Officers" };

/** The directory of those to whom a packet can be handed over. */
export default async function OfficersPage() {
  const ctx = await requireCtx("directory.read");
  const officers = await listOfficers(ctx);
  const versions = await readEditions(
    ctx,
    officers.map((officer) => officer.id),
  );
  return (
    <Page>
      <PageHead title="Officers">
        Packets go only to an officer whose office was called back, on a number that was not taken from the officer. One
        person adds an officer, another confirms them.
      </PageHead>
      {officers.length === 0 ? (
        <Panel label="Officers">
          <EmptyState icon="badge-check" title="No officer yet">
            An administrator invites police officers and prosecutors. Each shows here once they have joined.
          </EmptyState>
        </Panel>
      ) : null}
      <Editions versions={versions} zone={officeZone()}>
        {officers.map((officer) => (
          <OfficerEntry
            key={officer.id}
            officer={officer}
            zone={officeZone()}
            keeps={may(ctx.actor.role, "directory.write")}
          />
        ))}
      </Editions>
    </Page>
  );
}
