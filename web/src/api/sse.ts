/** Server-sent events over fetch: unlike EventSource it can name the last event again after a pause of its own and it sees a 401. */
export interface ServerEvent { id?: string; event: string; data: string }

/** Cuts a stream of text into events; feed it chunks as they come, however they are cut. */
export function sseParser(onEvent: (event: ServerEvent) => void): (chunk: string) => void {
  let rest = "";
  let id: string | undefined;
  let name = "";
  let data: string[] = [];
  const line = (text: string) => {
    if (text === "") {
      if (data.length > 0 || name) onEvent({ ...(id !== undefined ? { id } : {}), event: name || "message", data: data.join("\n") });
      name = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "event") name = value;
    else if (field === "id") id = value;
  };
  return (chunk) => {
    rest += chunk;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const text of lines) line(text);
  };
}

export class StreamEnded extends Error {
  constructor(readonly status: number) {
    super(`the stream ended (${status})`);
  }
}

/** Reads one connection until it ends, which is always an error: the stream is meant to stay. */
export async function readStream(url: string, options: {
  lastEventId?: string | undefined; signal: AbortSignal; onOpen: () => void; onEvent: (event: ServerEvent) => void; fetch?: typeof fetch;
}): Promise<never> {
  const response = await (options.fetch ?? fetch)(url, {
    headers: { Accept: "text/event-stream", ...(options.lastEventId ? { "Last-Event-ID": options.lastEventId } : {}) },
    credentials: "same-origin",
    cache: "no-store",
    signal: options.signal,
  });
  if (!response.ok || !response.body) throw new StreamEnded(response.status);
  options.onOpen();
  const feed = sseParser(options.onEvent);
  const reader = response.body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new StreamEnded(0);
    feed(value);
  }
}
