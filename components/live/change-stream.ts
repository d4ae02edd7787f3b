/** What a page learns of changes: one event stream for all tabs of a browser, held by the tab that has the lock. */
export type ChangeStream = { stop: () => void };

type Told = { onChange: () => void; onBeat: () => void };

const openAgainMs = 30_000;

/** Holds the stream until the tab ends; tells this tab and the others. */
function holdStream(address: string, tell: (what: "changed" | "beat") => void, ended: AbortSignal): void {
  let source: EventSource | null = null;
  const open = () => {
    // Closed for good where the answer was no stream: signed out, or too many; a later try may do better.
    if (ended.aborted || (source && source.readyState !== EventSource.CLOSED)) return;
    source = new EventSource(address);
    source.addEventListener("changed", () => tell("changed"));
    source.addEventListener("beat", () => tell("beat"));
  };
  open();
  const timer = setInterval(open, openAgainMs);
  ended.addEventListener("abort", () => {
    clearInterval(timer);
    source?.close();
  });
}

/**
 * Without locks (an address that is not https) nothing is opened and the page asks by itself: a stream for each tab would
 * use up the few connections a browser makes to one server.
 */
export function openChangeStream(address: string, told: Told): ChangeStream {
  const ending = new AbortController();
  const { signal } = ending;
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) return { stop: () => {} };
  const others = new BroadcastChannel(address);
  const hear = (what: unknown) => (what === "changed" ? told.onChange() : told.onBeat());
  others.addEventListener("message", ({ data }) => hear(data));
  const untilEnd = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  navigator.locks
    .request(address, { signal }, () => {
      const tell = (what: "changed" | "beat") => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
        others.postMessage(what);
        hear(what);
      };
      holdStream(address, tell, signal);
      return untilEnd;
    })
    .catch(() => undefined);
  return {
    stop: () => {
      ending.abort();
      others.close();
    },
  };
}
