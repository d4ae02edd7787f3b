import { createServer } from "node:net";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";

/** Where the portal listens: PORT (3000) at HOST. A demonstration stays on this machine unless HOST says otherwise. */
export function webAddress(demo) {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Fault(messages.badPort(process.env.PORT));
  return { port, hostname: process.env.HOST || (demo ? "127.0.0.1" : "0.0.0.0") };
}

function errorOfListening({ port, hostname }) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", resolve);
    server.listen({ port, host: hostname }, () => server.close(() => resolve(undefined)));
  });
}

/** Throws a Fault when another program has the port. */
export async function checkPort(address) {
  const error = await errorOfListening(address);
  if (error?.code === "EADDRINUSE") throw new Fault(messages.portTaken(address.port));
  if (error) throw new Fault(messages.portRefused(address.port, error.message));
}

/** Whether a port of the loopback address is free. */
export async function isPortFree(port) {
  return (await errorOfListening({ port, hostname: "127.0.0.1" })) === undefined;
}
