import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineFile } from "@/lib/platform/files/examine/examine";
import { eicar } from "@/tests/support/files/make-files";
import { useFileSettings } from "@/tests/support/files/settings";
import { isInstalled } from "@/tests/unit/agreements/signing/installed-tool";

const folder = useFileSettings();
const socket = join(folder, "clamd");

async function look(text: string): Promise<string> {
  const found = await examineFile({ name: "a.txt", declaredType: "text/plain", bytes: Buffer.from(text) });
  return typeof found === "string" ? found : "taken";
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(socket, resolve));
}

// The settings are read once: every server of these tests answers at the same address.
process.env.PORTAL_CLAMD = `unix:${socket}`;

/** What clamd reads of INSTREAM: a command, then pieces with their length before them, then a length of nothing. */
function instream(answer: (bytes: Buffer) => string): Server {
  return createServer((connection: Socket) => {
    let held = Buffer.alloc(0);
    connection.on("error", () => undefined);
    connection.on("data", (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      const command = Buffer.from("zINSTREAM\0");
      if (!held.subarray(0, command.length).equals(command)) return;
      const parts: Buffer[] = [];
      for (let at = command.length; at + 4 <= held.length; ) {
        const length = held.readUInt32BE(at);
        if (length === 0) {
          connection.end(`${answer(Buffer.concat(parts))}\0`);
          return;
        }
        parts.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

describe("a server that speaks clamd's protocol", () => {
  const answers: readonly (readonly [string, (bytes: Buffer) => string, string])[] = [
    ["finds nothing", () => "stream: OK", "taken"],
    ["finds something", () => "stream: Eicar-Test-Signature FOUND", "infected"],
    ["is overloaded", () => "INSTREAM size limit exceeded. ERROR", "scannerAway"],
    [
      "got every byte",
      (bytes) => (bytes.toString() === "ghi chép ".repeat(50_000) ? "stream: OK" : "stream: x FOUND"),
      "taken",
    ],
  ];

  test.each(answers)("%s", async (_, answer, told) => {
    const server = instream(answer);
    await listen(server);
    try {
      expect(await look("ghi chép ".repeat(50_000))).toBe(told);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test("is away: nothing is taken", async () => {
    expect(await look("ghi chép")).toBe("scannerAway");
  });

  test("hangs up: nothing is taken", async () => {
    const server = createServer((connection) => connection.destroy());
    await listen(server);
    expect(await look("ghi chép")).toBe("scannerAway");
    await new Promise((resolve) => server.close(resolve));
  });
});

// The real one, with a signature of one line: its own cannot be fetched where there is no net.
describe.skipIf(!isInstalled("clamd"))("clamd itself", () => {
  let clamd: ChildProcess;
  const home = mkdtempSync(join(tmpdir(), "clamd-"));

  beforeAll(async () => {
    mkdirSync(join(home, "db"));
    writeFileSync(join(home, "db", "test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
    writeFileSync(
      join(home, "clamd.conf"),
      `DatabaseDirectory ${join(home, "db")}\nLocalSocket ${socket}\nForeground yes\nUser root\n`,
    );
    clamd = spawn("clamd", ["-c", join(home, "clamd.conf")], { stdio: ["ignore", "pipe", "pipe"] });
    await new Promise<void>((resolve, reject) => {
      clamd.stdout?.on("data", (chunk: Buffer) => {
        if (/Self checking|Listening daemon|Unix socket file/i.test(chunk.toString())) resolve();
      });
      clamd.once("exit", () => reject(new Error("clamd ended")));
    });
  }, 240_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => clamd.once("exit", resolve));
    clamd.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  });

  test("passes an ordinary file and finds EICAR", async () => {
    expect(await look("ghi chép")).toBe("taken");
    expect(await look(eicar)).toBe("infected");
  });
});
