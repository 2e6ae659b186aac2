import "server-only";
import { amendCustomValues } from "@/lib/casework/custom-values/amend-custom-values";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findClient } from "./access";
import { AmendClientFields } from "./input";

/**
 * Changes values of the organisation's own fields on a client. @throws AppError not_found; conflict if nothing changes;
 * invalid at the field; ClashError
 */
export const amendClientFields = command({
  needs: "case.write",
  input: AmendClientFields,
  async run(ctx, { clientId, ...typed }) {
    const { id, keyId } = await findClient(ctx, clientId);
    const of = { record: "client", recordId: id, clientId: id } as const;
    const audit = await amendCustomValues(ctx, of, await openVault(ctx, keyId), typed);
    return { value: { id }, audit };
  },
});
