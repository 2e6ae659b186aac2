import postgres from "postgres";

let kept: postgres.Sql | undefined;

/** The owner of the test's database: for what the app may not do, such as planting a row that it must refuse. */
export function owner(): postgres.Sql {
  kept ??= postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  return kept;
}

export async function closeOwner(): Promise<void> {
  await kept?.end();
  kept = undefined;
}
