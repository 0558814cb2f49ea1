// Who shows the page: an editor, which opens places and sends newer data, or a browser, which does neither.
import type { PageData, PageFocus, PagePlace } from '../report/page/types.ts';
import type { Choices } from './choices.ts';

export interface Host {
  /** Opens a place in the editor; null where no editor shows the page. */
  readonly open: ((place: PagePlace) => void) | null;
  /** Asks for the page of some evidence; null where no editor shows the page. */
  readonly openEvidence: ((file: string) => void) | null;
  /** The address from which a kept video plays; null where it cannot. */
  video(file: string): string | null;
  /** Calls back with newer data. */
  onData(listener: (data: PageData) => void): void;
  /** Calls back when the editor, or the browser's own Back, asks for a part of the page. */
  onFocus(listener: (focus: PageFocus | null) => void): void;
  /** Keeps what the reader has chosen. */
  keep(choices: Choices): void;
  /** What was chosen before the page was drawn anew. */
  kept(): Partial<Choices>;
}

interface EditorApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare const acquireVsCodeApi: (() => EditorApi) | undefined;

/** The host of this page. To be called once. `media`: addresses of folders by the path that leads their files. */
export function pageHost(media: Readonly<Record<string, string>>): Host {
  return typeof acquireVsCodeApi === 'undefined' ? browserHost() : editorHost(acquireVsCodeApi(), media);
}

function editorHost(api: EditorApi, media: Readonly<Record<string, string>>): Host {
  const on = (kind: string, listener: (message: { readonly [kind: string]: never }) => void): void =>
    window.addEventListener('message', ({ data }) => {
      if (data?.kind === kind) listener(data);
    });
  return {
    open: ({ file, line }) => api.postMessage({ kind: 'open', file, line }),
    openEvidence: (file) => api.postMessage({ kind: 'evidence', file }),
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
    keep: (choices) => {
      api.setState(choices);
      api.postMessage({ kind: 'shown', detail: choices.detail });
    },
    kept: () => (api.getState() ?? {}) as Partial<Choices>,
  };
}

const PAGE = '#page=';

/** In a browser the address says which page is shown: it can be shared, and Back leads back. */
function browserHost(): Host {
  const shown = (): string | null => {
    const { hash } = window.location;
    return hash.startsWith(PAGE) ? decodeURIComponent(hash.slice(PAGE.length)) : null;
  };
  return {
    open: null,
    openEvidence: null,
    video: () => null,
    onData: () => {},
    onFocus: (listener) =>
      window.addEventListener('popstate', () => {
        const detail = shown();
        listener(detail === null ? null : { detail });
      }),
    keep: ({ detail }) => {
      if (detail === shown()) return;
      // A new hash by itself would take the focus away.
      window.history.pushState(null, '', detail === null ? '#' : `${PAGE}${encodeURIComponent(detail)}`);
    },
    kept: () => ({ detail: shown() }),
  };
}
