import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { findCase } from "@/lib/casework/cases/access";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { noteView } from "@/lib/kernel/audit/note-view";
import { findClock } from "@/lib/law/jurisdictions/rules";
import { officeToday } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { listAccessFolders, previewAccess } from "@/lib/operations/exports/queries";
import { listStaff } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { accessClock, askerLabels, kindWords, rightsLaw } from "@/lib/privacy/data-subject-requests/labels";
import { listRequests, readRequest } from "@/lib/privacy/data-subject-requests/queries";

import { mayYieldFolder } from "@/lib/privacy/data-subject-requests/rules";
import type { RequestView } from "@/lib/privacy/data-subject-requests/types";
import { FolderPanel } from "./_components/folder-panel";
import { RecordForm } from "./_components/record-form";
import { RequestChip } from "./_components/request-chip";
import { RequestDetail } from "./_components/request-detail";

export const metadata: Metadata = { title: t("Privacy requests") };

export default async function RequestsPage({ searchParams }: PageProps<"/requests">) {
  const ctx = await requireCtx("rights.write");
  const { of, case: caseId } = await searchParams;
  if (typeof of === "string") return <One ctx={ctx} requestId={of} />;
  const { requests, staff, code, law } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        requests: listRequests(scoped),
        staff: listStaff(scoped),
        code: typeof caseId === "string" ? findCase(scoped, caseId).then(({ code }) => code) : "",
        law: readLaw(scoped),
      }),
    ),
  );
  const today = officeToday(ctx.now);
  return (
    <Page>
      <PageHead guide="answer-a-privacy-request" title={t("Privacy requests")}>
        {t(
          "Someone asks what is kept about them, or asks for it to be corrected, erased, restricted or no longer used. The harasser may ask in the client’s name: first make sure who is asking.",
        )}
      </PageHead>
      <Panel id="register" title={t("Register")} padded={requests.length === 0}>
        {requests.length === 0 ? (
          <EmptyState icon="mail" title={t("No requests yet")}>
            {t("Record a request on the day it comes, even if it came by word of mouth.")}
          </EmptyState>
        ) : (
          <Items items={requests.map((request) => itemOf(request, today))} />
        )}
      </Panel>
      <Panel id="record" title={t("Record a request")}>
        <RecordForm staff={staff} me={ctx.actor.memberId ?? ""} today={today} code={code} />
      </Panel>
      <Panel id="law" title={t("What the law says, as far as we read it")}>
        <LawSources sources={[...rightsLaw, ...(findClock(accessClock, law)?.sources ?? [])]} />
        <p className="muted">
          {t(
            "The law data gives a date for access. For the other kinds, and for the law of other countries, it gives none: you choose the date.",
          )}
        </p>
      </Panel>
    </Page>
  );
}

async function One({ ctx, requestId }: { ctx: Ctx; requestId: string }) {
  const { request, corrections } = await orNotFound(readRequest(ctx, requestId));
  const { caseId, caseCode } = request;
  // The text of a request reveals details of the case it is linked to.
  if (caseId && caseCode) await noteView(ctx, { action: "case.viewed", subjectId: caseId, caseId });
  const staff = await reading(ctx, (scoped) => listStaff(scoped));
  const decides = may(ctx.actor, "rights.decide");
  return (
    <Page>
      <RequestDetail request={request} corrections={corrections} staff={staff} decides={decides} now={ctx.now} />
      {decides && mayYieldFolder(request.kind, request.fromWhom) ? <Folder ctx={ctx} request={request} /> : null}
    </Page>
  );
}

async function Folder({ ctx, request }: { ctx: Ctx; request: RequestView }) {
  const { folders, preview } = await reading(ctx, (scoped) =>
    readAll({
      folders: listAccessFolders(scoped, request.id),
      preview: previewAccess(scoped, request.id),
    }),
  );
  const asks = await readAll({ ask: askedToConfirm(ctx, "export.ask"), take: askedToConfirm(ctx, "export.take") });
  return <FolderPanel request={request} folders={folders} preview={preview} asks={asks} me={ctx.actor.memberId} />;
}

function itemOf(request: RequestView, today: string) {
  const whose = request.caseCode ? `${request.pseudonym}, ${request.caseCode}` : t("No case");
  return {
    key: request.id,
    href: `/requests?of=${request.id}` as Route,
    title: t("Request {number}: {kindWords}", { number: request.number, kindWords: kindWords[request.kind] }),
    why: t("{askerLabels}. {whose}. Received {receivedOn}. Handled by {handler}.", {
      askerLabels: askerLabels[request.fromWhom],
      whose,
      receivedOn: formatDate(request.receivedOn),
      handler: request.handler,
    }),
    side: <RequestChip request={request} today={today} />,
  };
}
