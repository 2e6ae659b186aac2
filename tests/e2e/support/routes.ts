import { readFileSync } from "node:fs";

/** What the addresses of one demonstration case are made of. */
export const idNames = [
  ...([
    "caseId",
    "importId",
    "clientId",
    "exhibitId",
    "textId",
    "filmId",
    "stampId",
    "packetId",
    "handoverId",
  ] as const),
  ...([
    "uploadId",
    "documentId",
    "referenceId",
    "listId",
    "exportId",
    "batchId",
    "offerId",
    "memberId",
    "recallId",
    "paperId",
    "noteId",
    "takedownId",
    "enquiryId",
    "mailId",
    "bodyRef",
    "bodyListId",
  ] as const),
];
export type Ids = Record<(typeof idNames)[number], string>;

export type Call = { method: "GET" | "POST" | "PUT"; path: string };

type Entry = (ids: Ids) => Call;

const page =
  (path: (ids: Ids) => string): Entry =>
  (ids) => ({ method: "GET", path: path(ids) });

const ofCase = (rest: string): Entry => page(({ caseId }) => `/cases/${caseId}${rest}`);

/** Every route with a parameter, filled in with real ids. A route that is missing here fails the test of the table. */
const table: Record<string, Entry> = {
  "/cases/[caseId]": ofCase(""),
  "/cases/[caseId]/charges": ofCase("/charges"),
  "/cases/[caseId]/close": ofCase("/close"),
  "/cases/[caseId]/charges/acts/[code]": ofCase("/charges/acts/I-1"),
  "/cases/[caseId]/consent": ofCase("/consent"),
  "/cases/[caseId]/danger": ofCase("/danger"),
  "/cases/[caseId]/safety": ofCase("/safety"),
  "/cases/[caseId]/safety/print": ofCase("/safety/print"),
  "/cases/[caseId]/safety/risk": ofCase("/safety/risk"),
  "/cases/[caseId]/safety/technology": ofCase("/safety/technology"),
  "/cases/[caseId]/deadlines": ofCase("/deadlines"),
  "/cases/[caseId]/documents": ofCase("/documents"),
  "/cases/[caseId]/documents/new": ofCase("/documents/new"),
  "/cases/[caseId]/documents/[documentId]": page((ids) => `/cases/${ids.caseId}/documents/${ids.documentId}`),
  "/cases/[caseId]/evidence": ofCase("/evidence"),
  "/cases/[caseId]/evidence/capture": ofCase("/evidence/capture"),
  "/cases/[caseId]/evidence/certificates": ofCase("/evidence/certificates"),
  "/cases/[caseId]/evidence/edit": ofCase("/evidence/edit?n=1"),
  "/cases/[caseId]/evidence/[exhibitId]/cover": page((ids) => `/cases/${ids.caseId}/evidence/${ids.exhibitId}/cover`),
  "/cases/[caseId]/evidence/[exhibitId]/mask": page((ids) => `/cases/${ids.caseId}/evidence/${ids.exhibitId}/mask`),
  "/cases/[caseId]/evidence/[exhibitId]/transcript": page(
    (ids) => `/cases/${ids.caseId}/evidence/${ids.filmId}/transcript`,
  ),
  "/cases/[caseId]/evidence/[exhibitId]/translations": page(
    (ids) => `/cases/${ids.caseId}/evidence/${ids.exhibitId}/translations`,
  ),
  "/cases/[caseId]/evidence/chats": ofCase("/evidence/chats"),
  "/cases/[caseId]/evidence/chats/[importId]": page((ids) => `/cases/${ids.caseId}/evidence/chats/${ids.importId}`),
  "/cases/[caseId]/evidence/[exhibitId]": page((ids) => `/cases/${ids.caseId}/evidence/${ids.exhibitId}`),
  "/cases/[caseId]/client-page": ofCase("/client-page"),
  "/cases/[caseId]/client-page/offer": ofCase("/client-page/offer"),
  "/cases/[caseId]/evidence/pictures": ofCase("/evidence/pictures"),
  "/cases/[caseId]/evidence/stop": ofCase("/evidence/stop"),
  "/cases/[caseId]/export": ofCase("/export"),
  "/cases/[caseId]/flags": ofCase("/flags"),
  "/cases/[caseId]/incidents": ofCase("/incidents"),
  "/cases/[caseId]/referrals": ofCase("/referrals"),
  "/cases/[caseId]/keeping": ofCase("/keeping"),
  "/cases/[caseId]/ladder/[stepKey]": ofCase("/ladder/sworn-statement"),
  "/cases/[caseId]/notes/new": ofCase("/notes/new"),
  "/cases/[caseId]/notes/[noteId]": page((ids) => `/cases/${ids.caseId}/notes/${ids.noteId}`),
  "/cases/[caseId]/timeline": ofCase("/timeline"),
  "/cases/[caseId]/letters": ofCase("/letters"),
  "/cases/[caseId]/packets": ofCase("/packets"),
  "/cases/[caseId]/packets/new": ofCase("/packets/new"),
  "/cases/[caseId]/packets/new/[kind]": ofCase("/packets/new/mla_dossier"),
  "/cases/[caseId]/playbook": ofCase("/playbook"),
  "/cases/[caseId]/references": ofCase("/references"),
  "/cases/[caseId]/references/[referenceId]": page((ids) => `/cases/${ids.caseId}/references/${ids.referenceId}`),
  "/cases/[caseId]/references/paste": ofCase("/references/paste"),
  "/cases/[caseId]/refusals": ofCase("/refusals"),
  "/cases/[caseId]/releases": ofCase("/releases"),
  "/cases/[caseId]/reviews": ofCase("/reviews"),
  "/cases/[caseId]/settings": ofCase("/settings"),
  "/cases/[caseId]/subjects": ofCase("/subjects"),
  "/cases/[caseId]/takedowns": ofCase("/takedowns"),
  "/cases/[caseId]/takedowns/[takedownId]": page((ids) => `/cases/${ids.caseId}/takedowns/${ids.takedownId}`),
  "/cases/import/[importId]": page((ids) => `/cases/import/${ids.listId}`),
  "/cases/import/[importId]/rows/[row]": page((ids) => `/cases/import/${ids.listId}/rows/2`),
  "/bodies/[bodyRef]": page((ids) => `/bodies/${ids.bodyRef}`),
  "/bodies/import/[importId]": page((ids) => `/bodies/import/${ids.bodyListId}`),
  "/bodies/import/[importId]/rows/[row]": page((ids) => `/bodies/import/${ids.bodyListId}/rows/2`),
  "/cases/[caseId]/transfer": ofCase("/transfer"),
  "/cases/assign/[batchId]": page((ids) => `/cases/assign/${ids.batchId}`),
  "/offers/[offerId]": page((ids) => `/offers/${ids.offerId}`),
  "/team/[memberId]": page((ids) => `/team/${ids.memberId}`),
  "/clients/[clientId]": page((ids) => `/clients/${ids.clientId}`),
  "/clients/[clientId]/erasing": page((ids) => `/clients/${ids.clientId}/erasing`),
  "/packets/[packetId]": page((ids) => `/packets/${ids.packetId}`),
  "/enquiries/[enquiryId]": page((ids) => `/enquiries/${ids.enquiryId}`),
  "/mail/[mailId]": page((ids) => `/mail/${ids.mailId}`),
  "/portal/[handoverId]": page((ids) => `/portal/${ids.handoverId}`),
  "/api/cases/[caseId]/draft": page((ids) => `/api/cases/${ids.caseId}/draft`),
  "/api/cases/[caseId]/timeline/[format]": page((ids) => `/api/cases/${ids.caseId}/timeline/csv`),
  "/api/documents/[documentId]/[format]": page((ids) => `/api/documents/${ids.documentId}/pdf`),
  "/api/evidence/[id]": (ids) => ({ method: "PUT", path: `/api/evidence/${ids.uploadId}` }),
  "/api/evidence/[id]/masked": page((ids) => `/api/evidence/${ids.exhibitId}/masked?page=1&version=1`),
  "/api/evidence/[id]/original": page((ids) => `/api/evidence/${ids.exhibitId}/original`),
  "/api/evidence/[id]/play": (ids) => ({ method: "POST", path: `/api/evidence/${ids.filmId}/play` }),
  "/api/evidence/[id]/preview": (ids) => ({ method: "POST", path: `/api/evidence/${ids.exhibitId}/preview` }),
  "/api/evidence/[id]/stamps/[stampId]": page((ids) => `/api/evidence/${ids.textId}/stamps/${ids.stampId}`),
  "/api/evidence/[id]/stripped": page((ids) => `/api/evidence/${ids.exhibitId}/stripped`),
  "/api/evidence/[id]/stills": (ids) => ({ method: "POST", path: `/api/evidence/${ids.filmId}/stills?at=0` }),
  "/api/evidence/[id]/words": (ids) => ({ method: "POST", path: `/api/evidence/${ids.textId}/words` }),
  "/api/exports/[exportId]": (ids) => ({ method: "POST", path: `/api/exports/${ids.exportId}` }),
  "/api/imports/[importId]/bad-rows": page((ids) => `/api/imports/${ids.listId}/bad-rows`),
  "/api/handovers/[handoverId]/file": page((ids) => `/api/handovers/${ids.handoverId}/file`),
  "/api/handovers/[handoverId]/parts/[part]": page((ids) => `/api/handovers/${ids.handoverId}/parts/served`),
  "/api/handovers/papers/[paperId]/[file]": page((ids) => `/api/handovers/papers/${ids.paperId}/pdf`),
  "/api/packets/check/[caseId]": (ids) => ({ method: "POST", path: `/api/packets/check/${ids.caseId}` }),
  "/api/packets/[packetId]/file": page((ids) => `/api/packets/${ids.packetId}/file`),
  "/api/packets/[packetId]/folder": page((ids) => `/api/packets/${ids.packetId}/folder`),
  "/api/packets/[packetId]/parts/[part]": page((ids) => `/api/packets/${ids.packetId}/parts/served`),
  "/api/packets/recalls/[recallId]": page((ids) => `/api/packets/recalls/${ids.recallId}`),
  "/api/packets/papers/[paperId]/[file]": page((ids) => `/api/packets/papers/${ids.paperId}/pdf`),
  "/api/packets/[packetId]/progress": page((ids) => `/api/packets/${ids.packetId}/progress`),
};

