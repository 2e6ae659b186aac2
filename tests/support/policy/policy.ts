import type { Permission } from "@/lib/kernel/access/roles";

/**
 * Who may knock at an entry point. `public`: nobody has to be signed in; a token, a code or a key decides. `session`:
 * anybody who is signed in. Otherwise one permission; which record of that kind is for scope and for Postgres to say.
 */
export type Who = "public" | "session" | Permission;

/** What stands under one word may be entered with it; an entry stands under one word. */
export type Table = Partial<Record<Who, readonly string[]>>;

/** Every route handler, by method. HEAD is answered by a plain refusal or as GET is. */
export const routes = {
  public: [
    "GET /api/auth/[...nextauth]",
    "POST /api/auth/[...nextauth]",
    "GET /api/calendar/[token]",
    "PUT /api/capture/[id]",
    "POST /api/capture/announce",
    "POST /api/capture/looks",
    "DELETE /api/capture/pair",
    "POST /api/capture/pair",
    "POST /api/connectors",
    "POST /api/first/[secret]/[part]",
    "GET /api/health",
    "GET /api/ready",
    "DELETE /api/v1/[...path]",
    "GET /api/v1/[...path]",
    "PATCH /api/v1/[...path]",
    "POST /api/v1/[...path]",
    "PUT /api/v1/[...path]",
    "GET /api/v1/openapi.json",
    "GET /.well-known/security.txt",
    "GET /manifest.schema.json",
    "POST /api/passkeys/ask",
    "POST /api/passkeys/sign-in",
    "GET /offline/icon/[size]",
    "GET /offline/manifest.webmanifest",
    "GET /offline/share",
    "POST /offline/share",
    "GET /offline/start",
    "GET /offline/state",
    "GET /offline/worker.js",
    "GET /offline/write",
    "GET /p/[secret]",
    "POST /p/[secret]",
    "GET /p/blank",
    "GET /p/code",
    "POST /p/code",
    "GET /p/note/[address]",
    "POST /p/note/[address]",
    "POST /p/leave",
  ],
  "guide.read": ["GET /guide/pictures/[name]"],
  "own.enquiry": ["GET /p/note", "POST /p/note"],
  "own.page": [
    "GET /p",
    "GET /p/files",
    "POST /p/files",
    "GET /p/files/[id]",
    "PUT /p/files/[id]",
    "POST /p/messages",
    "GET /p/papers/[id]",
    "POST /p/papers/[id]",
  ],
  session: [
    "POST /api/passkeys/add",
    "POST /api/passkeys/confirm",
    "POST /api/session",
    "DELETE /api/session",
    "POST /api/session/cover",
    "POST /api/session/text-key",
  ],
  "audit.read": ["GET /api/audit/[format]"],
  "case.read": [
    "GET /api/cases/list/[format]",
    "GET /api/cases/list/rows",
    "GET /api/cases/[caseId]/draft",
    "GET /api/cases/[caseId]/timeline/[format]",
    "GET /api/documents/[documentId]/[format]",
    "GET /api/forms/filled/[filledId]",
    "GET /api/forms/filled/[filledId]/pages/[page]",
    "GET /api/evidence/[id]",
    "GET /api/evidence/[id]/stamps/[stampId]",
    "POST /api/find",
    "GET /api/packets/[packetId]/file",
    "GET /api/packets/[packetId]/folder",
    "GET /api/packets/[packetId]/parts/[part]",
    "GET /api/packets/[packetId]/progress",
    "POST /api/packets/check/[caseId]",
  ],
  "case.write": [
    "POST /api/cases/[caseId]/draft",
    "DELETE /api/cases/[caseId]/draft",
    "PUT /api/evidence/[id]",
    "POST /api/evidence/announce",
    "GET /api/evidence/[id]/masked",
    "GET /api/evidence/[id]/original",
    "GET /api/evidence/[id]/play",
    "POST /api/evidence/[id]/play",
    "POST /api/evidence/[id]/preview",
    "POST /api/evidence/[id]/stills",
    "GET /api/evidence/[id]/stripped",
    "POST /api/evidence/[id]/words",
    "POST /offline/arrivals",
    "PUT /offline/arrivals/[id]",
    "POST /offline/device",
  ],
  "handover.deliver": ["GET /api/packets/papers/[paperId]/[file]", "GET /api/packets/recalls/[recallId]"],
  "handover.read": [
    "GET /api/handovers/[handoverId]/file",
    "GET /api/handovers/[handoverId]/parts/[part]",
    "GET /api/handovers/papers/[paperId]/[file]",
  ],
  "team.read": ["GET /api/reports/[report]/[format]"],
  "law.write": ["PUT /api/forms", "GET /api/forms/[formId]/pages/[page]"],
  "directory.write": ["GET /api/bodies/template"],
  "case.import": ["PUT /api/imports", "GET /api/imports/[importId]/bad-rows"],
  "case.export": ["POST /api/exports/[exportId]"],
} as const satisfies Table;

/** What a table says of one entry, as often as it says it: exactly once is right. */
export function whoMayEnter(table: Table, entry: string): Who[] {
  return Object.entries(table).flatMap(([who, entries]) =>
    entries.filter((candidate) => candidate === entry).map(() => who as Who),
  );
}

/** Every entry of a table. */
export const entriesOf = (table: Table): string[] => Object.values(table).flat();
