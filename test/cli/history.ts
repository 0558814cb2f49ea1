// Histories that tests of comparisons make: a repository, its commits, and what `diff` says of them as JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { veoAudit } from './bundle.ts';

export const DAY = ['--as-of', '2026-11-21'];

/** A request to Vertex AI whose cost is known to the cent. */
export const request = (model: string, duration = 4): string =>
  [
    'from google import genai',
    'client = genai.Client(vertexai=True, project="p", location="us-central1")',
    `client.models.generate_videos(model="${model}", prompt="x", config={"duration_seconds": ${duration}, "resolution": "720p", "generate_audio": False})`,
    '',
  ].join('\n');

type Files = Readonly<Record<string, string | null>>;

export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

export function change(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (text === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

export function commit(folder: string, files: Files): void {
  change(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'a change', '--allow-empty');
}

/** A repository with one commit. */
export function withRepository(files: Files, work: (folder: string) => void | Promise<void>): Promise<void> {
  return withFolder({}, (folder) => {
    git(folder, 'init', '-q', '-b', 'main');
    commit(folder, files);
    return work(folder);
  });
}

export function diffOf(folder: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = veoAudit(folder, 'diff', ...args, ...DAY, '--format', 'json');
  assert.equal(stderr, '');
  return { status, ...JSON.parse(stdout) };
}
