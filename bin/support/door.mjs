import { createHash } from "node:crypto";

/**
 * Load shedding. An overloaded server answers nobody in time, so a limited number of requests run at once, others queue,
 * and one that would wait too long is told at once to retry. People with a session have their own pool: requests without
 * one, however many, fill only theirs. In each pool one person, or one network of unknown clients, has at most a share,
 * so that their slow requests leave slots for everybody else.
 *
 * @typedef {{ atOnce: number, waiting: number, patienceMs: number, share: Share }} Room `atOnce`: requests that run;
 *   `waiting`: the maximum in the queue; `patienceMs`: how long one of these waits before it is told to retry
 * @typedef {{ atOnce: number, waiting: number }} Share how much of it one person may hold
 */

/** Two cores hold about fifty pages a second: thirty-two at once are done within a second, and as many wait three more. */
const rooms = {
  people: { atOnce: 32, waiting: 120, patienceMs: 3_000, share: { atOnce: 8, waiting: 30 } },
  strangers: { atOnce: 4, waiting: 60, patienceMs: 3_000, share: { atOnce: 1, waiting: 15 } },
};

/** What one of several processes on a port may hold, so that together they hold what the machine can do. */
export function roomsOfOne(processes, whole = rooms) {
  const part = (number) => Math.ceil(number / processes);
  const roomOf = ({ atOnce, waiting, patienceMs, share }) => ({
    atOnce: part(atOnce),
    waiting: part(waiting),
    patienceMs,
    share: { atOnce: part(share.atOnce), waiting: part(share.waiting) },
  });
  return { people: roomOf(whole.people), strangers: roomOf(whole.strangers) };
}

/** Requested by monitoring, and exempt from the limit; styles and scripts cost next to nothing. */
const free = /^\/(_next\/static\/|api\/(health|ready)\b)/;
const session = /(?:^|;\s*)(?:__Host-)?sid=([^;]*)/;

/**
 * @param {typeof rooms} sizes
 * @param {(request: import("node:http").IncomingMessage) => string | null} networkOf the network of a request without a
 * session; null if unknown, and then no share applies
 * @returns a function that admits one request, or answers that the server is busy
 */
export function makeDoor(sizes = rooms, networkOf = () => null) {
  const people = makeRoom(sizes.people);
  const strangers = makeRoom(sizes.strangers);
  return (request, response, go, refuse) => {
    if (free.test(request.url)) return go();
    const cookie = session.exec(request.headers.cookie ?? "")?.[1];
    const room = cookie === undefined ? strangers : people;
    const who = cookie === undefined ? networkOf(request) : createHash("sha256").update(cookie).digest("base64url");
    return room({ request, response, who, go, refuse });
  };
}

/** @param {Room} size */
function makeRoom({ atOnce, waiting, patienceMs, share }) {
  let busy = 0;
  const held = tally();
  const queued = tally();
  /** @type {Set<{ who: string | null, begin: () => void }>} in the order in which they came */
  const line = new Set();

  const hasPlace = (who) => busy < atOnce && held.of(who) < share.atOnce;

  const leave = (who) => {
    busy -= 1;
    held.add(who, -1);
    for (const turn of line) if (hasPlace(turn.who)) return turn.begin();
  };

  const take = (who) => {
    busy += 1;
    held.add(who, 1);
    return () => leave(who);
  };

  const begin = ({ request, response, who, go }) => {
    // A request back from reading a slow body is already in progress: beyond its share it takes no slot from others.
    const takeAgain = () => (held.of(who) < share.atOnce ? take(who) : () => {});
    occupy(request, response, { take: () => take(who), takeAgain });
    return go();
  };

  return (asked) => {
    const { response, who, refuse } = asked;
    if (hasPlace(who)) return begin(asked);
    if (line.size >= waiting || queued.of(who) >= share.waiting) return refuse();
    const out = () => {
      clearTimeout(timer);
      line.delete(turn);
      queued.add(who, -1);
      response.off("close", out);
    };
    const turn = {
      who,
      begin: () => {
        out();
        begin(asked);
      },
    };
    const timer = setTimeout(() => {
      out();
      refuse();
    }, patienceMs);
    line.add(turn);
    queued.add(who, 1);
    response.once("close", out);
    return true;
  };
}

/** The number of slots each person has; an unidentified one has none. */
function tally() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const of = (who) => (who === null ? 0 : (counts.get(who) ?? 0));
  const add = (who, change) => {
    if (who === null) return;
    const now = of(who) + change;
    if (now > 0) counts.set(who, now);
    else counts.delete(who);
  };
  return { of, add };
}

/** How long a body may take before its request gives its place back until it is there. */
const bodyMs = 100;

/** Next says with it where an action leads to, just before it asks for that page itself. */
const leadsOn = "x-action-redirect";

/**
 * A request holds a slot until its response begins, except while its body arrives slowly: a slow upload costs us
 * nothing, and a long download little. An action that redirects to a page holds none while it waits for that page,
 * which is requested through this same limiter: otherwise actions holding all slots would wait for each other, and
 * block everybody.
 */
function occupy(request, response, { take, takeAgain }) {
  let leave = take();
  let over = false;
  const giveBack = () => {
    leave?.();
    leave = undefined;
  };
  // A body that is there and waits to be read is not slow: we are.
  const slow = hasBody(request) ? setTimeout(() => request.complete || giveBack(), bodyMs) : undefined;
  request.once("end", () => {
    clearTimeout(slow);
    if (!over) leave ??= takeAgain();
  });
  const end = () => {
    over = true;
    clearTimeout(slow);
    giveBack();
  };
  const { setHeader, writeHead } = response;
  response.setHeader = function (name, ...rest) {
    if (name === leadsOn) end();
    return setHeader.call(this, name, ...rest);
  };
  response.writeHead = function (...args) {
    end();
    return writeHead.apply(this, args);
  };
  response.once("close", end);
}

const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
