import type { ReactNode } from "react";
import { NoticeList } from "@/app/_ui/notice-list";
import { dismissNoticeAction, endOthersAction } from "@/app/(auth)/notices/actions";
import { signOutAction } from "@/app/(auth)/sign-out/actions";
import { noticeTitle } from "@/lib/auth/sessions/labels";
import { readCtx } from "@/lib/auth/sessions/session";
import { readNotices } from "@/lib/auth/sessions/sign-in-notices";
import { readOfficer } from "@/lib/handover/handovers/queries";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import { PortalShell } from "./_components/portal-shell";

/** Draws the officers' frame and guards nothing: each page asks for itself. */
export default async function LiaisonLayout({ children }: { children: ReactNode }) {
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor, "handover.read")) return <div className="plain">{children}</div>;
  const officer = await readOfficer(ctx);
  const notices = (await readNotices()).map((notice) => ({ ...notice, title: noticeTitle(notice, officeZone()) }));
  const person = {
    id: ctx.actor.memberId ?? "",
    name: [officer.rank, officer.name].filter(Boolean).join(" "),
    place: officer.place,
  };
  return (
    <PortalShell
      person={person}
      contact={[t("Packets come from {orgName}", { orgName: officer.orgName }), officer.phone]
        .filter(Boolean)
        .join(", ")}
      demo={env().DEMO}
      signOut={signOutAction}
    >
      <NoticeList notices={notices} endOthers={endOthersAction} dismiss={dismissNoticeAction} />
      {children}
    </PortalShell>
  );
}