/** Their parameter names no record: a ceremony of signing in, a part of the law, a report, the key of a calendar. */
const withoutRecords = [
  "/api/auth/[...nextauth]",
  "/law/[part]",
  "/law/[part]/[key]",
  "/admin/law/[part]/[key]",
  "/admin/lists/[list]",
  "/admin/texts/[language]/[key]",
  "/admin/webhooks/[webhookId]",
  "/api/reports/[report]/[format]",
  "/api/cases/list/[format]",
  "/api/audit/[format]",
  "/api/calendar/[token]",
  // No form of a body comes with the product, so the demonstration has none: tests/db/documents/forms asks who may.
  "/cases/[caseId]/documents/forms/new",
  "/cases/[caseId]/documents/forms/[filledId]",
  "/api/forms/filled/[filledId]",
  "/api/forms/filled/[filledId]/pages/[page]",
  "/admin/forms/[formId]",
  "/api/forms/[formId]/pages/[page]",
  "/first/[secret]",
  "/api/first/[secret]/[part]",
  // Of an extension's token alone (tests/db/transport/extension-door).
  "/api/capture/[id]",
  // Of a program's token alone (tests/db/integrations/api/refusals).
  "/api/v1/[...path]",
  // A page and a picture of the guide.
  "/guide/[page]",
  "/guide/pictures/[name]",
  // The same for everybody, and what its author alone sees (tests/db/operations/arrivals).
  "/offline/icon/[size]",
  "/offline/arrivals/[id]",
  // Of a client's own page: another's id is not there (tests/db/client).
  "/p/[secret]",
  "/p/files/[id]",
  "/p/papers/[id]",
  "/p/note/[address]",
];

