import "server-only";
import { connect, type Socket } from "node:net";
import { env } from "@/lib/platform/env";
import { NotTaken } from "./problem";

const longestMs = 30_000;
const chunkSize = 64 * 1024;

/** "tcp://host:3310" or "unix:/run/clamav/clamd.ctl". */
function open(address: string): Socket {
  if (address.startsWith("unix:")) return connect(address.slice("unix:".length));
  const { hostname, port } = new URL(address);
  return connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ""));
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const chunk = bytes.subarray(at, at + chunkSize);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}

/** What clamd answers to INSTREAM (clamd(8)): "stream: OK" or "stream: <name> FOUND"; null when it cannot be asked. */
function ask(address: string, bytes: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = open(address);
    let answer = "";
    socket.setTimeout(longestMs, () => socket.destroy());
    socket.on("connect", () => send(socket, bytes));
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (answer.includes("\0")) socket.end();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer.includes("\0") ? (answer.split("\0")[0] ?? "") : null));
  });
}

/** Has the bytes looked at by clamd where one is configured (PORTAL_CLAMD). Where it cannot be asked nothing is taken. */
export async function scanForViruses(bytes: Buffer): Promise<void> {
  const address = env().PORTAL_CLAMD;
  if (!address) return;
  const answer = await ask(address, bytes);
  if (answer === "stream: OK") return;
  throw new NotTaken(answer?.endsWith(" FOUND") ? "infected" : "scannerAway");
}
