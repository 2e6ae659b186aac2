import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findOwnToken } from "./access";
import { endToken } from "./end-token";
import { EndApiToken } from "./input";

/** A member ends a token that acts in their name, or refuses to agree to it. @throws AppError not_found; conflict */
export const endOwnApiToken = command({
  needs: "case.write",
  input: EndApiToken,
  async run(ctx, { tokenId }) {
    await findOwnToken(ctx, tokenId);
    return endToken(ctx, tokenId);
  },
});
