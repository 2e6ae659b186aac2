const minute = 60_000;

/**
 * True for a state-changing request from another site's page, as its browser declares. Next answers such an action with
 * an internal error and logs the sender's text; here it is rejected before. A request without an origin passes: actions
 * check that themselves.
 */
export function isForeign({ method, url = "", headers }, own = process.env.APP_ORIGIN) {
  const { origin, host } = headers;
  // Routes of ours answer for themselves, and for the sign-in service of an organisation.
  if (method !== "POST" || origin === undefined || url.startsWith("/api/")) return false;
  if (origin === own) return false;
  return !(isLoopback(host) && origin === `http://${host}`);
}

const isLoopback = (host) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? "");

/** Counts them: the first of a minute is a line at once, the others after it are one. Nothing that was sent is in it. */
export function makeForeignCount(write = (line) => console.warn(line), wait = minute) {
  let waiting = 0;
  let timer = null;
  const say = (count) =>
    write(JSON.stringify({ level: 40, attempt: "foreign_origin", count, msg: "attempts were refused" }));
  return () => {
    if (timer) {
      waiting += 1;
      return;
    }
    say(1);
    timer = setTimeout(() => {
      timer = null;
      if (waiting > 0) say(waiting);
      waiting = 0;
    }, wait);
    timer.unref();
  };
}
