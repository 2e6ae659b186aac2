import type { ReactNode } from "react";
import { leaveAction, signOutAction } from "@/app/(auth)/sign-out/actions";
import { may } from "@/lib/access/roles";
import { readCtx } from "@/lib/auth/session";
import { readOfficer } from "@/lib/handovers/queries";
import { env } from "@/lib/platform/env";
import { PortalShell } from "./_components/portal-shell";

/** Draws the officers' frame and guards nothing: each page asks for itself. */
export default async function LiaisonLayout({ children }: { children: ReactNode }) {
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor.role, "handover.read")) return <div className="plain">{children}</div>;
  const officer = await readOfficer(ctx);
  const person = {
    id: ctx.actor.memberId ?? "",
    name: [officer.rank, officer.name].filter(Boolean).join(" "),
    place: officer.place,
  };
  return (
    <PortalShell
      person={person}
      contact={`Packets come from ${officer.orgName}`}
      demo={env().DEMO}
      signOut={signOutAction}
      leave={leaveAction}
    >
      {children}
    </PortalShell>
  );
}
