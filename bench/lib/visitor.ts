import { Agent, get, request } from "node:http";

export type Visitor = {
  /** Fetches a page as a browser would, compressed, and reads it to the end. Throws unless it is answered with 200. */
  fetch: (path: string) => Promise<Buffer>;
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

/** Somebody signed in through the door everybody uses, on kept connections. */
export async function signIn(base: string, email: string, password: string): Promise<Visitor> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const jar = new Map<string, string>();
  const headers = () => ({
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
    "accept-encoding": "gzip",
  });
  const keep = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
  };
  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = get(`${base}${path}`, { agent, headers: headers() }, (message) => {
        const answer = (body: Buffer) =>
          resolve({ status: message.statusCode ?? 0, cookies: message.headers["set-cookie"] ?? [], body });
        read(message).then(answer, reject);
      });
      asked.once("error", reject);
    });
  const post = (path: string, form: Record<string, string>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const options = { agent, method: "POST", headers: { cookie: headers().cookie, ...type } };
      const asked = request(`${base}${path}`, options, (message) => {
        const answer = (body: Buffer) =>
          resolve({ status: message.statusCode ?? 0, cookies: message.headers["set-cookie"] ?? [], body });
        read(message).then(answer, reject);
      });
      asked.once("error", reject);
      asked.end(new URLSearchParams(form).toString());
    });

  const csrf = await fetch(`${base}/api/auth/csrf`);
  keep(csrf.headers.getSetCookie());
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const entered = await post("/api/auth/callback/credentials", { email, password, csrfToken });
  keep(entered.cookies);
  if (![...jar.keys()].some((name) => name.endsWith("authjs.session-token"))) {
    throw new Error(`sign-in answered ${entered.status} and no session`);
  }
  return {
    async fetch(path) {
      const { status, body } = await ask(path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return body;
    },
    close: () => agent.destroy(),
  };
}
