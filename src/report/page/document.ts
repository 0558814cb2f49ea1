// The HTML around the report's page, for a file and for a webview.
import { jsonInHtml } from '../../outlets/html.ts';
import { PAGE_STYLE } from './style.ts';
import type { PageData } from './types.ts';

export interface PageParts {
  readonly data: PageData;
  /** The element that brings the page's script. */
  readonly script: string;
  /** What the Content-Security-Policy allows scripts from: a hash, or a nonce. */
  readonly scriptSource: string;
  /** The texts of the page in another language, by the English ones; left out for English. */
  readonly words?: { readonly language: string; readonly texts: Readonly<Record<string, unknown>> };
  /** What it allows videos from, and the address of each folder of videos by its path; left out where none may play. */
  readonly media?: { readonly source: string; readonly folders: Readonly<Record<string, string>> };
}

const dataElement = (id: string, data: unknown): string =>
  data === undefined ? '' : `<script type="application/json" id="${id}">${jsonInHtml(data)}</script>\n`;

/** The whole document. Nothing in the data can become markup. */
export function pageDocument({ data, script, scriptSource, media, words }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src ${scriptSource}`,
    // Charts set the sizes of their parts as style attributes.
    "style-src 'unsafe-inline'",
    'img-src data:',
    ...(media === undefined ? [] : [`media-src ${media.source}`]),
  ].join('; ');
  return `<!doctype html>
<html lang="${words?.language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Veo Route Audit</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main id="page"></main>
<script type="application/json" id="data">${jsonInHtml(data)}</script>
${dataElement('media', media?.folders)}${dataElement('words', words?.texts)}${script}
</body>
</html>
`;
}
