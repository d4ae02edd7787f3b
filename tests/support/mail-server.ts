import { once } from "node:events";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** What a server answers at the end of a mail: takes it, or a code of RFC 5321. */
export type Answer = "take" | number;

export type MailServer = {
  url: string;
  /** Mails it has taken, as a mailbox would show them. */
  taken: ParsedMail[];
  /** How many were brought at all. */
  brought: () => number;
  /** What it answers to the next mails, one after the other; after these it takes everything. */
  answer: (...answers: Answer[]) => void;
  /** The next mail that holds these letters is read to its end and answered, so, only when it is released. */
  hold: (letters: string, answer?: Answer) => { brought: Promise<void>; release: () => void };
  close: () => Promise<void>;
};

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A real SMTP server on this machine: no double of the portal's, and nothing leaves. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const answers: Answer[] = [];
  let brought = 0;
  let held: { letters: string; answer: Answer; arrived: () => void; go: Promise<void> } | undefined;
  const receive = async (stream: SMTPServerDataStream): Promise<Answer> => {
    const bytes = await bytesOf(stream);
    brought += 1;
    const wait = held && bytes.includes(held.letters) ? held : undefined;
    if (wait) held = undefined;
    wait?.arrived();
    await wait?.go;
    const answer = wait?.answer ?? answers.shift() ?? "take";
    if (answer === "take") taken.push(await simpleParser(bytes));
    return answer;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, _session, callback) {
      const end = async () => {
        const answer = await receive(stream);
        callback(answer === "take" ? null : Object.assign(new Error("not now"), { responseCode: answer }));
      };
      end().catch(() => stream.destroy());
    },
  });
  // A client that was killed ends its connection in the middle, which is no fault of the server's.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on a port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    brought: () => brought,
    answer: (...given) => void answers.push(...given),
    hold(letters, answer = "take") {
      let release = () => {};
      let arrived = () => {};
      const go = new Promise<void>((resolve) => {
        release = resolve;
      });
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      held = { letters, answer, arrived, go };
      return { brought: arrival, release };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
