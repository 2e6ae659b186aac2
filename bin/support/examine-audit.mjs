import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { tlsOf } from "../../lib/platform/carried-safely.ts";

const hour = 60 * 60 * 1000;
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
    if (!existsSync(file))
      return [["warn", `The log is not anchored yet in ${file}`, "the worker does it within an hour"]];
    const newest = newestOf(file);
    const looked = [];
    for (const { id } of organisations) looked.push(await look(sql, serviceToken, id, newest.get(id)));
    return sayAnchors(looked, file, now);
  } catch (error) {
    return [["warn", `The log cannot be read (${error.code ?? error.message})`, '"npm start" mends it']];
  } finally {
    await sql.end();
  }
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
    return { head: Number(head?.seq ?? 0), anchor, agrees: !anchor || entry?.hash === anchor.hash };
  });

/** What was looked at, in words. */
function sayAnchors(looked, file, now) {
  if (looked.some(({ agrees }) => !agrees)) return [["fail", `The log is not what was anchored in ${file}`, advice]];
  const isLate = ({ head, anchor }) => head > (anchor?.seq ?? 0) && now - new Date(anchor?.madeAt ?? 0) > 3 * hour;
  const late = looked.filter(isLate).length;
  if (late > 0) return [["warn", `The newest anchor of ${late} logs in ${file} is old`, "is the worker running?"]];
  return [["ok", `The log is anchored in ${file}, and agrees with the newest anchors`]];
}
