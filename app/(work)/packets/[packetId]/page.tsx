import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import type { Choice } from "@/app/_ui/choice";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { CaseFrame } from "@/app/(work)/_components/case-frame";
import { PacketChip } from "@/app/(work)/_components/packet-chip";
import { RecallPanel } from "@/app/(work)/_components/recall-panel";
import { zoneWords } from "@/app/(work)/cases/choices";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { listDispatches } from "@/lib/handover/dispatches/queries";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { listDeliveries, listLaterVersions, listOfficersFor, listToTell } from "@/lib/handover/handovers/queries";
import { listPapers } from "@/lib/handover/papers/queries";
import { listRecalls } from "@/lib/handover/recalls/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { noteView } from "@/lib/kernel/audit/note-view";
import { mayDecideOwn } from "@/lib/organisation/grants/queries";
import { listStaff } from "@/lib/organisation/members/queries";
import { checkWord } from "@/lib/packets/packets/check-word";
import { kindLabels } from "@/lib/packets/packets/labels";
import { getPacket, listPacketEvents, listPacketPictures, listParts } from "@/lib/packets/packets/queries";
import { deliverable, whyNotDecide } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { readSignatureFacts } from "@/lib/packets/signatures/queries";
import { t } from "@/lib/platform/language/translate";
import { BuildWatch } from "./_components/build-watch";
import { DecidePanel } from "./_components/decide-panel";
import { DeliverPanel } from "./_components/deliver-panel";
import { DeliveryLog } from "./_components/delivery-log";
import { DispatchLog } from "./_components/dispatch-log";
import { FileActions, FilePanel } from "./_components/file-panel";
import { FirstLinkPanel } from "./_components/first-link-panel";
import { HistoryPanel } from "./_components/history-panel";
import { PacketNotices } from "./_components/packet-notices";
import { PartsPanel } from "./_components/parts-panel";
import { PicturesPanel } from "./_components/pictures-panel";
import { PreflightPanel } from "./_components/preflight-panel";
import { ToTellNotice } from "./_components/to-tell-notice";
import { VerifyPanel } from "./_components/verify-panel";
import { WithdrawPanel } from "./_components/withdraw-panel";

export const metadata: Metadata = { title: t("Packet") };

