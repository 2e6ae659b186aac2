import { answer, answering } from "@/app/api/evidence/answers";
import { requireSender } from "@/app/api/evidence/gate";
import { makeOfflineKey } from "@/lib/auth/offline-keys/make-offline-key";
import { requirePermission } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { requireToken } from "../gate";

/** Prepares a device for whoever is signed in on it: it gets the public half of a key. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const session = await requireToken();
    requirePermission(ctx, "case.write");
    const device = await makeOfflineKey(ctx, session);
    if (!device) throw new AppError("forbidden", t("Your organisation does not work offline."));
    return answer(201, device);
  });
}
