// How a suite inside VS Code tells the runner outside what happened: marked console lines, which cross every kind of host.

/** One thing that happened inside VS Code. */
export type HostEvent =
  | { readonly kind: 'pass'; readonly title: readonly string[]; readonly ms: number }
  | { readonly kind: 'fail'; readonly title: readonly string[]; readonly error: string }
  | { readonly kind: 'data'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'end' };

const MARK = '@@veo-host';
const LINE = /@@veo-host:(\d+):(\d+):(\d+):([A-Za-z0-9+/=]*)@@/g;
// VS Code leaves out console arguments longer than 100,000 characters.
const PART_LENGTH = 30_000;

/** The console lines that carry one event; `sequence` numbers the events of a run from 0. */
export function encodeEvent(event: HostEvent, sequence: number): readonly string[] {
  const text = base64(JSON.stringify(event));
  const count = Math.max(1, Math.ceil(text.length / PART_LENGTH));
  return Array.from({ length: count }, (_, part) => {
    const slice = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    return `${MARK}:${sequence}:${part}:${count}:${slice}@@`;
  });
}

/** Reads events back from console text. A line that arrives twice (worker and page) counts once. */
export class EventReader {
  private readonly parts = new Map<number, Map<number, string>>();
  private readonly done = new Set<number>();

  /** The events that this text completes; `undefined` if it holds no mark. */
  accept(consoleText: string): readonly HostEvent[] | undefined {
    if (!consoleText.includes(MARK)) return undefined;
    const events: HostEvent[] = [];
    for (const [, sequence, part, count, slice] of consoleText.matchAll(LINE)) {
      const text = this.complete(Number(sequence), Number(part), Number(count), slice ?? '');
      if (text !== undefined) events.push(JSON.parse(fromBase64(text)) as HostEvent);
    }
    return events;
  }

  private complete(sequence: number, part: number, count: number, slice: string): string | undefined {
    if (this.done.has(sequence)) return undefined;
    const known = this.parts.get(sequence) ?? new Map<number, string>();
    this.parts.set(sequence, known.set(part, slice));
    if (known.size < count) return undefined;
    this.done.add(sequence);
    this.parts.delete(sequence);
    return Array.from({ length: count }, (_, index) => known.get(index) ?? '').join('');
  }
}

// btoa and atob exist in Node and in web workers alike, but know only Latin-1.
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}
