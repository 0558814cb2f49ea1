// The folder `.veo-audit`: what it tells others about itself, and that nothing in it leads out of the workspace.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  RecordPlaceError,
  readRecord,
  readRecords,
  writeJsonRecord,
  writeRecord,
} from '../../src/workspace/records.ts';
import { ADAPTERS } from './adapters.ts';
import { withFolder } from './tempFolder.ts';

const RECORD = { schema: 'x/1', value: 1 };

function untracked(folder: string): readonly string[] {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (!existsSync(join(folder, '.git'))) git('init', '--quiet');
  return git('status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
}

for (const [of, files] of Object.entries(ADAPTERS)) {
  describe(`.veo-audit in version control, by ${of}`, () => {
    const fill = async (folder: string): Promise<void> => {
      for (const kind of ['evidence', 'gateways', 'journal', 'videos'] as const)
        await writeRecord(files(folder), kind, 'a.json', '{}');
    };

    it('adds nothing to it', () =>
      withFolder({}, async (folder) => {
        await fill(folder);
        assert.deepEqual(untracked(folder), []);
      }));

    it('adds evidence where a team chooses so, and never videos and journals', () =>
      withFolder({}, async (folder) => {
        await fill(folder);
        const file = join(folder, '.veo-audit/.gitignore');
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('# !', '!'));
        await fill(folder);
        assert.deepEqual(untracked(folder), [
          '.veo-audit/.gitignore',
          '.veo-audit/evidence/a.json',
          '.veo-audit/gateways/a.json',
        ]);
      }));

    it('leaves a .gitignore of the team alone', () =>
      withFolder({ '.veo-audit/.gitignore': 'mine\n' }, async (folder) => {
        await fill(folder);
        assert.equal(readFileSync(join(folder, '.veo-audit/.gitignore'), 'utf8'), 'mine\n');
      }));
  });

  describe(`a record by ${of}`, () => {
    it('is written whole, and leaves nothing else behind', () =>
      withFolder({}, async (folder) => {
        const place = join(folder, '.veo-audit/evidence');
        await writeJsonRecord(files(folder), 'evidence', 'a.json', RECORD);
        await writeJsonRecord(files(folder), 'evidence', 'a.json', { ...RECORD, value: 2 } as typeof RECORD);
        assert.deepEqual(readdirSync(place), ['a.json']);
        assert.equal(JSON.parse(readFileSync(join(place, 'a.json'), 'utf8')).value, 2);
      }));

    it('is kept where several begin at once in a folder that has none yet', () =>
      withFolder({}, async (folder) => {
        for (let round = 0; round < 40; round++) {
          const root = join(folder, String(round));
          mkdirSync(root);
          const names = ['a.json', 'b.json', 'c.json', 'd.json'];
          await Promise.all(names.map((name) => writeRecord(files(root), 'evidence', name, '{}')));
          assert.deepEqual(readdirSync(join(root, '.veo-audit/evidence')).toSorted(), names);
        }
      }));

    for (const name of [
      '../a.json',
      'a/b.json',
      '..',
      '/etc/passwd',
      '.hidden',
      'a\0b',
      '',
      'C:\\a',
      'a'.repeat(300),
    ]) {
      it(`is not named ${JSON.stringify(name.slice(0, 20))}`, () =>
        withFolder({}, async (folder) => {
          await assert.rejects(writeRecord(files(folder), 'evidence', name, ''), RecordPlaceError);
          assert.deepEqual(readdirSync(folder), []);
        }));
    }

    for (const link of ['.veo-audit', '.veo-audit/evidence']) {
      it(`is not written where ${link} is a link out of the workspace`, () =>
        withFolder({ 'outside/keep': '', 'work/keep': '' }, async (folder) => {
          mkdirSync(join(folder, 'work', link, '..'), { recursive: true });
          symlinkSync(join(folder, 'outside'), join(folder, 'work', link));
          const work = files(join(folder, 'work'));
          const refused = {
            message:
              of === 'nodeFiles'
                ? /is a link out of the workspace, to .*Remove the link\.$/
                : /is a link, which may lead out of the workspace: remove it$/,
          };
          await assert.rejects(writeRecord(work, 'evidence', 'a.json', ''), refused);
          await assert.rejects(writeJsonRecord(work, 'evidence', 'a.json', RECORD), refused);
          assert.deepEqual(readdirSync(join(folder, 'outside')), ['keep']);
        }));
    }

    it('replaces a link, not what it leads to', () =>
      withFolder({ 'outside.json': 'mine', 'work/.veo-audit/evidence/b': '' }, async (folder) => {
        const place = join(folder, 'work/.veo-audit/evidence');
        symlinkSync(join(folder, 'outside.json'), join(place, 'a.json'));
        await writeJsonRecord(files(join(folder, 'work')), 'evidence', 'a.json', RECORD);
        assert.equal(readFileSync(join(folder, 'outside.json'), 'utf8'), 'mine');
      }));

    it('of a newer version is left as it is', () =>
      withFolder({ '.veo-audit/evidence/a.json': '{"schema":"x/2"}' }, async (folder) => {
        const place = join(folder, '.veo-audit/evidence');
        await assert.rejects(writeJsonRecord(files(folder), 'evidence', 'a.json', RECORD), {
          message: 'a.json is of another version (x/2) and was left as it is.',
        });
        assert.equal(readFileSync(join(place, 'a.json'), 'utf8'), '{"schema":"x/2"}');
      }));

    it('is not read from outside of the workspace', () =>
      withFolder(
        { 'outside/a.json': 'secret', 'work/a.json': 'own', 'work/.veo-audit/evidence/b.json': 'kept' },
        async (folder) => {
          const work = join(folder, 'work');
          symlinkSync(join(folder, 'outside/a.json'), join(work, 'b.json'));
          symlinkSync(join(folder, 'outside/a.json'), join(work, '.veo-audit/evidence/a.json'));
          symlinkSync(join(folder, 'outside'), join(work, '.veo-audit/probes'));
          const outside = { text: null, reason: 'it lies outside of the workspace' };
          const own = await readRecord(files(work), 'gateways', 'a.json');
          assert.deepEqual(own, { path: 'a.json', text: 'own', reason: '' });
          for (const path of ['b.json', '../outside/a.json'])
            assert.deepEqual(await readRecord(files(work), 'gateways', path), { path, ...outside });
          assert.equal(
            (await readRecord(files(work), 'gateways', join(folder, 'outside/a.json'))).text,
            null,
          );
          assert.deepEqual(await readRecords(files(work), 'evidence'), [
            { path: '.veo-audit/evidence/a.json', ...outside },
            { path: '.veo-audit/evidence/b.json', text: 'kept', reason: '' },
          ]);
          assert.deepEqual(await readRecords(files(work), 'probes'), [
            { path: '.veo-audit/probes/a.json', ...outside },
          ]);
          assert.deepEqual(await readRecords(files(work), 'gateways'), []);
        },
      ));
  });
}
