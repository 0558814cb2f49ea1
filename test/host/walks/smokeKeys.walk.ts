// A person's key after a restart: VS Code's server and its browser end and start again with what they kept. The key still
// works, for its host alone, and lies nowhere in plain text.
//
// What is proved is the extension's part (VS Code's secret storage and nothing else) and the storage of a VS Code in the
// browser. The keychains of desktop systems are VS Code's own matter and are not there in these tests.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AskedLog, listenAt } from '../asked.ts';
import { temporaryFolder } from '../folders.ts';
import { type Outcome, sum } from '../outcome.ts';
import type { Profile } from '../page.ts';
import type { Stage } from '../runSuites.ts';
import { Person, takeWalk } from '../walk.ts';
import {
  leaveOpen,
  lens,
  makeStudioBehind,
  openEvidence,
  pick,
  preview,
  question,
  runLive,
  SETTINGS,
  startSurface,
  typeKey,
} from './smokeSteps.ts';

const KEY = 'typed-key-kept-over-a-restart-0123456789';
/** As the key would look in a file that encodes without hiding. */
const READABLE = [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString('hex'), ...base64Of(KEY)];
/** The one entry of a browser's local storage that holds all secrets, sealed. */
const SEALED = 'secrets.provider';

export async function walk(stage: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('smoke-keys-walk');
  const surface = await startSurface();
  const asked = listenAt(surface.origin);
  try {
    const workspace = await makeStudioBehind(folder.path, surface.origin);
    const before = await firstWindow(stage, workspace, surface.origin);
    if (before.profile === null) return before.outcome;
    await stage.server.restart();
    return sum([
      before.outcome,
      await secondWindow(stage, workspace, before.profile, { asked, address: surface.origin }),
    ]);
  } finally {
    asked.stop();
    await surface.close();
    await folder.remove();
  }
}

async function firstWindow(
  stage: Stage,
  workspace: string,
  address: string,
): Promise<{ readonly outcome: Outcome; readonly profile: Profile | null }> {
  const person = await Person.open(stage, workspace, SETTINGS);
  const kept: { profile: Profile | null } = { profile: null };
  try {
    const outcome = await takeWalk('a person gives a key', person, {
      'types it, and VS Code keeps it sealed': async () => {
        await person.openFile('render.ts');
        await lens(person).waitFor();
        await typeKey(person, address, KEY);
        const sealed = await person.page.waitForFunction(`localStorage.getItem('${SEALED}')`);
        assert.ok(String(await sealed.jsonValue()).length > KEY.length);
        kept.profile = await person.window.profile();
      },
    });
    return { outcome, ...kept };
  } finally {
    await person.leave();
  }
}

async function secondWindow(
  stage: Stage,
  workspace: string,
  profile: Profile,
  { asked, address }: { readonly asked: AskedLog; readonly address: string },
): Promise<Outcome> {
  const person = await Person.open(stage, workspace, SETTINGS, { profile });
  try {
    return await takeWalk('the same person after a restart', person, {
      'runs a live test with the key of before': async () => {
        await runLive(person);
        await question(person)
          .getByText(/^Send for \$\d+\.\d\d at Most$/)
          .click();
        await openEvidence(person, 'teaser: passed');
        await preview(person).getByText('The route made the video').first().waitFor();
        assert.equal(asked.submits(), 1);
        assert.ok(asked.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`));
        await person.screenshot('smoke-18-restarted');
      },
      'finds the key in plain text nowhere: settings, state, logs, workspace, browser': async () => {
        const files = [...(await filesBelow(stage.server.folder)), ...(await filesBelow(person.workspace))];
        const logs = stage.host.withoutLogs === null ? ['Veo Smoke.log'] : [];
        for (const part of ['settings.json', '.jsonl', '.veo-audit/evidence', ...logs])
          assert.ok(
            files.some((file) => file.includes(part)),
            `${part} is among what was searched`,
          );
        for (const text of READABLE) assert.deepEqual(await holding(text, files), []);
        assert.notDeepEqual(await holding(address, files), [], 'what may be told is found like this');
        const browser = JSON.stringify(await person.window.profile());
        for (const text of READABLE) assert.ok(!browser.includes(text), 'the browser holds the key');
        assert.ok(!person.window.lines.some((line) => line.includes(KEY)), 'a console line says the key');
      },
      'forgets it': async () => {
        await person.runCommand('Veo Audit: Forget Key for Host…');
        await pick(person, '127.0.0.1');
        await person.page.locator('.statusbar', { hasText: 'forgotten' }).waitFor();
        await runLive(person);
        await leaveOpen(person, 'Set Key for 127.0.0.1');
        assert.equal(asked.submits(), 1);
      },
    });
  } finally {
    await person.leave();
  }
}

async function holding(text: string, files: readonly string[]): Promise<readonly string[]> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return files.filter((_, index) => contents[index]?.includes(text));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The middle of a text in Base64, at each of the three places where it may begin; its ends depend on what is beside it. */
function base64Of(text: string): readonly string[] {
  return [0, 1, 2].map((pad) =>
    Buffer.from(' '.repeat(pad) + text)
      .toString('base64')
      .slice(4, -4),
  );
}
