import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are read at the first request, not when the module is built. */
function handler(request: NextRequest, context: Context) {
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
