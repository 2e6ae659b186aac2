import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** The last entry of an archive: its contents, and the database that it came from. */
export const Manifest = z.strictObject({
  product: z.literal("crossdocket"),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  server: z.string(),
  organisations: count,
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: count, bytes: count, sha256 }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().regex(/^\d+$/) })),
  migrations: z.array(z.strictObject({ hash: sha256, at: z.string() })),
  schemaSha256: sha256,
  jobsSha256: sha256,
  heads: z.array(z.strictObject({ orgId: z.uuid(), seq: z.string(), hash: sha256 })),
  files: z.strictObject({ count, bytes: count, listSha256: sha256, missing: count }),
});
export type Manifest = z.output<typeof Manifest>;

/** The content of a key ring's file. */
export const KeyRingFile = z.strictObject({
  product: z.literal("crossdocket"),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  secrets: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/), z.string().min(1)),
});

/** The log entry of a backup, a drill or a restore: counts, never a name. */
export const NoteBackup = z.strictObject({
  what: z.enum(["made", "drilled", "restored"]),
  rows: count,
  files: count,
  missing: count.default(0),
  /** Of a drill: whether everything held. */
  held: z.boolean().optional(),
});

/** A line of a list of erasures: at least the id of the data key. */
export const ErasedLine = z.looseObject({ keyId: z.uuid() });
