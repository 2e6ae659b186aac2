import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Writes deploy/secrets for compose.yaml, once: another run changes nothing. Another folder may be named.
const folder = process.argv[2] ?? fileURLToPath(new URL("./secrets", import.meta.url));
const newSecret = () => randomBytes(32).toString("base64url");
const owner = newSecret();
const app = newSecret();
const backup = newSecret();
const accessKey = randomBytes(10).toString("hex");
const secretKey = newSecret();
const address = (role, password) => `postgres://crossdocket_${role}:${password}@database:5432/crossdocket`;

// The owner may make a database: the upgrade keeps the one before beside it.
const rolesSql = `create role crossdocket_owner login nosuperuser createdb nocreaterole noreplication nobypassrls password '${owner}';
create role crossdocket_app login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${app}';
create role crossdocket_backup login nosuperuser nocreatedb nocreaterole noreplication bypassrls password '${backup}';
grant pg_read_all_data to crossdocket_backup;
alter role crossdocket_backup set default_transaction_read_only = on;
create database crossdocket owner crossdocket_owner;
revoke all on database crossdocket from public;
grant connect on database crossdocket to crossdocket_app, crossdocket_backup;`;

const identity = {
  name: "crossdocket",
  credentials: [{ accessKey, secretKey }],
  actions: ["Admin:crossdocket", "Read:crossdocket", "Write:crossdocket", "List:crossdocket"],
};

const secrets = {
  "postgres-superuser": newSecret(),
  "roles-sql": rolesSql,
  "database-url": address("app", app),
  "database-owner-url": address("owner", owner),
  "database-backup-url": address("backup", backup),
  kek: newSecret(),
  "auth-secret": newSecret(),
  "service-token": newSecret(),
  "s3-config": JSON.stringify({ identities: [identity] }),
  "s3-access-key-id": accessKey,
  "s3-secret-access-key": secretKey,
};

if (existsSync(folder)) {
  console.log(`${folder} is there already. Nothing was changed: another key would open nothing that is stored.`);
} else {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Readable by the users inside the containers; the folder around them lets nobody else in.
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(join(folder, name), `${value}\n`, { mode: 0o444, flag: "wx" });
  }
  console.log(
    `Wrote ${Object.keys(secrets).length} secrets into ${folder}. Keep a copy of kek away from this machine.`,
  );
}
