import type { Route } from "next";
import Link from "next/link";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { stalledDays } from "@/lib/oversight/my-work/rules";
import type { MyWork, PacketItem, WaitingItem, WorkItem } from "@/lib/oversight/my-work/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { dueWords, formatCount, formatDateNear, formatInstant, plural } from "@/lib/platform/text/format";
import { type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import { FlagsPanel, OffersPanel, ReviewsPanel } from "./desk-panels";
import { FirstContactPanels } from "./first-contact-panels";
import { OfficerPanels } from "./officer-panels";

const shownAtFirst = 6;

type PanelsProps = { work: MyWork; decides: boolean; today: CivilDate; zone: string };

export function WorkPanels({ work, decides, today, zone }: PanelsProps) {
  const links = work.firstContacts.count + work.releases.count;
  const desk = work.offers.length + work.flags.length + work.reviews.length;
  const asks = work.questions.count + work.refusals.count + links + desk;
  const nothing = asks + work.overdue.count + work.soon.count + work.action.count + work.approvals.count === 0;
  return (
    <div className="cols cols--main">
      <div className="stack stack--l">
        {decides ? <Approvals few={work.approvals} zone={zone} /> : null}
        <FirstContactPanels work={work} zone={zone} />
        <OffersPanel offers={work.offers} zone={zone} />
        <ReviewsPanel reviews={work.reviews} zone={zone} />
        <FlagsPanel flags={work.flags} />
        <OfficerPanels work={work} zone={zone} />
        {work.overdue.count > 0 ? <DuePanel title={t("Overdue")} id="overdue" few={work.overdue} /> : null}
        {work.soon.count > 0 ? <DuePanel title={t("Due in 7 days")} id="soon" few={work.soon} /> : null}
        {nothing ? <NothingToDo /> : <NextSteps few={work.action} />}
      </div>
      <div className="stack stack--l">
        <Waiting few={work.waiting} today={today} />
        <Stalled few={work.stalled} />
        <Back work={work} zone={zone} />
      </div>
    </div>
  );
}

type CasesProps = { few: MyWork["overdue"] };

function DuePanel({ title, id, few }: CasesProps & { title: string; id: "overdue" | "soon" }) {
  const list = `/cases?owner=me&due=${id === "soon" ? "week" : id}` as Route;
  const items = few.items.map((item) => ({
    ...itemOf(item),
    title: item.dueLabel ?? t("A date"),
    why: `${item.pseudonym}. ${item.nextStep ? t("Next: {nextStep}.", { nextStep: item.nextStep }) : t("No step is open.")}${coverWords(item)}`,
    side: item.dueOn ? <DueMark {...item} dueOn={item.dueOn} /> : null,
  }));
  return (
    <Panel id={id} title={title} end={<All few={few} href={list} />} padded={false}>
      <Items items={items} />
    </Panel>
  );
}

function DueMark({ dueOn, today, late }: Pick<WorkItem, "today" | "late"> & { dueOn: CivilDate }) {
  return (
    <Chip
      kind={late ? "overdue" : daysBetween(today, dueOn) <= 2 ? "warning" : "plain"}
      icon={late ? undefined : "timer"}
    >
      {dueWords(dueOn, today, late)}
    </Chip>
  );
}

function itemOf(item: WorkItem): Pick<Item, "key" | "href"> {
  return { key: item.caseId, href: `/cases/${item.caseId}` as Route };
}

const coverWords = ({ coveringFor }: WorkItem) =>
  coveringFor ? t(" You cover for {coveringFor}.", { coveringFor }) : "";

function All({ few, href }: { few: { items: readonly unknown[]; count: number }; href: Route }) {
  if (few.count <= few.items.length) return null;
  return <Link href={href}>{t("All {value}", { value: few.count > 99 ? "99+" : few.count })}</Link>;
}

function NextSteps({ few }: CasesProps) {
  if (few.count === 0) return null;
  const items = few.items.map((item) => ({
    ...itemOf(item),
    title: item.nextStep || t("Open the case"),
    why: t("{pseudonym}, {code}. The next best step on its ladder.{item}", {
      pseudonym: item.pseudonym,
      code: item.code,
      item: coverWords(item),
    }),
    side: <Chip kind="accent">{t("Ready to do")}</Chip>,
  }));
  return (
    <Panel
      id="action"
      title={t("Next on your other cases")}
      end={<All few={few} href={"/cases?owner=me&due=later&due=none" as Route} />}
      padded={false}
    >
      <Items items={items} />
    </Panel>
  );
}

function Stalled({ few }: CasesProps) {
  if (few.count === 0) return null;
  const items = few.items.map((item) => ({
    ...itemOf(item),
    title: item.nextStep || t("Open the case"),
    why: t("{pseudonym}, {code}. Nothing happened for {stalledDays} days.{item}", {
      pseudonym: item.pseudonym,
      code: item.code,
      stalledDays,
      item: coverWords(item),
    }),
    side: <Chip kind="warning">{t("Stalled")}</Chip>,
  }));
  return (
    <Panel
      id="stalled"
      title={t("Stalled")}
      end={<All few={few} href={`/cases?owner=me&quiet=${stalledDays}` as Route} />}
      padded={false}
    >
      <Items items={items} />
    </Panel>
  );
}

function NothingToDo() {
  return (
    <Panel label={t("Nothing to do")} padded={false}>
      <EmptyState icon="check" title={t("You are up to date")} level={2}>
        {t("Upcoming dates and the next step of each of your cases appear here. Open a case to begin.")}
      </EmptyState>
    </Panel>
  );
}

function Waiting({ few, today }: { few: MyWork["waiting"]; today: CivilDate }) {
  return (
    <Panel id="waiting" title={t("Waiting on others")} padded={false}>
      {few.count === 0 ? (
        <EmptyState icon="hourglass" title={t("You are not waiting for anyone")}>
          {t("A step that you have sent shows here until its answer is recorded.")}
        </EmptyState>
      ) : (
        <WaitingItems items={few.items.map((item) => waitingItem(item, today))} />
      )}
      {few.count > few.items.length ? (
        <p className="panel__body muted">
          {t("The {items} longest waits of {count} are listed.", {
            items: few.items.length,
            count: formatCount(few.count),
          })}
        </p>
      ) : null}
      {few.cut ? (
        <p className="panel__body muted">
          {t("You have more open cases than are checked here: only the least active ones are.")}
        </p>
      ) : null}
    </Panel>
  );
}

/** The list is as long as its number says; what is beyond the first few folds away. */
function WaitingItems({ items }: { items: readonly Item[] }) {
  const rest = items.slice(shownAtFirst);
  return (
    <>
      <Items items={items.slice(0, shownAtFirst)} />
      {rest.length > 0 ? (
        <Disclosure label={t("{value} more", { value: rest.length })}>
          <Items items={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

function waitingItem(item: WaitingItem, today: CivilDate): Item {
  const days = item.submittedOn ? daysBetween(item.submittedOn, today) : null;
  return {
    key: [item.caseId, item.stepKey, item.part].join(":"),
    href: `/cases/${item.caseId}/ladder/${item.stepKey}${item.part && `#report-${item.part}`}` as Route,
    title: item.title,
    why: t("{pseudonym}. Waiting on {waitsOn}{value}.", {
      pseudonym: item.pseudonym,
      waitsOn: item.waitsOn,
      value: item.submittedOn
        ? t(" since {submittedOn}", { submittedOn: formatDateNear(item.submittedOn, today) })
        : "",
    }),
    side: days === null ? null : <Chip kind="waiting">{days === 0 ? t("Today") : plural(days, "day")}</Chip>,
  };
}

function packetItem(item: PacketItem, why: string, side: Item["side"]): Item {
  return {
    key: item.id,
    href: `/packets/${item.id}` as Route,
    title: packetTitle(item),
    why,
    side,
  };
}

const packetTitle = (item: PacketItem) =>
  t("{pseudonym}, {value}, version {version}", {
    pseudonym: item.pseudonym,
    value: kindLabels[item.kind] ?? t("packet"),
    version: item.version,
  });

function Approvals({ few, zone }: { few: MyWork["approvals"]; zone: string }) {
  return (
    <Panel id="approvals" title={t("To approve")} end={<All few={few} href="/approvals" />} padded={false}>
      {few.count === 0 ? (
        <EmptyState icon="check" title={t("No approvals for you")}>
          {t("Packets that others send for approval show here.")}
        </EmptyState>
      ) : (
        <Items
          items={few.items.map((item) =>
            packetItem(
              item,
              t("From {by}, {at}. For: {receiver}.", {
                by: item.by,
                at: formatInstant(item.at, zone),
                receiver: item.receiver,
              }),
              <Chip icon="stamp">{t("To approve")}</Chip>,
            ),
          )}
        />
      )}
    </Panel>
  );
}

/** What came back to me: returned by a supervisor, or taken in by an officer. */
function Back({ work, zone }: { work: MyWork; zone: string }) {
  const items = [
    ...work.returned.map((item) =>
      packetItem(
        item,
        t("A supervisor sent it back with a note."),
        <Chip kind="warning" icon="undo-2">
          {t("Returned")}
        </Chip>,
      ),
    ),
    ...work.acknowledged.map((item) =>
      packetItem(
        item,
        t("{liaison} acknowledged it {at}.", { liaison: item.liaison, at: formatInstant(item.at, zone) }),
        <Chip kind="done">{t("Acknowledged")}</Chip>,
      ),
    ),
    ...work.sent.map((item) =>
      packetItem(
        item,
        t("Waits for a supervisor since {at}.", { at: formatInstant(item.at, zone) }),
        <Chip icon="stamp">{t("Sent")}</Chip>,
      ),
    ),
  ];
  return (
    <Panel id="packets" title={t("Packets")} padded={false}>
      {items.length === 0 ? (
        <EmptyState icon="package" title={t("No packets in progress")}>
          {t("Packets you sent for approval, and packets an officer has acknowledged, appear here.")}
        </EmptyState>
      ) : (
        <Items items={items} />
      )}
    </Panel>
  );
}
