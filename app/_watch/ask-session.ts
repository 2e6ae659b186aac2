export type SessionAnswer = { who: string | null } | "covered" | "away";

/** Checks whether the session is alive, which also keeps it alive, or ends it. "away" if nothing answers. */
export async function askSession(method: "POST" | "DELETE", how: "" | "?out=1" = ""): Promise<SessionAnswer> {
  try {
    const answer = await fetch(`/api/session${how}`, { method, cache: "no-store" });
    if (answer.status === 423) return "covered";
    if (answer.status === 401 || answer.status === 204) return { who: null };
    return answer.ok ? ((await answer.json()) as { who: string }) : "away";
  } catch {
    return "away";
  }
}

/** Covers the session on the server: "done", "ended" if there is none any more, "away" if nothing answers. */
export async function coverSession(): Promise<"done" | "ended" | "away"> {
  try {
    const { status } = await fetch("/api/session/cover", { method: "POST", cache: "no-store" });
    return status === 204 ? "done" : status === 401 ? "ended" : "away";
  } catch {
    return "away";
  }
}
