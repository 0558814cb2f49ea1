// Folders of paths: relative to the workspace, above it (`../a`), or absolute. Forward slashes; the workspace is the empty text.

export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The path of a name in a folder. */
export const within = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** How far above the workspace a path begins: `../../a` is 2. */
export const heightOf = (path: string): number => path.split('/').findIndex((part) => part !== '..');

/**
 * The folders above a file, its own first. The last is the workspace; for a file outside of it, the place above the
 * workspace where its path begins, or its topmost folder on the disk.
 */
export function foldersAbove(path: string): readonly string[] {
  const parts = folderOf(path).split('/');
  const all = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const height = heightOf(path);
  if (height > 0) return all.slice(0, parts.length - height + 1);
  return path.startsWith('/') ? all.slice(0, -1) : [...new Set([...all, ''])];
}
