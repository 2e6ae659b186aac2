import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

// Loaded first in each process that we start: it holds one end of a pipe, and when the other end closes its parent is
// gone, even by kill -9. Without this a killed launcher would leave a server behind on the port.
if (isMainThread && process.env.CROSSDOCKET_LIFELINE) {
  delete process.env.CROSSDOCKET_LIFELINE;
  const line = new Socket({ fd: 3, readable: true, writable: false });
  line.on("error", () => {});
  line.on("close", () => process.kill(process.pid, "SIGTERM"));
  line.resume();
  line.unref();
}
