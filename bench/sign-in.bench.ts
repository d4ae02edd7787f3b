// npm run bench -- sign-in: does the door take the same time for an unknown address and for a wrong password?
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { makeDatabases } from "./lib/databases";
import { fillTasks } from "./lib/fill-tasks";
import { percentile, print, resultOf } from "./lib/result";
import { startWebServer } from "./lib/web-server";

const pairs = 50;
const toWarmUp = 5;

/** Milliseconds until the door has answered one try. */
async function timeOfTry(base: string, email: string): Promise<number> {
  const csrf = await fetch(`${base}/api/auth/csrf`);
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const body = new URLSearchParams({ email, password: "not the password", csrfToken });
  const started = performance.now();
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  await answer.arrayBuffer();
  return performance.now() - started;
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  if (!isBuildFresh()) await buildPortal();
  const databases = await makeDatabases({ small: 10, large: 10 }, fillTasks);
  const server = await startWebServer(databases.small);
  try {
    // Tries go round the people, so that nobody is made to wait by the throttle, and alternate, so that load falls on both.
    const known = [...new Set(databases.seeded.posts.map((post) => post.email))];
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (let index = -toWarmUp; index < pairs; index += 1) {
      const asked = known[(index + toWarmUp) % known.length] ?? "";
      const first = await timeOfTry(server.base, asked);
      const second = await timeOfTry(server.base, `nobody-${index + toWarmUp}@phu-tho.example`);
      if (index < 0) continue;
      wrong.push(first);
      unknown.push(second);
    }
    const [one, other] = [percentile(wrong, 0.5), percentile(unknown, 0.5)];
    const ratio = Math.max(one, other) / Math.min(one, other);
    const result = resultOf(
      "sign-in, unknown address against wrong password, medians",
      pairs,
      { p50_ms: one, p95_ms: percentile(wrong, 0.95), ratio },
      goals.signIn.medians,
    );
    print(result);
    process.exitCode = result.met ? 0 : 1;
  } finally {
    await server.stop();
    await databases.stop();
  }
}

await main();
