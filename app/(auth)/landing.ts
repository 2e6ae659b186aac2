import { homeOf, readCtx } from "@/lib/auth/session";

/** Where the person who is signed in belongs; the sign-in page when nobody is. */
export async function landing() {
  const role = (await readCtx())?.actor.role;
  return role && role !== "service" ? homeOf(role) : "/sign-in";
}
