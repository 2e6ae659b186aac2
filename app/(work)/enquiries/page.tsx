import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Item, Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { apartLabels, enquiryStates } from "@/lib/client/enquiries/labels";
import { listEnquiries, takesEnquiries } from "@/lib/client/enquiries/queries";
import type { EnquiryLine } from "@/lib/client/enquiries/types";
import { languageNames } from "@/lib/client/wording/rules";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";

export const metadata: Metadata = { title: t("Enquiries") };

/** The inbox of those who ask for help and have no case. Nothing that they wrote is in the list. */
export default async function EnquiriesPage() {
  const ctx = await requireCtx("case.open");
  const { open, closed, on } = await reading(ctx, (scoped) =>
    readAll({
      open: listEnquiries(scoped, "open"),
      closed: listEnquiries(scoped, "closed"),
      on: takesEnquiries(scoped),
    }),
  );
  const apart = open.filter((line) => line.apart !== null);
  const usual = open.filter((line) => line.apart === null);
  const zone = officeZone();
  return (
    <Page>
      <PageHead guide="answer-an-enquiry" title={t("Enquiries")}>
        {t("From people who have no case here. All caseworkers see them, until they are part of a case.")}
      </PageHead>
      <Panel
        id="open"
        title={t("To look at")}
        end={<Chip>{plural(usual.length, "enquiry", "enquiries")}</Chip>}
        padded={false}
      >
        {usual.length === 0 ? (
          <EmptyState icon="message-square" title={on ? t("Nobody is waiting") : t("Enquiries are turned off")}>
            {on
              ? t("What comes in is shown here, and in My work.")
              : t("An administrator turns them on under Settings, and publishes the address there.")}
          </EmptyState>
        ) : (
          <Items items={usual.map((line) => itemOf(line, zone))} />
        )}
      </Panel>
      {apart.length > 0 ? (
        <Panel id="apart" title={t("Listed apart")} end={<Chip>{plural(apart.length, "enquiry", "enquiries")}</Chip>}>
          <p className="read muted">
            {t("Many came at once, or a field was filled in that people do not see. A person may be among them.")}
          </p>
          <Disclosure icon="inbox" label={t("Show them")}>
            <Items items={apart.map((line) => itemOf(line, zone))} />
          </Disclosure>
        </Panel>
      ) : null}
      {closed.length > 0 ? (
        <Panel id="closed" title={t("Closed, and erased soon")} padded={false}>
          <Items items={closed.map((line) => itemOf(line, zone))} />
        </Panel>
      ) : null}
    </Page>
  );
}

function itemOf(line: EnquiryLine, zone: string): Item {
  return {
    key: line.id,
    href: `/enquiries/${line.id}` as Route,
    title: t("Written {at}", { at: formatInstant(line.writtenAt, zone) }),
    why: (
      <>
        {languageNames[line.language]}. {whyOf(line)}
        {line.apart ? ` ${apartLabels[line.apart]}.` : null}
      </>
    ),
    side: <StateChip line={line} />,
  };
}

function whyOf({ state, readAt, answeredAt, hasNews, dueOn }: EnquiryLine): string {
  if (state !== "open") return enquiryStates[state];
  if (!readAt) return t("Nobody has read it yet. To be answered by {day}.", { day: formatDate(dueOn) });
  if (hasNews) return t("She wrote again.");
  return answeredAt ? t("Answered; not decided yet.") : t("Read. To be answered by {day}.", { day: formatDate(dueOn) });
}

function StateChip({ line }: { line: EnquiryLine }) {
  if (line.state !== "open") return <Chip>{enquiryStates[line.state]}</Chip>;
  if (line.danger === "yes") {
    return (
      <Chip kind="overdue" icon="triangle-alert">
        {t("In danger now")}
      </Chip>
    );
  }
  if (line.overdue) return <Chip kind="overdue">{t("Answer overdue")}</Chip>;
  if (line.hasNews) return <Chip kind="info">{t("New")}</Chip>;
  return <Chip kind="plain">{t("Open")}</Chip>;
}
