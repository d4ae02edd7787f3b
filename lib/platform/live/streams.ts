import "server-only";
import { listLiveSessions } from "@/lib/platform/auth/sessions";
import { type Listening, listen } from "@/lib/platform/db/listen";
import { checkHealth } from "@/lib/platform/health/check-health";
import { log } from "@/lib/platform/log";

const beatMs = 10_000;
/** Many changes in a moment are one. */
const gatherMs = 250;
/** A browser has one, whatever the number of its tabs; a few more are other browsers with the same cookie. */
const mostOfASession = 4;
const mostOfAProcess = 2_000;
/** A reader that takes nothing any more is gone. */
const mostUnread = 20;

const frames = {
  changed: new TextEncoder().encode("event: changed\ndata: 1\n\n"),
  beat: new TextEncoder().encode("event: beat\ndata: 1\n\n"),
};

type Stream = {
  tenantId: string;
  sessionId: string;
  send: (frame: Uint8Array) => void;
  close: () => void;
};

type Kept = {
  streams: Set<Stream>;
  changed: Set<string>;
  gathering?: NodeJS.Timeout | undefined;
  listening?: Listening | undefined;
};

// On globalThis, as the pools are: one set for the whole process.
const kept = globalThis as typeof globalThis & { portalStreams?: Kept };
kept.portalStreams ??= { streams: new Set(), changed: new Set() };
const state = kept.portalStreams;

/** Those whose session still lives and still may enter the tenant; the others are closed. One statement for all. */
async function stillSignedIn(streams: readonly Stream[]): Promise<Stream[]> {
  const live = await listLiveSessions([...new Set(streams.map((stream) => stream.sessionId))]);
  const isLive = ({ sessionId, tenantId }: Stream) => live.get(sessionId)?.includes(tenantId) ?? false;
  for (const stream of streams) if (!isLive(stream)) stream.close();
  return streams.filter(isLive);
}

async function tellOfChanges(): Promise<void> {
  state.gathering = undefined;
  const tenants = new Set(state.changed);
  state.changed.clear();
  const concerned = [...state.streams].filter((stream) => tenants.has(stream.tenantId));
  if (concerned.length === 0) return;
  for (const stream of await stillSignedIn(concerned)) stream.send(frames.changed);
}

function hearOf(tenantId: string): void {
  state.changed.add(tenantId);
  state.gathering ??= setTimeout(() => {
    tellOfChanges().catch(warn);
  }, gatherMs);
}

/** A page that hears no beat asks by itself: so there is none while changes would not be heard of. */
async function beat(streams: readonly Stream[]): Promise<void> {
  if (streams.length === 0) return;
  const live = await stillSignedIn(streams);
  if (!state.listening?.isListening() || (await checkHealth()).status !== "ok") return;
  for (const stream of live) stream.send(frames.beat);
}

function warn(error: unknown): void {
  log.warn({ code: error instanceof Error ? error.name : "unknown" }, "live");
}

function beatNow(streams: Iterable<Stream> = state.streams): void {
  beat([...streams]).catch(warn);
}

function begin(): void {
  if (state.listening) return;
  state.listening = listen({ onReady: () => beatNow(), onChange: hearOf });
  setInterval(() => beatNow(), beatMs).unref();
  // A process that ends waits for its answers, and a stream is an answer without an end.
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      for (const stream of state.streams) stream.close();
    });
  }
}

/**
 * An answer that goes on: `changed` when something changed in the tenant, `beat` while changes are heard of, and nothing
 * else; what changed the page reads again under its reader's rights. Null when the session has enough of them.
 */
export function openStream(reader: {
  tenantId: string;
  sessionId: string;
}): ReadableStream<Uint8Array> | null {
  begin();
  const own = [...state.streams].filter((stream) => stream.sessionId === reader.sessionId);
  if (own.length >= mostOfASession || state.streams.size >= mostOfAProcess) return null;
  let stream: Stream | undefined;
  return new ReadableStream({
    start(controller) {
      const opened: Stream = {
        ...reader,
        send(frame) {
          if ((controller.desiredSize ?? 0) < -mostUnread) opened.close();
          else controller.enqueue(frame);
        },
        close() {
          if (state.streams.delete(opened)) controller.close();
        },
      };
      stream = opened;
      state.streams.add(opened);
      // What a browser waits before it opens a stream that ended again; and the first beat, once changes are heard of.
      controller.enqueue(new TextEncoder().encode("retry: 5000\n\n"));
      beatNow([opened]);
    },
    cancel() {
      if (stream) state.streams.delete(stream);
    },
  });
}
