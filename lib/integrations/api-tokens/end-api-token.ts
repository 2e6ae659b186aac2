import "server-only";
import { command } from "@/lib/kernel/access/command";
import { endToken } from "./end-token";
import { EndApiToken } from "./input";

/** An administrator ends a token: its next request gets nothing. @throws AppError not_found; conflict */
export const endApiToken = command({
  needs: "people.write",
  input: EndApiToken,
  run: (ctx, { tokenId }) => endToken(ctx, tokenId),
});
