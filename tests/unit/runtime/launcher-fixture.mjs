import { startNode } from "../../../bin/support/children.mjs";

// Stands for the launcher: starts a child that would run for a minute, says its process id, and waits to be killed.
const child = startNode(["-e", "setTimeout(() => {}, 60_000)"], { env: process.env });
console.log(child.pid);
setTimeout(() => {}, 60_000);
