import type { Metadata, Route } from "next";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { OwnTime } from "@/app/_ui/own-time";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { recordDeniedAccess } from "@/lib/handover/handovers/commands/record-denied-access";
import { whatNow, whatWasChecked, whyNoCover } from "@/lib/handover/handovers/labels";
import { getHandover, listAskable } from "@/lib/handover/handovers/queries";
import { isNewReading, isReadable, numberKinds } from "@/lib/handover/handovers/rules";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { listOwnPapers } from "@/lib/handover/papers/queries";
import { kindLabels, kindNotices } from "@/lib/packets/packets/labels";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { ReceiptChip } from "../_components/inbox-list";
import { orNotFound } from "../or-not-found";
import { portalZone } from "../zone";
import { AcknowledgePanel } from "./_components/acknowledge-panel";
import { AskPanel } from "./_components/ask-panel";
import { ContactPanel } from "./_components/contact-panel";
import { LogPanel } from "./_components/log-panel";
import { NumberPanel } from "./_components/number-panel";
import { OutcomePanel } from "./_components/outcome-panel";
import { PartsPanel, ProofsPanel } from "./_components/parts-panel";
import { ReadPanel } from "./_components/read-panel";

export const metadata: Metadata = { title: t("Packet") };

export default async function HandoverPage({ params }: PageProps<"/portal/[handoverId]">) {
  const ctx = await requireCtx("handover.read");
  const { handoverId } = await params;
  const turnedAway = () => (isId(handoverId) ? recordDeniedAccess(ctx, { handoverId }) : Promise.resolve());
  let packet = await orNotFound(getHandover(ctx, handoverId), turnedAway);
  const isOpen = () => isReadable(packet) && packet.cover === "covered";
  if (!isOpen()) await turnedAway();
  const lastOpened = packet.events.findLast((event) => event.event === "opened")?.at ?? null;
  if (isOpen() && isNewReading(lastOpened, ctx.now)) {
    await openHandover(ctx, { handoverId });
    packet = await getHandover(ctx, handoverId);
  }
  const parts = await listAskable(ctx, handoverId);
  const papers = isOpen() ? await listOwnPapers(ctx, handoverId) : [];
  const kinds = numberKinds().map(({ key, label, issuer }) => ({ value: key, label, hint: issuer }));
  return (
    <>
      <Breadcrumb items={[{ label: t("Inbox"), href: "/portal" as Route }]} />
      <PageHead
        guide="answer-as-an-officer"
        title={`${kindLabels[packet.kind] ?? packet.kind}, v${packet.version}`}
        actions={<ReceiptChip item={packet} />}
      >
        {rich("{code}, from {orgName}. For {receiver}", {
          code: <span className="ref">{packet.code}</span>,
          orgName: packet.orgName,
          receiver: packet.receiver,
        })}
      </PageHead>
      <PacketNotices packet={packet} />
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <ReadPanel packet={packet} />
          {isOpen() ? <AcknowledgePanel packet={packet} papers={papers} /> : null}
          {isOpen() || packet.questions.length > 0 ? <AskPanel packet={packet} parts={parts} /> : null}
          {isOpen() ? <NumberPanel packet={packet} kinds={kinds} /> : null}
          {isOpen() || packet.outcomes.length > 0 ? (
            <OutcomePanel packet={packet} today={civilDate(ctx.now, packet.zone ?? portalZone)} />
          ) : null}
        </div>
        <div className="stack stack--l">
          <ContactPanel packet={packet} />
          <PartsPanel packet={packet} />
          <LogPanel packet={packet} />
          <ProofsPanel packet={packet} />
          <WhatItIs />
        </div>
      </div>
    </>
  );
}

function PacketNotices({ packet }: { packet: HandoverView }) {
  const notice = kindNotices[packet.kind];
  return (
    <>
      {packet.status === "withdrawn" ? (
        <Notice kind="overdue" title={t("The organisation has withdrawn this packet. Do not use it.")}>
          <p>
            {packet.withdrawnAt
              ? rich("Withdrawn on {ownTime} by {orgName}.", {
                  ownTime: <OwnTime at={packet.withdrawnAt} zone={packet.zone} />,
                  orgName: packet.orgName,
                })
              : t("Withdrawn by {orgName}.", { orgName: packet.orgName })}{" "}
            {packet.withdrawnNote}
          </p>
          <p>
            {t(
              "What to do next: set aside any copies you downloaded and tell anyone you gave one to. Then ask {value} what replaces it. Your questions and numbers stay here.",
              { value: [packet.orgName, ...packet.desk].join(", ") },
            )}
          </p>
        </Notice>
      ) : null}
      {packet.status !== "withdrawn" && packet.cover !== "covered" ? (
        <Notice kind="overdue" title={whyNoCover[packet.cover]}>
          <p>{t("What to do next: {whatNow}", { whatNow: whatNow[packet.cover] })}</p>
          <p>{t("Reach {value}.", { value: [packet.orgName, ...packet.desk].join(", ") })}</p>
        </Notice>
      ) : null}
      {packet.newer ? (
        <Notice kind="warning" title={t("Version {version} replaces this one", { version: packet.newer.version })}>
          {rich("The files of this version are closed. Use the newer version: <link>open version {version}</link>", {
            version: packet.newer.version,
            link: (words) => <a href={`/portal/${packet.newer?.handoverId}`}>{words}</a>,
          })}
        </Notice>
      ) : null}
      {packet.superseded && !packet.newer ? (
        <Notice kind="warning" title={t("A newer version replaces this one. Do not act on it.")}>
          {t(
            "Every page of the file says which version, and since when. If it does not open yet, that copy is being made: try again in a few minutes. Ask {value} for the newer one.",
            { value: [packet.orgName, ...packet.desk].join(", ") },
          )}
        </Notice>
      ) : null}
      {packet.message ? (
        <Notice title={t("Message from {orgName}", { orgName: packet.orgName })}>{packet.message}</Notice>
      ) : null}
      {notice ? <Notice title={notice.title}>{notice.text}</Notice> : null}
    </>
  );
}

function WhatItIs() {
  return (
    <Panel label={t("What this is, and what it is not")} padded={false}>
      <Disclosure label={t("What this is, and what it is not")}>
        <ul className="stack">
          <li>{t("It is prepared by a victim-support organisation from what the client says and holds.")}</li>
          <li>{t("What is said about the subject is alleged. No court has tested it.")}</li>
          <li>
            {t("It uses codes; only a sealed annex says who the client is. {whatWasChecked}", { whatWasChecked })}
          </li>
          <li>
            {rich(
              "Every paragraph names its source, and every exhibit its SHA-256. The last section says how to verify it; <link>anybody can check its number</link>.",
              { link: (words) => <PageLink href={"/verify" as Route}>{words}</PageLink> },
            )}
          </li>
          <li>{t("It is not a request by a state, and it promises no date of answer.")}</li>
        </ul>
      </Disclosure>
    </Panel>
  );
}