export default async function PacketPage({ params }: PageProps<"/packets/[packetId]">) {
  const ctx = await requireCtx("case.read");
  const { packetId } = await params;
  const approval = await askedToConfirm(ctx, "packet.approve");
  const confirm = await askedToConfirm(ctx, "annex.give");
  const giving = await askedToConfirm(ctx, "packet.deliver");
  const {
    packet,
    parts,
    deliveries,
    papers,
    later,
    dispatches,
    links,
    recalls,
    officers,
    staff,
    events,
    toTell,
    ...rest
  } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        packet: getPacket(scoped, packetId),
        parts: listParts(scoped, packetId),
        deliveries: listDeliveries(scoped, packetId),
        papers: listPapers(scoped, packetId),
        later: listLaterVersions(scoped, packetId),
        dispatches: listDispatches(scoped, packetId),
        links: listFirstLinks(scoped, packetId),
        recalls: listRecalls(scoped, packetId),
        officers: listOfficersFor(scoped, packetId),
        staff: listStaff(scoped).then((read) => read.map(({ id, name }) => ({ value: id, label: name }))),
        events: listPacketEvents(scoped, packetId),
        toTell: listToTell(scoped, packetId),
        signature: readSignatureFacts(scoped),
        ownToo: mayDecideOwn(scoped),
        pictures: picturesOf(scoped, packetId),
      }),
    ),
  );
  const { signature, ownToo, pictures } = rest;
  await noteView(ctx, { action: "case.viewed", subjectId: packet.caseId, caseId: packet.caseId });
  const top = await orNotFound(readCaseTop(ctx, packet.caseId));
  const { status } = packet;
  const decides = may(ctx.actor, "packet.decide");
  const refused = whyNotDecide(packet, ctx.actor.memberId, ownToo);
  const asked = decides && status === "ready" && !refused;
  return (
    <CaseFrame ctx={ctx} caseId={packet.caseId} top={top}>
      <PacketHead packet={packet} />
      <PacketNotices packet={packet} />
      {deliverable.includes(status) ? <ToTellNotice packet={packet} holders={toTell} /> : null}
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {status === "building" || status === "failed" || status === "cancelled" ? (
            <BuildWatch packetId={packet.id} caseId={packet.caseId} kind={packet.kind} first={packet.progress} />
          ) : null}
          <PicturesPanel packet={packet} pictures={pictures} />
          {asked ? (
            <DecidePanel packet={packet} confirm={approval} own={packet.draftedById === ctx.actor.memberId} />
          ) : null}
          {!decides && status === "ready" ? (
            <Notice title={t("Waiting for approval")}>
              {t("A supervisor who did not draft it approves it or returns it.")}
            </Notice>
          ) : null}
          {decides && status === "ready" && refused ? (
            <Notice title={t("Waiting for approval")}>{refused}</Notice>
          ) : null}
          {deliverable.includes(status) && !packet.supersededBy ? (
            <DeliverPanel packet={packet} officers={officers} confirm={giving} />
          ) : null}
          <RecallPanel recalls={recalls} zone={packet.zone} />
          <DispatchLog
            packet={packet}
            officers={officers}
            staff={staff}
            deliveries={deliveries}
            papers={papers}
            dispatches={dispatches}
            links={links}
            recalls={recalls}
            confirm={confirm}
            zones={zonesOf(packet, ctx.now)}
            me={ctx.actor.memberId ?? ""}
          />
          <DeliveryLog packet={packet} deliveries={deliveries} later={later} officers={officers} confirm={confirm} />
          <FirstLinkPanel
            packet={packet}
            officers={officers}
            links={links}
            confirm={confirm}
            decides={decides}
            leaves={deliverable.includes(status) && !packet.supersededBy}
          />
          {packet.preflight.length > 0 ? <PreflightPanel packet={packet} folded={asked} /> : null}
          <HistoryPanel packet={packet} events={events} />
        </div>
        <div className="stack stack--l">
          <PartsPanel packet={packet} parts={parts} />
          <FilePanel packet={packet} />
          <VerifyPanel packet={packet} checkWord={checkWord(packet.id)} signature={signature} />
          <WithdrawPanel packet={packet} />
        </div>
      </div>
    </CaseFrame>
  );
}

async function picturesOf(scoped: TxCtx, packetId: string): Promise<PictureView[]> {
  return listPacketPictures(scoped, (await getPacket(scoped, packetId)).caseId, packetId);
}

/** Those of the case first. */
function zonesOf({ zone, zoneThere }: PacketView, now: Date): Choice[] {
  return [...new Set([zone, zoneThere, "UTC"])].map((value) => ({ value, label: zoneWords(value, now) }));
}

function PacketHead({ packet }: { packet: PacketView }) {
  const back = {
    label: t("Packets"),
    href: `/cases/${packet.caseId}/packets` as Route,
  };
  return (
    <>
      <Breadcrumb items={[back]} />
      <PageHead
        guide="hand-over-a-packet"
        title={`${kindLabels[packet.kind] ?? packet.kind}, v${packet.version}`}
        level={2}
        actions={
          <>
            <PacketChip status={packet.status} />
            <FileActions packet={packet} />
          </>
        }
      >
        {t("{code}. For {value}", { code: packet.code, value: packet.receiver || t("nobody yet") })}
        <Replaces packet={packet} />
      </PageHead>
    </>
  );
}

function Replaces({ packet: { supersedes } }: { packet: PacketView }) {
  if (!supersedes) return null;
  return (
    <>
      {rich(". Replaces <link>version {version}</link>", {
        version: supersedes.version,
        link: (words) => <PageLink href={`/packets/${supersedes.id}` as Route}>{words}</PageLink>,
      })}
    </>
  );
}
