import { readFileSync } from "node:fs";
import postgres from "postgres";
import { tlsOf } from "../../lib/platform/carried-safely.ts";
import { inRoot } from "./paths.mjs";

/** Looks at a running database through its two roles. Each finding is `[state, what, advice?]`. */
export async function examineDatabase(appUrl, ownerUrl) {
  const app = connect(appUrl);
  try {
    const [row] = await app`
      select current_user as name, current_setting('server_version_num')::int as version,
        current_setting('server_version') as said, r.rolsuper as super, r.rolbypassrls as bypass,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        (select datdba = r.oid from pg_database where datname = current_database()) as owns_database
      from pg_roles r where r.rolname = current_user`;
    return [version(row), role(row), ...(await migrations(ownerUrl ?? appUrl)), ...(ownerUrl ? [] : [noOwner])];
  } catch (error) {
    return [["fail", `The database cannot be reached as the app (${error.code ?? error.message})`, advice(error)]];
  } finally {
    await app.end();
  }
}

const connect = (url) => postgres(url, { ...tlsOf(url), max: 1, connect_timeout: 5, onnotice: () => {} });

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

async function migrations(url) {
  const owner = connect(url);
  try {
    const { entries } = JSON.parse(readFileSync(inRoot("drizzle/meta/_journal.json"), "utf8"));
    const [{ done }] = await owner`select count(*)::int as done from drizzle.__drizzle_migrations`;
    if (done === entries.length) return [["ok", `All ${done} migrations are applied`]];
    const state = done < entries.length ? "older" : "newer";
    return [
      [
        "warn",
        `${done} of ${entries.length} migrations are applied: the database is ${state}`,
        '"npm run migrate" applies what is missing, and "npm start" where it knows the owner',
      ],
    ];
  } catch (error) {
    return [["warn", `The migrations cannot be read (${error.code ?? error.message})`, '"npm start" applies them']];
  } finally {
    await owner.end();
  }
}

const advice = (error) =>
  error.code === "28P01" ? "the password is not the role's: start again, which sets it" : "see the log of the database";