/** Pages that take an id of a record in the query. */
const byQuery: Entry[] = [page((ids) => `/cases/new/details?client=${ids.clientId}`)];

/** A file of the build that is being tested. */
export const builtFile = (name: string): string => `${process.env.CROSSDOCKET_DIST ?? ".next"}/${name}`;

/** The addresses of the built product, as Next lists them. */
export const built = Object.values(
  JSON.parse(readFileSync(builtFile("app-path-routes-manifest.json"), "utf8")) as Record<string, string>,
);

const dynamic = [...new Set(built)].filter((route) => route.includes("["));

/** Routes with a parameter that nobody has put into the table, and rows of the table that no route has any more. */
export function unmatchedRoutes(): string[] {
  const known = [...Object.keys(table), ...withoutRecords];
  return [
    ...dynamic.filter((route) => !known.includes(route)).map((route) => `${route} is not in the table`),
    ...known.filter((route) => !dynamic.includes(route)).map((route) => `${route} is no route`),
  ];
}

/** The same with the route that each address is of. */
export function namedCallsFor(ids: Ids): (Call & { route: string })[] {
  return Object.entries(table).map(([route, entry]) => ({ ...entry(ids), route }));
}

export function callsFor(ids: Ids): Call[] {
  return [...Object.values(table), ...byQuery].map((entry) => entry(ids));
}

/** Every address without a parameter, and one example of each whose parameter names no record. */
export function allPaths(): string[] {
  const examples = ["/law/playbooks", "/api/reports/none/csv", "/api/cases/list/csv", "/api/audit/csv"]
    .concat([
      "/api/calendar/none",
      "/first/none",
      "/p/none",
      "/p/note/none",
      "/offline/icon/192",
      "/guide/open-a-case",
      "/guide/pictures/case.png",
      "/api/first/none/folder",
      "/api/auth/session",
      "/api/auth/csrf",
    ])
    .concat([
      "/api/auth/providers",
      "/api/auth/signin",
      "/law/none/none",
      "/admin/law/none/none",
      "/admin/lists/act",
      "/admin/texts/zu/none",
      "/admin/webhooks/none",
    ]);
  return [...new Set(built)].filter((route) => !route.includes("[") && !route.includes("/_")).concat(examples);
}

/** Pages without a parameter that only a person who is signed in may see. */
export function closedPages(): string[] {
  const open = [
    "/away",
    "/sign-in",
    "/sign-in/organisation",
    "/setup",
    "/invitation",
    "/verify",
    "/.well-known/security.txt",
    "/manifest.schema.json",
    "/icon.svg",
  ];
  // A client's page has no account to lead to: it answers 401 itself.
  const isClients = (route: string) => route === "/p" || route.startsWith("/p/");
  // What a device keeps is the same for everybody, and the rest answers programs.
  const isForAll = (route: string) => route.startsWith("/offline/");
  const isClosed = (route: string) =>
    !route.startsWith("/api/") && !open.includes(route) && !isClients(route) && !isForAll(route);
  return built.filter((route) => !/[[_]/.test(route) && isClosed(route));
}
