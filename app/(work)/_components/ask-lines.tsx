import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { Item } from "@/app/_ui/items";
import type { OfferView } from "@/lib/casework/transfers/types";
import { heldReasonLabels } from "@/lib/escalation/incoming-mail/labels";
import { reasonLabels } from "@/lib/handover/handovers/labels";
import type {
  ClientNewsItem,
  EnquiryItem,
  FirstContactEvent,
  FirstContactItem,
  MailItem,
  MyWork,
  OfficerItem,
  PacketItem,
} from "@/lib/oversight/my-work/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import type { ApprovalBrief } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { flagLine, reviewLine } from "./desk-panels";
import { PacketBrief } from "./packet-brief";

export type Briefs = ReadonlyMap<string, ApprovalBrief>;

/** What people ask of this person, each with its own kind: who asks for help first, then what officers wait for, then colleagues. */
export function askLines(work: MyWork, briefs: Briefs, zone: string): Item[] {
  return [
    ...work.enquiries.items.map((item) => enquiryLine(item, zone)),
    ...(work.enquiries.apart > 0 ? [apartLine(work.enquiries.apart)] : []),
    ...work.mails.items.map((item) => mailLine(item, zone)),
    ...work.refusals.items.map((item) => refusalLine(item, zone)),
    ...work.questions.items.map((item) => questionLine(item, zone)),
    ...work.firstContacts.items.map((item) => firstContactLine(item, zone)),
    ...work.clientNews.items.map((item) => clientNewsLine(item, zone)),
    ...work.returned.map((item) =>
      packetLine(
        item,
        t("A supervisor sent it back with a note. Draft the next version."),
        <Chip kind="warning" icon="undo-2">
          {t("Returned")}
        </Chip>,
      ),
    ),
    ...work.approvals.items.map((item) => approvalLine(item, briefs, zone)),
    ...work.releases.items.map((item) => releaseLine(item, zone)),
    ...work.offers.map((offer) => offerLine(offer, zone)),
    ...work.reviews.map((review) => reviewLine(review, zone)),
    ...work.flags.map(flagLine),
  ];
}

/** Nothing that stands in the mail is in the line. */
function mailLine({ id, at, reason, ofCase }: MailItem, zone: string): Item {
  return {
    key: `mail-${id}`,
    href: `/mail/${id}` as Route,
    title: ofCase
      ? t("Mail that came in for {pseudonym}, {code}", { pseudonym: ofCase.pseudonym, code: ofCase.code })
      : t("Mail that names no case"),
    why: `${formatInstant(at, zone)}. ${reason ? heldReasonLabels[reason] : ""}`,
    side: (
      <Chip kind="warning" icon="mail">
        {t("Mail")}
      </Chip>
    ),
  };
}

/** Nothing that she wrote is in the line, and no name. */
function enquiryLine({ id, at, isDanger, overdue, isFirst, isTakenBack, ofCase }: EnquiryItem, zone: string): Item {
  const when = formatInstant(at, zone);
  const why = isTakenBack
    ? t("She takes back what she wrote, {when}.", { when })
    : isFirst
      ? t("Somebody asks for help, {when}. Nobody has read it yet.", { when })
      : t("She wrote {when}.", { when });
  return {
    key: `enquiry-${id}`,
    href: `/enquiries/${id}` as Route,
    title: ofCase
      ? t("Enquiry of {pseudonym}, {code}", { pseudonym: ofCase.pseudonym, code: ofCase.code })
      : t("Enquiry"),
    why,
    side: isDanger ? (
      <Chip kind="overdue" icon="triangle-alert">
        {t("In danger now")}
      </Chip>
    ) : overdue ? (
      <Chip kind="overdue">{t("Answer overdue")}</Chip>
    ) : (
      <Chip kind="info" icon="message-square">
        {t("Enquiry")}
      </Chip>
    ),
  };
}

const apartLine = (count: number): Item => ({
  key: "enquiries-apart",
  href: "/enquiries#apart" as Route,
  title: t("Enquiries listed apart"),
  why: t("Many came at once, or they are likely not from a person. Look through them when you can."),
  side: <Chip kind="plain">{plural(count, "enquiry", "enquiries")}</Chip>,
});

