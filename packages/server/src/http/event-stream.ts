interface Event {
  event: string;
  id: string;
  data: string;
}

interface Source {
  /** Ends the stream. */
  signal: AbortSignal;
  heartbeatMs: number;
  /** Calls back whenever there may be more; returns how to stop. */
  onWake: (wake: () => void) => () => void;
  /** What has come since it was asked last; empty when there is nothing yet. */
  events: () => Promise<Event[]>;
}

/** Server-sent events (WHATWG HTML §9.2): sends what comes and a comment whenever nothing does. */
export function eventStream({ signal, heartbeatMs, onWake, events }: Source): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  let wake = (): void => undefined;
  let woken = false;
  let ended = signal.aborted;
  // Kept across wakes: on a busy server what is for others must not put off the sign of life for ever.
  let nextSign = performance.now() + heartbeatMs;

  const end = (): void => {
    ended = true;
    wake();
  };
  const sleep = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), nextSign - performance.now());
      wake = () => {
        woken = true;
        clearTimeout(timer);
        resolve(true);
      };
      if (woken || ended) wake();
    });

  const send = (controller: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    nextSign = performance.now() + heartbeatMs;
    controller.enqueue(encoder.encode(text));
  };

  const body = new ReadableStream<Uint8Array>({
    start() {
      stop = onWake(() => {
        woken = true;
        wake();
      });
      signal.addEventListener("abort", end, { once: true });
    },
    async pull(controller) {
      try {
        while (!ended) {
          woken = false;
          const batch = await events();
          if (batch.length > 0) return send(controller, batch.map(format).join(""));
          if (performance.now() >= nextSign || !(await sleep())) return send(controller, ": still here\n\n");
        }
      } catch {
        // The source failed: the client comes back with the last id it has.
      }
      signal.removeEventListener("abort", end);
      stop();
      controller.close();
    },
    cancel() {
      signal.removeEventListener("abort", end);
      stop();
      end();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      // Keeps proxies from holding events back.
      "X-Accel-Buffering": "no",
    },
  });
}

const format = ({ event, id, data }: Event): string => `event: ${event}\nid: ${id}\ndata: ${data}\n\n`;
