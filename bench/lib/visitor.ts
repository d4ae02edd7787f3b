import { Agent, get, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";

export type Visitor = {
  /** Fetches a page as a browser would, compressed, and reads it to the end. Throws unless it is answered with 200. */
  fetch: (path: string) => Promise<Buffer>;
  /** Sends a form as a browser without script does; answers the status, 303 where the act was done. */
  send: (path: string, form: FormData) => Promise<number>;
  /** The same person at another browser: the session shared, the connections its own. */
  beside: () => Visitor;
  close: () => void;
};

type Answer = { status: number; cookies: readonly string[]; body: Buffer };

function read(message: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
  });
}

/** A browser that shows these cookies, on kept connections of its own. */
class Browser implements Visitor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  readonly #headers: OutgoingHttpHeaders;

  constructor(
    private readonly base: string,
    private readonly cookie: string,
  ) {
    this.#headers = { cookie, "accept-encoding": "gzip" };
  }

  #answer(message: IncomingMessage, resolve: (answer: Answer) => void, reject: (error: Error) => void): void {
    const { statusCode: status = 0, headers } = message;
    read(message).then((body) => resolve({ status, cookies: headers["set-cookie"] ?? [], body }), reject);
  }

  async post(path: string, type: string, body: string | Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { ...this.#headers, "content-type": type, origin: this.base };
      const options = { agent: this.#agent, method: "POST", headers };
      const asked = request(`${this.base}${path}`, options, (message) =>
        this.#answer(message, resolve, reject),
      );
      asked.once("error", reject);
      asked.end(body);
    });
  }

  async send(path: string, form: FormData): Promise<number> {
    const written = new Response(form);
    const type = written.headers.get("content-type") ?? "";
    const { status } = await this.post(path, type, Buffer.from(await written.arrayBuffer()));
    return status;
  }

  async fetch(path: string): Promise<Buffer> {
    const { status, body } = await new Promise<Answer>((resolve, reject) => {
      const options = { agent: this.#agent, headers: this.#headers };
      const asked = get(`${this.base}${path}`, options, (message) => this.#answer(message, resolve, reject));
      asked.once("error", reject);
    });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  }

  beside(): Visitor {
    return new Browser(this.base, this.cookie);
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Somebody signed in through the door everybody uses. */
export async function signIn(base: string, email: string, password: string): Promise<Visitor> {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const keep = (lines: readonly string[]) => {
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
  };
  const csrf = await fetch(`${base}/api/auth/csrf`);
  keep(csrf.headers.getSetCookie());
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const door = new Browser(base, cookies());
  const form = new URLSearchParams({ email, password, csrfToken }).toString();
  const entered = await door.post(
    "/api/auth/callback/credentials",
    "application/x-www-form-urlencoded",
    form,
  );
  door.close();
  keep(entered.cookies);
  if (![...jar.keys()].some((name) => name.endsWith("authjs.session-token"))) {
    throw new Error(`sign-in answered ${entered.status} and no session`);
  }
  return new Browser(base, cookies());
}
