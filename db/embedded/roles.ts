import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import postgres from "postgres";

type Passwords = { owner: string; app: string; backup: string };

/**
 * The owner migrates and owns everything; the app owns nothing and is bound by every policy. The third reads
 * everything and writes nothing: only `npm run backup` enters as it.
 */
const attributes = {
  crossdocket_owner: "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls",
  crossdocket_app: "login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls",
  crossdocket_backup: "login nosuperuser nocreatedb nocreaterole noreplication bypassrls",
} as const;

/** Makes the two roles and the database when missing, and sets the passwords to those of the secret files. */
export async function ensureRoles(superuserUrl: string, database: string, passwords: Passwords): Promise<string> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureRole(sql, "crossdocket_owner", passwords.owner);
    await ensureRole(sql, "crossdocket_app", passwords.app);
    await ensureRole(sql, "crossdocket_backup", passwords.backup);
    await sql`grant pg_read_all_data to crossdocket_backup`;
    await sql`alter role crossdocket_backup set default_transaction_read_only = on`;
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await createDatabase(sql, database);
    await sql.unsafe(`grant connect on database "${database}" to crossdocket_backup`);
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    return row?.version ?? "unknown";
  } finally {
    await sql.end();
  }
}

async function ensureRole(sql: postgres.Sql, role: keyof typeof attributes, password: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const verb = found ? "alter" : "create";
  await sql.unsafe(`${verb} role ${role} with ${attributes[role]} password '${scramVerifier(password)}'`);
}

/** Also for tests: a separate database with the same privileges. Copies `template` if given. */
export async function createDatabase(sql: postgres.Sql, name: string, template?: string): Promise<void> {
  // Copying files is a third of the work of writing them to the log.
  const from = template ? `template "${template}" strategy file_copy` : "";
  await sql.unsafe(`create database "${name}" owner crossdocket_owner ${from}`);
  await sql.unsafe(`revoke all on database "${name}" from public`);
  await sql.unsafe(`grant connect on database "${name}" to crossdocket_app, crossdocket_backup`);
}

/** What Postgres stores instead of a password (RFC 5803), made here so that the password never enters a statement. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const key = (label: string) => createHmac("sha256", salted).update(label).digest();
  const stored = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${key("Server Key").toString("base64")}`;
}
