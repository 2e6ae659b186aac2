import { t } from "@/lib/platform/language/translate";
import "server-only";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { freshKeyRing } from "@/lib/platform/crypto/key-ring";
import { AppError } from "@/lib/platform/errors";
import { countNeeding } from "./count-needing";
import { everyOrganisation } from "./every-organisation";
import { noteRetired } from "./note-retired";

/**
 * From now on the database refuses what is wrapped under this key, also from a process that still holds it. The caller
 * takes it out of the ring after that, unless it is the root.
 * @throws AppError not_found; conflict when it is the newest key, or a data key still needs it
 */
export async function retireKek(id: string): Promise<void> {
  const ring = freshKeyRing();
  if (!ring.some((kek) => kek.id === id)) throw new AppError("not_found", t("The ring holds no key of that id."));
  if (ring.at(-1)?.id === id)
    throw new AppError("conflict", t("It is the newest key, which wraps everything. Rotate first."));
  const still = await countNeeding(id, true);
  if (still > 0)
    throw new AppError(
      "conflict",
      t("{still} data keys still need it. Rotate once more; nothing was retired.", { still }),
    );
  for (const orgId of await everyOrganisation()) await noteRetired(jobCtx(orgId), { key: id });
}
