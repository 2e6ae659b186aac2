import { Disclosure } from "@/app/_ui/disclosure";
import { handoverIcons } from "@/app/_ui/handover-icons";
import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { FoldedTimeline, type TimelineEvent } from "@/app/_ui/timeline";
import { methodLabels } from "@/lib/handover/dispatches/labels";
import type { DispatchView } from "@/lib/handover/dispatches/types";
import { byLink, linkEventLabels, refusalLabels } from "@/lib/handover/first-contact/labels";
import type { FirstLinkEventName, FirstLinkView } from "@/lib/handover/first-contact/types";
import { describePart, eventLabels } from "@/lib/handover/handovers/labels";
import { isForOfficers } from "@/lib/handover/handovers/rules";
import type { DeliveryView, HandoverEventName } from "@/lib/handover/handovers/types";
import type { PaperView } from "@/lib/handover/papers/types";
import { outcomeLabels, whyRecalled } from "@/lib/handover/recalls/labels";
import type { RecallView } from "@/lib/handover/recalls/types";
import { deliverable } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, formatInstant } from "@/lib/platform/text/format";
import { DispatchForm, type DispatchFormProps } from "./dispatch-form";
import { PaperButtons } from "./paper-buttons";

type LogProps = DispatchFormProps & {
  deliveries: readonly DeliveryView[];
  papers: readonly PaperView[];
  dispatches: readonly DispatchView[];
  links: readonly FirstLinkView[];
  recalls: readonly RecallView[];
};

/** What the people of the case do on a handover; everything else the officer does. */
const byStaff = new Set<HandoverEventName>(["answered", "refusal_seen"]);

/** Every way in which this version left and what was done with it there, the newest first, in both zones. */
export function DispatchLog({ deliveries, papers, dispatches, links, recalls, ...form }: LogProps) {
  const { packet } = form;
  const leaves = deliverable.includes(packet.status);
  if (!leaves && deliveries.length + dispatches.length + links.length === 0) return null;
  const events = [
    ...deliveries.flatMap((delivery) => inPortal(delivery, packet)),
    ...dispatches.map((dispatch) => onPaper(dispatch, packet)),
    ...links.flatMap((link) => atTheLink(link, packet)),
    ...recalls.flatMap((recall) => ofRecall(recall, packet)),
  ];
  const newestFirst = events.toSorted((a, b) => b.at.localeCompare(a.at) || b.key.localeCompare(a.key));
  return (
    <Panel
      id="dispatches"
      title={t("Dispatch log")}
      end={<span className="muted">{t("Portal, link, paper and post")}</span>}
    >
      {newestFirst.length > 0 ? (
        <FoldedTimeline events={newestFirst} first={5} more={t("earlier entry")} many={t("earlier entries")} />
      ) : (
        <p className="muted">{t("This version has not left yet.")}</p>
      )}
      {deliveries.length > 0 || leaves ? (
        <PaperButtons packet={packet} deliveries={deliveries} papers={papers} leaves={leaves && !packet.supersededBy} />
      ) : null}
      {leaves ? (
        <Disclosure label={t("Note that it left on paper or by other means")}>
          <DispatchForm {...form} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

function inPortal(delivery: DeliveryView, { zone, zoneThere }: PacketView): TimelineEvent[] {
  const officer = `${delivery.rank} ${delivery.liaisonName}`;
  return delivery.events.map(({ id, event, note, at }) => {
    const given = event === "delivered";
    return {
      key: id,
      icon: handoverIcons[event],
      title: given
        ? t("Handed over by {deliveredBy} to {officer}, {agency} {unit}{value}", {
            deliveredBy: delivery.deliveredBy,
            officer,
            agency: delivery.agency,
            unit: delivery.unit,
            value: note === byLink ? "" : t(", in the portal"),
          })
        : `${eventLabels[event]}${byStaff.has(event) ? "" : t(" by {officer}", { officer })}`,
      detail: given ? wordsOf(note, delivery.message) : note,
      at: at.toISOString(),
      when: formatBothZones(at, zone, zoneThere),
    };
  });
}

/** The message is shown with the first line; later files have none. */
function wordsOf(note: string | null, message: string | null): string | null {
  return note === "The sealed annex" ? note : [note, message].filter(Boolean).join(". ") || null;
}

function onPaper(dispatch: DispatchView, { zone, zoneThere }: PacketView): TimelineEvent {
  const { id, method, sentBy, to, sentAt, withAnnex, proof, notedBy, notedAt } = dispatch;
  const rest = [withAnnex ? t("With the sealed annex") : "", proof ? t("Proof: {proof}", { proof }) : ""].filter(
    Boolean,
  );
  return {
    key: id,
    icon: method === "official_email" ? "mail" : "package",
    title: t("{methodLabels}, by {sentBy} to {to}", { methodLabels: methodLabels[method], sentBy, to }),
    detail: [...rest, t("Noted by {notedBy}, {notedAt}", { notedBy, notedAt: formatInstant(notedAt, zone) })].join(
      ". ",
    ),
    at: sentAt.toISOString(),
    when: formatBothZones(sentAt, zone, zoneThere),
  };
}

const linkSigns: Partial<Record<FirstLinkEventName, IconName>> = {
  made: "link",
  released: "badge-check",
  redeemed: "key-round",
  code_again: "key-round",
  downloaded: "download",
  locked: "lock",
  revoked: "ban",
  shortened: "clock",
  other_browser: "triangle-alert",
};

function atTheLink(link: FirstLinkView, { zone, zoneThere }: PacketView): TimelineEvent[] {
  // Downloads are already in the log of the handover.
  const told = link.events.filter(({ event }) => event !== "downloaded");
  return told.map(({ id, event, at, by, note }) => ({
    key: id,
    icon: linkSigns[event] ?? "circle-x",
    title: `${linkEventLabels[event]}${by ? t(" by {by}", { by }) : ""}`,
    detail: [t("Link for {officer}", { officer: link.officer }), note ? (refusalLabels[note] ?? partWords(note)) : ""]
      .filter(Boolean)
      .join(". "),
    at: at.toISOString(),
    when: formatBothZones(at, zone, zoneThere),
  }));
}

function ofRecall(recall: RecallView, { zone, zoneThere }: PacketView): TimelineEvent[] {
  const { id, who, release, madeBy, madeAt, outcome, settledBy, settledAt } = recall;
  const why = whyRecalled(recall);
  const line = (key: string, icon: IconName, title: string, detail: string, at: Date): TimelineEvent => ({
    key,
    icon,
    title,
    detail,
    at: at.toISOString(),
    when: formatBothZones(at, zone, zoneThere),
  });
  const made = line(
    id,
    "ban",
    t("Recalled from {who}", { who }),
    release ? t("{why}. Noted by {madeBy}", { why, madeBy }) : why,
    madeAt,
  );
  if (!settledAt || !outcome) return [made];
  return [
    made,
    line(
      `${id}-settled`,
      "check",
      t("Recall from {who} settled by {settledBy}", { who, settledBy }),
      outcomeLabels[outcome],
      settledAt,
    ),
  ];
}

function partWords(part: string): string {
  if (part === "folder") return t("The whole packet");
  return isForOfficers(part) ? describePart(part) : part;
}
