import "server-only";
import postgres from "postgres";
import { readWallState, readWalls } from "@/db/build-walls";
import { connectionSettings } from "@/db/connection-settings";
import { readApplied, readSteps, type Standing, standingOf } from "@/db/standing";
import { t } from "@/lib/platform/language/translate";
import { tlsOf } from "@/lib/platform/network/tls-policy";
import type { Finding, World } from "../types";

type Known = Pick<World, "settings" | "databaseUrl">;

type Row = {
  name: string;
  version: number;
  said: string;
  super: boolean;
  bypass: boolean;
  owned: number;
  owns_database: boolean;
  unlimited: string[];
};

/** Checks a running database as the app's role, and the replica where one is named. */
export async function examineDatabase({ settings, databaseUrl }: Known): Promise<Finding[]> {
  if (!databaseUrl)
    return [["unknown", t("The database does not run now"), t("“npm start” starts it, and makes it the first time.")]];
  const primary = await examinePrimary(databaseUrl);
  return [...primary, ...(await examineReplica(settings.DATABASE_REPLICA_URL))];
}

async function examinePrimary(url: string): Promise<Finding[]> {
  const app = connect(url);
  try {
    const [row] = await app<Row[]>`
      select current_user as name, current_setting('server_version_num')::int as version,
        current_setting('server_version') as said, r.rolsuper as super, r.rolbypassrls as bypass,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        (select datdba = r.oid from pg_database where datname = current_database()) as owns_database,
        array(select name from pg_settings
          where name = any(${Object.keys(connectionSettings)}) and setting = '0' order by name) as unlimited
      from pg_roles r where r.rolname = current_user`;
    if (!row) return [];
    return [version(row), role(row), limits(row), ...(await migrations(app, row.name))];
  } catch (error) {
    const { code = "" } = error as { code?: string };
    return [
      [
        "fix",
        t("The database cannot be reached as the app ({code})", { code }),
        code === "28P01"
          ? t("The password is not the role's: start again, which sets it.")
          : t("See the log of the database."),
      ],
    ];
  } finally {
    await app.end();
  }
}

async function examineReplica(url: string | undefined): Promise<Finding[]> {
  if (!url) return [];
  const sql = connect(url);
  try {
    const [row] = await sql`select pg_is_in_recovery() as follows,
      extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::int as seconds`;
    if (row?.follows)
      return [
        [
          "ok",
          t("The replica answers; the last change it has is {seconds} seconds old", { seconds: row.seconds ?? "?" }),
        ],
      ];
    return [
      [
        "look",
        t("DATABASE_REPLICA_URL names a server that follows no other"),
        t("Name a streaming replica, or nothing."),
      ],
    ];
  } catch (error) {
    const { code = "" } = error as { code?: string };
    return [
      [
        "look",
        t("The replica cannot be reached ({code}): the primary answers instead", { code }),
        t("See the log of the replica."),
      ],
    ];
  } finally {
    await sql.end();
  }
}

const connect = (url: string) =>
  postgres(url, { ...tlsOf(url), max: 1, connect_timeout: 5, connection: connectionSettings, onnotice: () => {} });

const version = ({ version: number, said }: Row): Finding =>
  number >= 150_000
    ? ["ok", t("Postgres {said} answers", { said })]
    : ["fix", t("Postgres {said} is too old", { said }), t("Use version 15 or newer.")];

const role = ({ name, super: isSuper, bypass, owned, owns_database: ownsDatabase }: Row): Finding =>
  !isSuper && !bypass && owned === 0 && !ownsDatabase
    ? ["ok", t("The app's role {name} owns nothing, is no superuser and cannot bypass row-level security", { name })]
    : [
        "fix",
        t("The app's role {name} has more rights than it may", { name }),
        t("Use a role that owns nothing: nosuperuser nobypassrls."),
      ];

/** They come with the connection; a pooler in between may have kept them to itself. */
const limits = ({ unlimited }: Row): Finding =>
  unlimited.length === 0
    ? ["ok", t("A statement, a lock and a transaction that does nothing end after a time")]
    : [
        "look",
        t("Nothing limits {names}: a pooler in between drops what the app sets", { names: unlimited.join(", ") }),
        t("Set them as deploy/pgbouncer.ini does."),
      ];

async function migrations(sql: postgres.Sql, appRole: string): Promise<Finding[]> {
  try {
    const standing = standingOf(await readApplied(sql));
    if (standing.state !== "same") return [describeStanding(standing)];
    return [describeStanding(standing), describeWalls(await readWallState(sql, readWalls(appRole), appRole))];
  } catch (error) {
    const { code = "" } = error as { code?: string };
    return [["unknown", t("The migrations cannot be read ({code})", { code }), t("“npm start” applies them.")]];
  }
}

const bringUp = (): string => t("“npm run migrate” brings it up to date, and “npm start” where it knows the owner.");

function describeStanding({ state, done }: Standing): Finding {
  const of = readSteps().length;
  if (state === "same") return ["ok", t("All {done} migrations are applied", { done })];
  if (state === "newer")
    return [
      "look",
      t("The database has {done} migrations, this release {of}", { done, of }),
      t("Install the later release."),
    ];
  if (state === "stray")
    return [
      "fix",
      t("A migration was applied that this release does not have"),
      t("Install the release that applied it."),
    ];
  if (state === "before") return ["fix", t("The database is from before the baseline"), t("See docs/decisions/0030.")];
  if (state === "ends_before")
    return ["look", t("The database is from before the baseline, and can go on from it"), bringUp()];
  return ["look", t("{done} of {of} migrations are applied: the database is older", { done, of }), bringUp()];
}

const describeWalls = (state: "same" | "other" | "altered"): Finding => {
  if (state === "same") return ["ok", t("Its access rules are those of this release, and stand as they were built")];
  const what =
    state === "other" ? t("Its access rules are of another release") : t("Its access rules were changed by hand");
  return ["fix", what, bringUp()];
};
