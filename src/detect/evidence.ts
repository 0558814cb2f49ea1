// What shows where a request goes, as data: words for it are made where it is shown (`explain/evidenceWords.ts`).

/**
 * `prefix`: before the ID; `spelling`: the ID's own; `host`, `base-url`, `path`: of an address; `host-in-file`: elsewhere in the
 * text; `only-surface`: the model was only ever served there; `client`, `provider`, `import`, `binding`: what the request is
 * made with; `setting`: a value that a client or an entry is given; `environment`: a variable that the text sets; `folder`
 * and `type`: where the code stands; `node`: of a workflow.
 */
export type SurfaceSign =
  | 'prefix'
  | 'spelling'
  | 'host'
  | 'host-in-file'
  | 'base-url'
  | 'path'
  | 'only-surface'
  | 'client'
  | 'provider'
  | 'import'
  | 'binding'
  | 'setting'
  | 'environment'
  | 'folder'
  | 'type'
  | 'node';

export interface SurfaceEvidence {
  readonly kind: SurfaceSign;
  /** What was found: the prefix, the host, the name. */
  readonly detail: string;
  /** The 1-based line of the client or the variable, where it is known. */
  readonly line?: number | undefined;
  /** The other file that shows it, as the import spells it. */
  readonly file?: string;
}
