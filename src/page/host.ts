// Who shows the page: an editor, which opens places and sends newer data, or a browser, which does neither.
import type { PageData, PagePlace } from '../report/page/types.ts';

export interface Host {
  /** Opens a place in the editor; null where no editor shows the page. */
  readonly open: ((place: PagePlace) => void) | null;
  /** Calls back with newer data. */
  onData(listener: (data: PageData) => void): void;
}

interface EditorApi {
  postMessage(message: unknown): void;
}

declare const acquireVsCodeApi: (() => EditorApi) | undefined;

/** The host of this page. To be called once. */
export function pageHost(): Host {
  if (typeof acquireVsCodeApi === 'undefined') return { open: null, onData: () => {} };
  const api = acquireVsCodeApi();
  return {
    open: ({ file, line }) => api.postMessage({ kind: 'open', file, line }),
    onData: (listener) => {
      window.addEventListener('message', ({ data }) => {
        if (data?.kind === 'data') listener(data.data);
      });
      // A page that was hidden is drawn from its first data again.
      api.postMessage({ kind: 'ready' });
    },
  };
}
