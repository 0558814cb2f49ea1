// Who shows the page: an editor, which opens places and sends newer data, or a browser, which does neither.
import type { PageData, PageFocus, PagePlace } from '../report/page/types.ts';

export interface Host {
  /** Opens a place in the editor; null where no editor shows the page. */
  readonly open: ((place: PagePlace) => void) | null;
  /** The address from which a kept video plays; null where it cannot. */
  video(file: string): string | null;
  /** Calls back with newer data. */
  onData(listener: (data: PageData) => void): void;
  /** Calls back when the editor asks for a section. */
  onFocus(listener: (focus: PageFocus) => void): void;
}

interface EditorApi {
  postMessage(message: unknown): void;
}

declare const acquireVsCodeApi: (() => EditorApi) | undefined;

/** The host of this page. To be called once. `media`: addresses of folders by the path that leads their files. */
export function pageHost(media: Readonly<Record<string, string>>): Host {
  if (typeof acquireVsCodeApi === 'undefined')
    return { open: null, video: () => null, onData: () => {}, onFocus: () => {} };
  const api = acquireVsCodeApi();
  const on = (kind: string, listener: (message: { readonly [kind: string]: never }) => void): void =>
    window.addEventListener('message', ({ data }) => {
      if (data?.kind === kind) listener(data);
    });
  return {
    open: ({ file, line }) => api.postMessage({ kind: 'open', file, line }),
    video: (file) => {
      const folder = Object.keys(media).find((path) => file.startsWith(path));
      return folder === undefined ? null : `${media[folder]}/${encodeURI(file.slice(folder.length))}`;
    },
    onData: (listener) => {
      on('data', ({ data }) => data !== undefined && listener(data));
      // A page that was hidden is drawn from its first data again.
      api.postMessage({ kind: 'ready' });
    },
    onFocus: (listener) => on('focus', ({ focus }) => focus !== undefined && listener(focus)),
  };
}
