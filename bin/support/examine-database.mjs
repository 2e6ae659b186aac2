import postgres from "postgres";
import { readWallState, readWalls } from "../../db/build-walls.ts";
import { connectionLimits } from "../../db/connection-limits.ts";
import { readApplied, readSteps, standingOf } from "../../db/standing.ts";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";

/** Checks a running database through its two roles. Each finding is `[state, what, advice?]`. */
export async function examineDatabase(appUrl, ownerUrl) {
  const app = connect(appUrl);
  try {
    const [row] = await app`
      select current_user as name, current_setting('server_version_num')::int as version,
        current_setting('server_version') as said, r.rolsuper as super, r.rolbypassrls as bypass,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        (select datdba = r.oid from pg_database where datname = current_database()) as owns_database,
        array(select name from pg_settings
          where name = any(${Object.keys(connectionLimits)}) and setting = '0' order by name) as unlimited
      from pg_roles r where r.rolname = current_user`;
    return [
      version(row),
      role(row),
      limits(row),
      ...(await migrations(ownerUrl ?? appUrl, row.name)),
      ...(ownerUrl ? [] : [noOwner]),
    ];
  } catch (error) {
    return [["fail", `The database cannot be reached as the app (${error.code ?? error.message})`, advice(error)]];
  } finally {
    await app.end();
  }
}

/** The replica for reports and exports, where one is named. */
export async function examineReplica(url) {
  if (!url) return [];
  const sql = connect(url);
  try {
    const [row] = await sql`select pg_is_in_recovery() as follows,
      extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::int as seconds`;
    if (row.follows)
      return [["ok", `The replica answers; the last change it has is ${row.seconds ?? "?"} seconds old`]];
    return [
      ["warn", "DATABASE_REPLICA_URL names a server that follows no other", "name a streaming replica, or nothing"],
    ];
  } catch (error) {
    const what = `The replica cannot be reached (${error.code ?? error.message}): the primary answers instead`;
    return [["warn", what, "see the log of the replica"]];
  } finally {
    await sql.end();
  }
}

const connect = (url) =>
  postgres(url, { ...tlsOf(url), max: 1, connect_timeout: 5, connection: connectionLimits, onnotice: () => {} });

/** As it should be for what serves: the owner's address is for `npm run migrate` alone. */
const noOwner = ["ok", "The address of the owner is not set here, as it should be where it serves"];

const version = ({ version, said }) =>
  version >= 150_000
    ? ["ok", `Postgres ${said} answers`]
    : ["fail", `Postgres ${said} is too old`, "use version 15 or newer"];

function role({ name, super: isSuper, bypass, owned, owns_database: ownsDatabase }) {
  if (!isSuper && !bypass && owned === 0 && !ownsDatabase) {
    return ["ok", `The app's role ${name} owns nothing, is no superuser and cannot bypass row-level security`];
  }
  return [
    "fail",
    `The app's role ${name} has more rights than it may`,
    "use a role that owns nothing: nosuperuser nobypassrls",
  ];
}

/** They come with the connection; a pooler in between may have kept them to itself. */
const limits = ({ unlimited }) =>
  unlimited.length === 0
    ? ["ok", "A statement, a lock and a transaction that does nothing end after a time"]
    : [
        "warn",
        `Nothing limits ${unlimited.join(", ")}: a pooler in between drops what the app sets`,
        "set them as deploy/pgbouncer.ini does",
      ];

async function migrations(url, appRole) {
  const sql = connect(url);
  try {
    const standing = standingOf(await readApplied(sql));
    const found = [describeStanding(standing)];
    if (standing.state === "same") found.push(describeWalls(await readWallState(sql, readWalls(appRole), appRole)));
    return found;
  } catch (error) {
    return [["warn", `The migrations cannot be read (${error.code ?? error.message})`, '"npm start" applies them']];
  } finally {
    await sql.end();
  }
}

const bringUp = '"npm run migrate" brings it up to date, and "npm start" where it knows the owner';

export function describeStanding({ state, done }) {
  const of = readSteps().length;
  if (state === "same") return ["ok", `All ${done} migrations are applied`];
  if (state === "newer")
    return ["warn", `The database has ${done} migrations, this release ${of}`, "install the later one"];
  if (state === "stray")
    return ["fail", "A migration was applied that is not in drizzle/ like that", "install what did it"];
  if (state === "before") return ["fail", "The database is from before the baseline", "see docs/decisions/0030"];
  if (state === "ends_before")
    return ["warn", "The database is from before the baseline, and can go on from it", bringUp];
  return ["warn", `${done} of ${of} migrations are applied: the database is older`, bringUp];
}

export const wallWords = { other: "of another release", altered: "not as they were built" };

const describeWalls = (state) =>
  state === "same"
    ? ["ok", "Its walls are those of this release, and stand as they were built"]
    : ["fail", `Its walls are ${wallWords[state]}`, bringUp];

const advice = (error) =>
  error.code === "28P01" ? "the password is not the role's: start again, which sets it" : "see the log of the database";
