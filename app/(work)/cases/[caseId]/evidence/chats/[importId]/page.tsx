import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { NotOpened } from "@/app/(work)/_components/not-opened";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { countMessages } from "@/lib/evidence/chats/count-messages";
import { formatLabels, markers, orderLabels } from "@/lib/evidence/chats/labels";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { mayReadWords, readImport } from "@/lib/evidence/chats/queries";
import { barsOf, unfoldedMinutes } from "@/lib/evidence/chats/rules";
import { showWord } from "@/lib/evidence/chats/show-word";
import type { ImportDetail, MessageFilter } from "@/lib/evidence/chats/types";
import { filesAreOpened } from "@/lib/evidence/exhibits/files-are-opened";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readChoices } from "@/lib/organisation/choices/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { pageSize } from "@/lib/platform/paging";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { natureChoices, zoneWords } from "../../../../choices";
import { unfoldAction } from "../actions";
import { type Asked, importPath, readAsked, writeAsked } from "../address";
import { FilterForm } from "./_components/filter-form";
import { Frequency } from "./_components/frequency";
import { MessageList } from "./_components/message-list";
import { SendersPanel } from "./_components/senders-panel";
import { StatePanel } from "./_components/state-panel";
import { chartByDefault, filledBars } from "./chart-bars";

export const metadata: Metadata = { title: t("Chat") };

export default async function ChatPage({
  params,
  searchParams,
}: PageProps<"/cases/[caseId]/evidence/chats/[importId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, importId } = await params;
  const asked = readAsked(await searchParams);
  const page = await orNotFound(readPage(ctx, caseId, importId, asked));
  const { detail } = page;
  const { view } = detail;
  return (
    <>
      <PageHead
        title={`${view.exhibit} ${view.format ? formatLabels[view.format] : t("Export")}`}
        level={2}
        actions={
          <LinkButton icon="arrow-left" href={`/cases/${caseId}/evidence/chats`}>
            {t("All chats")}
          </LinkButton>
        }
      >
        {view.state === "ready"
          ? countsOf(detail)
          : t("An export of a conversation. The file itself stays the exhibit")}
      </PageHead>
      {view.state === "reading" && !(await filesAreOpened()) ? <NotOpened /> : <StatePanel view={view} now={ctx.now} />}
      {view.messages > 0 ? <Conversation asked={asked} page={page} /> : <Reading detail={detail} />}
    </>
  );
}

type Page = Awaited<ReturnType<typeof readPage>>;

function readPage(ctx: Ctx, caseId: string, importId: string, asked: Asked) {
  return reading(ctx, async (scoped) => {
    const found = await findCase(scoped, caseId);
    const detail = await readImport(scoped, importId);
    if (detail.view.caseId !== found.id) throw new AppError("not_found", t("No such reading of an export."));
    const word = asked.find ? await showWord(scoped, importId, asked.find) : null;
    const filter: MessageFilter = { ...asked.filter, word: word ?? undefined };
    const by = asked.by ?? chartByDefault(detail.first, detail.last);
    const { homeZone } = detail;
    const unfolded = await mayReadWords(scoped, detail.view.exhibitId);
    const list = { filter, page: asked.page, homeZone, withWords: unfolded };
    const messages = await listMessages(scoped, importId, list);
    return {
      detail,
      filter,
      by,
      unfolded,
      closed: found.closedAt !== null,
      zoneWords: zoneWords(homeZone, ctx.now),
      messages,
      bars: filledBars(
        messages.times
          ? barsOf(messages.times, homeZone, by)
          : await countMessages(scoped, importId, { filter, homeZone, by }),
        by,
      ),
      choices: await readChoices(scoped, ["act", "event"]),
      accounts: (await listAccountChoices(scoped, caseId)).map(({ id, label }) => ({ value: id, label })),
    };
  });
}

