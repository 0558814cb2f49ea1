// The small pictures that /v1/videos gives beside a video: plain grey.
import { invalid } from './surface.ts';

interface Picture {
  readonly type: string;
  readonly base64: string;
}

const PICTURES: Readonly<Record<string, Picture>> = {
  thumbnail: {
    type: 'image/webp',
    base64: 'UklGRiQAAABXRUJQVlA4IBgAAABQAQCdASoQABAAAgA0JaQABHQAAORAAAA=',
  },
  spritesheet: {
    type: 'image/jpeg',
    base64:
      '/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAg+Pkk+SVVVVVVVVWRdZGhoaGRkZGRoaGhwcHCDg4NwcHBoaHBwfHyDg4+Tj4eHg4eTk5ubm7q6srLZ2eD/////xABKAAEAAAAAAAAAAAAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAEAAQAwEiAAIRAAMRAP/aAAwDAQACEQMRAD8AAA//2Q==',
  },
};

/** The picture of a variant as headers and body. Throws a Refused for a variant that there is not. */
export function previewPicture(variant: string): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
} {
  const picture = Object.hasOwn(PICTURES, variant) ? PICTURES[variant] : undefined;
  if (picture === undefined) throw invalid(`There is no variant "${variant}".`);
  const body = new Uint8Array(Buffer.from(picture.base64, 'base64'));
  return { headers: { 'content-type': picture.type }, body };
}
