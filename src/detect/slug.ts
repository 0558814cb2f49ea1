// A gateway's spelling in full: the vendor in front of the version and the endpoint behind it.
import type { Catalog } from '../catalog/catalog.ts';
import { type Path, unescapeSlashes } from './path.ts';
import { VENDOR_SEGMENT } from './vocabulary/places.ts';

/** The endpoint behind a version; its slash as it may stand in source. */
const TAIL =
  /^(?:(?:\\?\/|%2[Ff])(?:fast|lite|pro|standard|quality|(?:[a-z]{2,12}-){1,4}to-video|extend-video|video-extend))+(?![\w-]|\.\w)/;

/** fal adds endpoints as it goes: behind its own name any words are one. */
const FAL_TAIL = /^(?:(?:\\?\/|%2[Ff])(?!requests\b|status\b)[a-z][a-z0-9]*(?:-[a-z0-9]+)*)+(?![\w-]|\.\w)/;

/** Vendors that belong to a gateway's spelling, as opposed to a router's prefix in front of it. */
const HEAD = /(?:^|[/:])((?:fal-ai|(?:@cf\/)?google|google-deepmind|runwayml)\/)$/;

/** A spelling with its vendor and endpoint. Offsets are those of the text around it. */
export interface Slug {
  readonly start: number;
  readonly end: number;
  /** The path in front of the slug: hosts, routers. */
  readonly before: string;
  /** Whether a vendor leads it (`fal-ai/veo3`). */
  readonly headed: boolean;
}

/** The slug around a version at `[start, end)` that ends the path `before`. */
export function slugAround(text: string, start: number, end: number, path: Path): Slug {
  const head = HEAD.exec(path.before)?.[1] ?? '';
  const right = text.slice(end, end + 80);
  const tail = (head === 'fal-ai/' ? FAL_TAIL : TAIL).exec(right)?.[0] ?? '';
  return {
    start: start - sourceLength(text, start, head, path),
    end: end + tail.length,
    before: path.before.slice(0, path.before.length - head.length),
    headed: head !== '',
  };
}

/** The length of a head in the source, where its slash may be escaped. */
function sourceLength(text: string, end: number, head: string, path: Path): number {
  if (head === '' || path.before.length === path.beforeLength) return head.length;
  const slash = /(?:\\\/|%2[Ff]|\/)$/.exec(text.slice(Math.max(0, end - 3), end))?.[0] ?? '/';
  return head.length - unescapeSlashes(slash).length + slash.length;
}

/** Whether all that stands before an ID are gateways or vendors (`openrouter:google/`), not folders; a slash says nothing. */
export const areVendors = (before: string, catalog: Catalog): boolean =>
  before === '' ||
  before === '/' ||
  before
    .split(/[/:]/)
    .slice(0, -1)
    .every((segment) => VENDOR_SEGMENT.test(segment) || catalog.surface(segment)?.kind === 'gateway');
