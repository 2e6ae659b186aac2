import type { NextRequest } from "next/server";
import { readCtx } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answering, closed, refuseElsewhere } from "./send-file";

type Paper = { bytes: Uint8Array; name: string };

/** A PDF, or the signature of one, that a command gives and logs; inert in the browser. */
export function sendPaper(request: NextRequest, make: (ctx: Ctx) => Promise<Paper>): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { bytes, name } = await make(ctx);
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": name.endsWith(".p7s") ? "application/pkcs7-signature" : "application/pdf",
        "content-length": String(bytes.byteLength),
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}
