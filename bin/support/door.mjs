/**
 * A server that is asked more than it can do answers nobody in time. So only so many requests are worked on at once, the
 * others wait their turn, and who would wait too long is told at once to come again. People with a session have a room of
 * their own: strangers, however many, fill only theirs.
 *
 * @typedef {{ atOnce: number, waiting: number, patienceMs: number }} Room `atOnce`: requests worked on; `waiting`: at
 *   most so many more; `patienceMs`: how long one of these waits before it is told to come again
 */

/** Two cores hold about fifty pages a second: thirty-two at once are done within a second, and as many wait three more. */
export const rooms = {
  people: { atOnce: 32, waiting: 120, patienceMs: 3_000 },
  strangers: { atOnce: 4, waiting: 60, patienceMs: 3_000 },
};

/** Asked by whoever watches over the server, and worth no place; styles and scripts cost next to nothing. */
const free = /^\/(_next\/static\/|api\/(health|ready)\b)/;
const session = /(?:^|;\s*)(?:__Host-)?sid=/;

/** @param {typeof rooms} sizes @returns what lets one request in, or answers that there is no room */
export function makeDoor(sizes = rooms) {
  const people = makeRoom(sizes.people);
  const strangers = makeRoom(sizes.strangers);
  return (request, response, go, refuse) => {
    if (free.test(request.url)) return go();
    const room = session.test(request.headers.cookie ?? "") ? people : strangers;
    return room(request, response, go, refuse);
  };
}

/** @param {Room} size */
function makeRoom({ atOnce, waiting, patienceMs }) {
  let busy = 0;
  /** @type {Set<() => void>} in the order in which they came */
  const line = new Set();

  const leave = () => {
    busy -= 1;
    const [next] = line;
    if (next && busy < atOnce) next();
  };

  const begin = (request, response, go) => {
    occupy(request, response, () => {
      busy += 1;
      return leave;
    });
    return go();
  };

  return (request, response, go, refuse) => {
    if (busy < atOnce) return begin(request, response, go);
    if (line.size >= waiting) return refuse();
    const out = () => {
      clearTimeout(timer);
      line.delete(turn);
      response.off("close", out);
    };
    const turn = () => {
      out();
      begin(request, response, go);
    };
    const timer = setTimeout(() => {
      out();
      refuse();
    }, patienceMs);
    line.add(turn);
    response.once("close", out);
    return true;
  };
}

/** How long a body may take before its request gives its place back until it is there. */
const bodyMs = 100;

/**
 * A request has a place until its answer begins, but for the time that its body is slow to come: what trickles in costs
 * us nothing, and a long download little.
 */
function occupy(request, response, take) {
  let leave = take();
  let over = false;
  const giveBack = () => {
    leave?.();
    leave = undefined;
  };
  const slow = hasBody(request) ? setTimeout(giveBack, bodyMs) : undefined;
  request.once("end", () => {
    clearTimeout(slow);
    if (!over) leave ??= take();
  });
  const end = () => {
    over = true;
    clearTimeout(slow);
    giveBack();
  };
  const { writeHead } = response;
  response.writeHead = function (...args) {
    end();
    return writeHead.apply(this, args);
  };
  response.once("close", end);
}

const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