const clientNewsLine = (item: ClientNewsItem, zone: string): Item => ({
  key: `client-${item.caseId}`,
  href: `/cases/${item.caseId}/client-page` as Route,
  title: item.pseudonym,
  why: t("{code}. Something is new on the client's page, {at}.", { code: item.code, at: formatInstant(item.at, zone) }),
  side: (
    <Chip kind="info" icon="inbox">
      {item.files > 0 ? plural(item.files, "file to look at", "files to look at") : t("From the client")}
    </Chip>
  ),
});

const packetWords = ({ pseudonym, kind, version }: Pick<PacketItem, "pseudonym" | "kind" | "version">) =>
  t("{pseudonym}, {value}, version {version}", { pseudonym, value: kindLabels[kind] ?? t("packet"), version });

export function packetLine(item: PacketItem, why: Item["why"], side: Item["side"]): Item {
  return { key: item.id, href: `/packets/${item.id}` as Route, title: packetWords(item), why, side };
}

/** A packet that waits for this supervisor, with its brief and its pictures beside the way to decide. */
export function approvalLine(item: PacketItem, briefs: Briefs, zone: string): Item {
  const brief = briefs.get(item.id);
  return {
    key: item.id,
    href: `/packets/${item.id}#decide` as Route,
    title: packetWords(item),
    why: (
      <>
        {t("Asked by {by}, {at}. For: {receiver}.", {
          by: item.by,
          at: formatInstant(item.at, zone),
          receiver: item.receiver,
        })}
        {brief ? <PacketBrief brief={brief} /> : null}
      </>
    ),
    side: <Chip icon="stamp">{t("Approve or return")}</Chip>,
  };
}

export function releaseLine(item: PacketItem, zone: string): Item {
  return {
    key: `${item.id}:${item.at.getTime()}`,
    href: `/packets/${item.id}#first-links` as Route,
    title: packetWords(item),
    why: t("{by} made a link {at}. It opens nothing before you release it.", {
      by: item.by,
      at: formatInstant(item.at, zone),
    }),
    side: <Chip kind="warning">{t("Link to release")}</Chip>,
  };
}

function offerLine(offer: OfferView, zone: string): Item {
  return {
    key: offer.id,
    href: `/offers/${offer.id}` as Route,
    title: `${offer.pseudonym}, ${offer.code}`,
    why: t("{offeredBy} asks you to take it over, {offeredAt}. {reason}", {
      offeredBy: offer.offeredBy,
      offeredAt: formatInstant(offer.offeredAt, zone),
      reason: offer.reason,
    }),
    side: <Chip kind="info">{t("Case offered")}</Chip>,
  };
}

function questionLine(item: OfficerItem, zone: string): Item {
  return {
    key: item.targetId,
    href: `/packets/${item.packetId}#question-${item.targetId}` as Route,
    title: item.reason ? reasonLabels[item.reason] : t("Question"),
    why: t("{item}. {officer} asked {at} and waits for the answer.", {
      item: packetWords(item),
      officer: item.officer,
      at: formatInstant(item.at, zone),
    }),
    side: (
      <Chip kind="warning" icon="circle-help">
        {t("Officer’s question")}
      </Chip>
    ),
  };
}

function refusalLine(item: OfficerItem, zone: string): Item {
  return {
    key: `${item.targetId}:${item.at.getTime()}`,
    href: `/packets/${item.packetId}#handover-${item.targetId}` as Route,
    title: packetWords(item),
    why: t("{officer} refused it {at}.", { officer: item.officer, at: formatInstant(item.at, zone) }),
    side: (
      <Chip kind="overdue" icon="ban">
        {t("Refused")}
      </Chip>
    ),
  };
}

const eventWords: Record<FirstContactEvent, { words: string; kind: ChipKind }> = {
  redeemed: { words: t("Link opened"), kind: "done" },
  other_browser: { words: t("Link opened elsewhere too"), kind: "overdue" },
  locked: { words: t("Link locked"), kind: "overdue" },
};

function firstContactLine(item: FirstContactItem, zone: string): Item {
  const { words, kind } = eventWords[item.event];
  return {
    key: item.linkId,
    href: `/packets/${item.packetId}#first-link-${item.linkId}` as Route,
    title: packetWords(item),
    why: t("Link for {officer}. {at}.", { officer: item.officer, at: formatInstant(item.at, zone) }),
    side: <Chip kind={kind}>{words}</Chip>,
  };
}
