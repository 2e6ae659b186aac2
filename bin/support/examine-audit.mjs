import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";

/** The worker anchors after at most 45 minutes, and checks every five. */
const lateAfter = 65 * 60 * 1000;
const advice = 'run "npm run audit:verify": it walks the whole log';
const tailBytes = 256 * 1024;

/**
 * Whether the log is anchored outside the database, and whether the newest anchors agree with it. Walks nothing.
 * Each finding is `[state, what, advice?]`.
 * @param {string} appUrl
 * @param {Buffer} serviceToken
 * @param {string} dataDir
 */
export async function examineAudit(appUrl, serviceToken, dataDir, now = new Date()) {
  const file = join(process.env.AUDIT_ANCHORS_DIR || join(dataDir, "anchors"), "anchors.jsonl");
  const sql = postgres(appUrl, { ...tlsOf(appUrl), max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const organisations = await sql`select o as id from ctx.organisations(${serviceToken}) o`;
    if (organisations.length === 0) return [];
    const newest = existsSync(file) ? newestOf(file) : new Map();
    const looked = [];
    for (const { id } of organisations) looked.push(await look(sql, serviceToken, id, newest.get(id)));
    return describeAnchors(looked, file, now);
  } catch (error) {
    return [["warn", `The log cannot be read (${error.code ?? error.message})`, '"npm start" fixes it']];
  } finally {
    await sql.end();
  }
}

/**
 * Whether a copy of the log's end automatically leaves this machine. Anything stored here can be removed by whoever
 * controls the machine, who can then rewrite the log.
 * @param {Record<string, string | undefined>} settings
 */
export function examineCopies(settings, dataDir) {
  const mail = settings.SMTP_URL || settings.SMTP_URL_FILE || existsSync(join(dataDir, "secrets", "smtp-url"));
  const ways = [
    mail && "by mail to administrators, once a day",
    settings.S3_BUCKET && `into the bucket ${settings.S3_BUCKET}`,
    settings.TSA_URLS && "as a hash to the time authorities",
  ].filter(Boolean);
  if (ways.length > 0) return [["ok", `Where the log ends is told outside: ${ways.join(", ")}`]];
  return [
    [
      "warn",
      "No copy of where the log ends leaves this machine: whoever controls it could write log and anchors anew",
      "set SMTP_URL, S3_BUCKET or TSA_URLS, or carry the file of anchors away now and then",
    ],
  ];
}

/** The newest anchor of each organisation near the end of the file; older ones are the business of audit:verify. */
function newestOf(file) {
  const handle = openSync(file, "r");
  const { size } = fstatSync(handle);
  const bytes = Buffer.alloc(Math.min(size, tailBytes));
  readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  closeSync(handle);
  const newest = new Map();
  for (const line of bytes.toString("utf8").split("\n")) {
    try {
      const anchor = JSON.parse(line);
      if (anchor.seq >= (newest.get(anchor.organisation)?.seq ?? 0)) newest.set(anchor.organisation, anchor);
    } catch {
      // The first line may be cut by where the reading began.
    }
  }
  return newest;
}

const look = (sql, token, orgId, anchor) =>
  sql.begin("read only", async (tx) => {
    await tx`select ctx.enter_service(${token}, ${orgId}::uuid)`;
    const [head] = await tx`select seq from audit.head()`;
    const [entry] = anchor
      ? await tx`select encode(hash, 'hex') as hash from audit.entries where org_id = ${orgId} and seq = ${anchor.seq}`
      : [];
    const [row] =
      await tx`select max(seq) as seq from app.audit_anchors where org_id = ${orgId} and filed_at is not null`;
    // A number beyond the end has no entry; the walk of audit:verify says more.
    const after = Number(anchor?.seq ?? 0) + 1;
    const [waits] = await tx`select at from audit.entries where org_id = ${orgId} and seq = ${after}`;
    const agrees = !anchor || entry?.hash === anchor.hash;
    const missing = Number(row?.seq ?? 0) > Number(anchor?.seq ?? 0);
    return { head: Number(head?.seq ?? 0), anchor, agrees, missing, since: waits?.at };
  });

/** What was checked, in words. */
function describeAnchors(looked, file, now) {
  if (looked.some(({ agrees }) => !agrees)) return [["fail", `The log is not what was anchored in ${file}`, advice]];
  const missing = looked.filter((anchor) => anchor.missing).length;
  if (missing > 0) return [["fail", `Anchors of ${missing} logs are missing in ${file}`, advice]];
  const late = looked.filter(({ since }) => since && now - since > lateAfter).length;
  if (late > 0)
    return [
      [
        "fail",
        `${late} logs have entries that were not anchored in ${file} for over an hour`,
        "is the worker running?",
      ],
    ];
  if (looked.some(({ head, anchor }) => head > 0 && !anchor))
    return [["warn", `The log is not anchored yet in ${file}`, "the worker does it within some minutes"]];
  return [["ok", `The log is anchored in ${file}, and agrees with the newest anchors`]];
}
