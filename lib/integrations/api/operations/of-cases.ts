import "server-only";
import { z } from "zod";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { ChangeRisk, OpenCase } from "@/lib/casework/cases/input";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { addNote } from "@/lib/casework/notes/add-note";
import { AddNote } from "@/lib/casework/notes/input";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { RecordReference } from "@/lib/casework/references/input";
import { listReferences } from "@/lib/casework/references/queries";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { listReleases } from "@/lib/handover/releases/queries";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { listRows } from "@/lib/oversight/case-list/queries";
import { readMark } from "@/lib/oversight/case-list/rules";
import { OfCase, OfCaseInPages, paging } from "../rules";
import type { ApiOperation } from "../types";
import {
  CaseAnswer,
  CaseList,
  DeadlineList,
  Made,
  OpenedCase,
  ReferenceList,
  ReferralList,
  ReleaseList,
} from "./answers";
import { readingOperation, writingOperation } from "./define";
import { inPages } from "./in-pages";
import { noteCase } from "./note-case";
import { ApiRefusal } from "./problems";

const ListCases = z.object({ ...paging, status: z.enum(["open", "closed"]).default("open") });

/** Newest first: a case that is opened meanwhile is not read twice. */
const newestFirst = { key: "opened", dir: "desc" } as const;

export const caseOperations: readonly ApiOperation[] = [
  readingOperation({
    path: "/cases",
    id: "listCases",
    summary: "The cases that the member may see, newest first",
    scope: "cases:read",
    input: ListCases,
    answer: CaseList,
    async read(ctx, { limit, cursor, status }) {
      if (cursor !== undefined && !readMark(cursor, newestFirst.key, newestFirst.dir)) throw new ApiRefusal("cursor");
      const after = cursor === undefined ? undefined : { mark: cursor, side: "after" as const };
      const page = await listRows(ctx, {
        filters: { status: [status] },
        sort: newestFirst,
        cursor: after,
        size: limit,
      });
      return { rows: page.rows, next: page.after ?? null };
    },
  }),
  readingOperation({
    path: "/cases/{caseId}",
    id: "readCase",
    summary: "One case",
    scope: "cases:read",
    input: OfCase,
    answer: CaseAnswer,
    async read(ctx, { caseId }) {
      const found = await readCaseHeader(ctx, caseId);
      await noteCase(ctx, caseId);
      const versions = await readRecordVersions(ctx, [caseId]);
      return { ...found, version: versions[caseId] ?? 0 };
    },
  }),
  writingOperation({
    path: "/cases",
    id: "openCase",
    summary: "Opens a case with its client, accounts and incidents: all of it or nothing",
    scope: "cases:write",
    input: OpenCase,
    answer: OpenedCase,
    pace: "record",
    command: openCase,
    answerOf: (made) => made,
  }),
  writingOperation({
    path: "/cases/{caseId}/risk",
    id: "changeRisk",
    summary: "Changes risk or danger, with a reason",
    scope: "cases:write",
    input: ChangeRisk,
    answer: Made,
    status: 200,
    command: changeRisk,
    answerOf: (made) => made,
  }),
  readingOperation({
    path: "/cases/{caseId}/references",
    id: "listReferences",
    summary: "The official numbers of a case, oldest first",
    scope: "references:read",
    input: OfCaseInPages,
    answer: ReferenceList,
    read: (ctx, asked) => inPages(ctx, asked, listReferences(ctx, asked.caseId), ({ id }) => id),
  }),
  writingOperation({
    path: "/cases/{caseId}/references",
    id: "recordReference",
    summary: "Records an official number, or that it is not yet issued",
    scope: "references:write",
    input: RecordReference,
    answer: Made,
    command: recordReference,
    answerOf: ({ id }) => ({ id }),
  }),
  writingOperation({
    path: "/cases/{caseId}/notes",
    id: "addNote",
    summary: "Writes a note, or a contact with somebody",
    scope: "notes:write",
    input: AddNote,
    answer: Made,
    pace: "record",
    command: addNote,
    answerOf: ({ id }) => ({ id }),
  }),
  readingOperation({
    path: "/cases/{caseId}/deadlines",
    id: "listDeadlines",
    summary: "The deadlines of a case",
    scope: "deadlines:read",
    input: OfCaseInPages,
    answer: DeadlineList,
    read: (ctx, asked) =>
      inPages(
        ctx,
        asked,
        readDeadlinesPage(ctx, asked.caseId).then(({ clocks }) => clocks),
        ({ key }) => key,
      ),
  }),
  readingOperation({
    path: "/cases/{caseId}/referrals",
    id: "listReferrals",
    summary: "To which services the client was referred",
    scope: "referrals:read",
    input: OfCaseInPages,
    answer: ReferralList,
    async read(ctx, asked) {
      const rows = listReferrals(ctx, asked.caseId).then((all) =>
        all.map(({ service, ...row }) => ({ ...row, serviceId: service.id, serviceName: service.name })),
      );
      return inPages(ctx, asked, rows, ({ id }) => id);
    },
  }),
  readingOperation({
    path: "/cases/{caseId}/releases",
    id: "listReleases",
    summary: "The releases of information of a case",
    scope: "releases:read",
    input: OfCaseInPages,
    answer: ReleaseList,
    read: (ctx, asked) => inPages(ctx, asked, listReleases(ctx, asked.caseId), ({ id }) => id),
  }),
];