function countsOf({ view, first, last, homeZone }: ImportDetail): string {
  const known =
    view.duplicates > 0
      ? t(", {duplicates} known from another export", { duplicates: plural(view.duplicates, "message") })
      : "";
  const span =
    first && last
      ? t(", {first} to {last}", { first: formatInstant(first, homeZone), last: formatInstant(last, homeZone) })
      : "";
  return `${plural(view.messages, "message")}${known}${span}`;
}

const markerWords = Object.fromEntries(markers.map(({ key, label }) => [key, label]));

function Conversation({ asked, page }: { asked: Asked; page: Page }) {
  const { detail, filter, messages, unfolded } = page;
  const { view, senders, homeZone, thereZone } = detail;
  const path = importPath(view.caseId, view.id);
  const to = (change: Partial<Asked>) => writeAsked(path, { ...asked, ...change });
  const filtered = asked.find !== null || Object.values(asked.filter).some(Boolean);
  const tabs = { day: to({ by: "day" }), week: to({ by: "week" }), hour: to({ by: "hour" }) };
  return (
    <>
      <Frequency bars={page.bars} by={page.by} tabs={tabs} zone={page.zoneWords} filtered={filtered} />
      <div className="cols cols--main">
        <Panel title={t("Messages")} id="messages" padded={false} end={<Unfold page={page} />}>
          <div className="panel__body">
            <Disclosure icon="list-filter" label={t("Filter the messages")} open={filtered}>
              <FilterForm
                caseId={view.caseId}
                importId={view.id}
                filter={filter}
                senders={senders.map(({ id, name }) => ({ value: id, label: name }))}
                markers={[
                  { value: "any", label: t("Any marker") },
                  ...markers.map(({ key, label }) => ({ value: key, label })),
                ]}
                clear={path}
              />
            </Disclosure>
          </div>
          <MessageList
            caseId={view.caseId}
            importId={view.id}
            found={messages}
            home={homeZone}
            there={thereZone}
            natures={natureChoices(page.choices)}
            markerWords={markerWords}
            folded={!unfolded}
            mayPick={view.state === "ready" && !page.closed}
            previous={messages.page > 1 ? to({ page: messages.page - 1 }) : undefined}
            next={messages.page * pageSize < messages.total ? to({ page: messages.page + 1 }) : undefined}
          />
        </Panel>
        <div className="stack stack--l">
          <SendersPanel caseId={view.caseId} senders={senders} accounts={page.accounts} canLink={!page.closed} />
          <Reading detail={detail} />
        </div>
      </div>
    </>
  );
}

function Unfold({ page: { detail, unfolded } }: { page: Page }) {
  if (unfolded)
    return <span className="muted">{t("Words shown for {unfoldedMinutes} minutes; logged", { unfoldedMinutes })}</span>;
  return (
    <ActionForm whileRestricted action={unfoldAction} label={t("Show the words")} guard={false} announceSaved={false}>
      <input type="hidden" name="exhibitId" value={detail.view.exhibitId} />
      <SubmitButton variant="secondary" small icon="eye" pendingText={t("Showing the words")}>
        {t("Show the words")}
      </SubmitButton>
    </ActionForm>
  );
}

function Reading({ detail: { view, homeZone } }: { detail: ImportDetail }) {
  return (
    <Panel title={t("How it was read")} id="how">
      <Facts
        items={[
          { name: t("Exhibit"), value: view.exhibit },
          { name: t("Zone of the phone"), value: zoneWords(view.zone, view.startedAt) },
          { name: t("Dates"), value: view.dateOrder ? `${orderLabels[view.dateOrder]}, as said` : "As the file shows" },
          { name: t("Messages"), value: view.messages },
          { name: t("Known before"), value: view.duplicates },
          { name: t("Lines not read"), value: view.unreadable },
          { name: t("Asked for by"), value: `${view.startedBy}, ${formatInstant(view.startedAt, homeZone)}` },
        ]}
      />
    </Panel>
  );
}
