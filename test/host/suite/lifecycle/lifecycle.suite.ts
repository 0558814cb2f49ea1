// Starts and ends the shipped bundle by hand (another extension is loaded in its place), and looks at what it touches.
import assert from 'node:assert/strict';
import { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { emit } from '../../inside/runtime.ts';
import { closeAll, file, root, squiggles, until, untilRules } from '../support.ts';

type Activate = (context: vscode.ExtensionContext) => void;

/** The repository, seen from the extension that is loaded in the place of the one under test. */
function repository(): string {
  const standin = vscode.extensions.getExtension('test.standin');
  assert.ok(standin !== undefined);
  return join(standin.extensionPath, '..', '..', '..', '..');
}

const bundle = (): string => join(repository(), 'dist', 'extension.cjs');
const load = (): Activate => createRequire(__filename)(bundle()).activate;

/** What the editor hands to an extension, as far as this one asks for it. */
function newContext(): vscode.ExtensionContext {
  const subscriptions: vscode.Disposable[] = [];
  const extensionUri = vscode.Uri.file(repository());
  // The tools of assistants belong to the manifest of whoever registers them: the stand-in has none.
  const packageJSON = { version: '0.0.0', contributes: { languageModelTools: [] } };
  return {
    subscriptions,
    extension: { packageJSON, extensionUri },
    extensionUri,
  } as unknown as vscode.ExtensionContext;
}

/** Puts something in the place of a function of the editor, and gives what brings it back. */
function putInPlace<T extends object, K extends keyof T & string>(of: T, name: K, value: T[K]): () => void {
  const before = of[name];
  const put = (one: T[K]) =>
    Object.defineProperty(of, name, { value: one, configurable: true, writable: true });
  put(value);
  return () => put(before);
}

/** The editor does not give a name of an output channel out again at once, since it never starts an extension twice. */
function nameChannelsAnew(): () => void {
  const create = vscode.window.createOutputChannel;
  let count = 0;
  const anew = (name: string, options: { log: true }) => create(`${name} ${count++}`, options);
  return putInPlace(vscode.window, 'createOutputChannel', anew as typeof create);
}

/** The editor takes servers from those only whose manifest names them; what is started here has another's. */
const takeServers = (): (() => void) =>
  putInPlace(vscode.lm, 'registerMcpServerDefinitionProvider', () => vscode.Disposable.from());

function standInPlace(): () => void {
  const undo = [nameChannelsAnew(), takeServers()];
  return () => {
    for (const one of undo) one();
  };
}

/** As the editor does it: last in, last out, one by one. */
function deactivate({ subscriptions }: vscode.ExtensionContext): void {
  for (const subscription of subscriptions) subscription.dispose();
}

/** Whether the bundle itself calls the function that asks (the editor's own code calls timers on its behalf, too). */
function isOurs(): boolean {
  const [, , , caller] = new Error().stack?.split('\n') ?? [];
  return caller?.includes(bundle()) === true;
}

/** Notes what is read of the workspace until `stop`: by the bundle itself, and through the editor's file system. */
function watchReads(): { readonly paths: readonly string[]; readonly stop: () => void } {
  const paths: string[] = [];
  const undo: (() => void)[] = [];
  const below = root().fsPath;
  const spied = <T extends object>(owner: T, names: readonly string[]): Partial<T> =>
    Object.fromEntries(
      names.map((name) => {
        const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
        const spy = (...args: unknown[]): unknown => {
          const path = args[0] instanceof vscode.Uri ? args[0].fsPath : String(args[0]);
          if (path.startsWith(below)) paths.push(path);
          return original.apply(owner, args);
        };
        return [name, spy];
      }),
    ) as Partial<T>;
  const replace = (owner: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(owner, name, before ?? {}));
  };
  const disk = spied(fs, [
    'openSync',
    'readFileSync',
    'readdirSync',
    'statSync',
    'lstatSync',
    'readFile',
    'open',
  ]);
  for (const [name, spy] of Object.entries(disk)) replace(fs, name, spy);
  const reading = spied(vscode.workspace.fs, ['readFile', 'readDirectory', 'stat']);
  replace(vscode.workspace, 'fs', { ...vscode.workspace.fs, ...reading });
  return {
    paths,
    stop: () => {
      for (const put of undo) put();
    },
  };
}

/** Holds the bundle's timers back until they are let go, and knows which are still set. */
function holdTimers() {
  const scope = globalThis as {
    setTimeout: unknown;
    setInterval: unknown;
    clearTimeout: unknown;
    clearInterval: unknown;
  };
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
  const held = new Map<object, { readonly run: () => void; readonly ms: number }>();
  const hold =
    (original: typeof globalThis.setTimeout) =>
    (run: () => void, ms: number, ...rest: unknown[]) => {
      // A turn for others is no wait.
      if (!isOurs() || ms === 0) return original(run, ms, ...rest);
      const handle = { ref: () => handle, unref: () => handle };
      held.set(handle, { run, ms });
      return handle;
    };
  const release = (original: (handle: never) => void) => (handle: object) => {
    if (!held.delete(handle)) original(handle as never);
  };
  scope.setTimeout = hold(setTimeout);
  scope.setInterval = hold(setInterval as unknown as typeof setTimeout);
  scope.clearTimeout = release(clearTimeout);
  scope.clearInterval = release(clearInterval);
  return {
    held,
    /** Lets every timer of this length run once. */
    letGo: (ms: number) => {
      for (const [handle, timer] of [...held]) {
        if (timer.ms !== ms) continue;
        held.delete(handle);
        timer.run();
      }
    },
    stop: () => Object.assign(scope, { setTimeout, setInterval, clearTimeout, clearInterval }),
  };
}

/** Notes the processes that the bundle starts; the editor's own language servers are none of its business. */
function watchProcesses(): { readonly started: readonly ChildProcess[]; readonly stop: () => void } {
  const started: ChildProcess[] = [];
  const { spawn } = ChildProcess.prototype as unknown as { spawn: (...args: unknown[]) => unknown };
  const spy = function (this: ChildProcess, ...args: unknown[]): unknown {
    if (new Error().stack?.includes(bundle())) started.push(this);
    return spawn.apply(this, args);
  };
  Object.assign(ChildProcess.prototype, { spawn: spy });
  return { started, stop: () => Object.assign(ChildProcess.prototype, { spawn }) };
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

const quiet = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const REST_BEFORE_SCAN = 1500;

/** Milliseconds of rest before what was opened or typed is looked at. */
const REST_BEFORE_LOOK = 150;

describe('starting', () => {
  let undo = (): void => {};
  before(() => {
    undo = standInPlace();
  });
  after(() => undo());
  afterEach(closeAll);

  it('is quick', () => {
    const begin = performance.now();
    const activate = load();
    const loaded = performance.now();
    const context = newContext();
    activate(context);
    const activated = performance.now();
    deactivate(context);
    emit('measure: loading the bundle', `${(loaded - begin).toFixed(1)} ms`);
    emit('measure: activate()', `${(activated - loaded).toFixed(1)} ms (goal: 50 ms)`);
    assert.ok(context.subscriptions.length > 10);
  });

  it('reads nothing before a relevant document, and then only what the team decided', async () => {
    const timers = holdTimers();
    const reads = watchReads();
    const context = newContext();
    try {
      load()(context);
      await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'nothing of interest' });
      await quiet(300);
      assert.deepEqual(reads.paths, []);
      await vscode.workspace.openTextDocument(file('gateway/shop.json'));
      await until('the configuration is read', () => reads.paths.length > 0);
      await until("the team's severity", () => {
        timers.letGo(REST_BEFORE_LOOK);
        return squiggles(file('gateway/shop.json'))[0]?.severity === vscode.DiagnosticSeverity.Warning;
      });
      // Whether the file is there and a scan would read it (in which repository it lies, too), what the team decided, which facts count, and what contracts are
      // held against; and whether there is a task to offer, whenever the editor asks for tasks.
      const decisions =
        /\/(?:gateway(?:\/shop\.json)?|node_modules\/\.bin\/veo-audit|\.git|\.ignore|\.gitignore|veo-audit\.yaml|\.veo-audit(?:\/(?:evidence|gateways|probes|catalog(?:\/overlay\.json)?))?)$/;
      const read: readonly string[] = reads.paths;
      assert.ok(read.includes(file('veo-audit.yaml').fsPath));
      assert.deepEqual(
        read.filter((path) => !decisions.test(path)),
        [],
      );
      assert.deepEqual(squiggles(file('src/models.ts')), [], 'nobody has asked for other files yet');
      timers.letGo(REST_BEFORE_SCAN);
      await until('the first scan', () => {
        timers.letGo(REST_BEFORE_LOOK);
        return squiggles(file('src/models.ts')).length === 5;
      });
    } finally {
      reads.stop();
      timers.stop();
      deactivate(context);
    }
  });
});

/** The editor makes a few commands for a view, and keeps them. */
const isOfView = (command: string): boolean => command.startsWith('veoAudit.routes.');

describe('ending', () => {
  let undo = (): void => {};
  before(() => {
    undo = standInPlace();
  });
  after(() => undo());
  afterEach(closeAll);

  it('leaves no squiggle, provider, command, timer or process', async () => {
    const processes = watchProcesses();
    const timers = holdTimers();
    const context = newContext();
    try {
      load()(context);
      timers.letGo(REST_BEFORE_SCAN);
      // No program text: its language's own extension would start a process.
      const uri = file('gateway/litellm.yaml');
      await until('the first scan', () => {
        timers.letGo(REST_BEFORE_LOOK);
        return squiggles(uri).length === 3;
      });
      const { document } = await vscode.window.showTextDocument(uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(0, 0), '// edited\n');
      await vscode.workspace.applyEdit(edit);
      await until('a timer is set', () => timers.held.size > 0);
      deactivate(context);

      assert.deepEqual(
        [...timers.held.values()].map(({ ms }) => ms),
        [],
        'timers that are still set',
      );
      assert.deepEqual(
        processes.started.map(({ spawnargs }) => basename(spawnargs.at(-1) ?? '')),
        ['reader.cjs'],
      );
      await until('the process has ended', () => !processes.started.some(isRunning));
      const commands = await vscode.commands.getCommands(true);
      const ours = commands.filter((command) => command.startsWith('veoAudit.') && !isOfView(command));
      assert.deepEqual(ours, []);
      await untilRules(uri);
      await vscode.commands.executeCommand('undo');
      const other = await vscode.workspace.openTextDocument(file('gateway/shop.json'));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(6, 30),
      );
      assert.deepEqual(
        hovers.filter(({ contents }) => JSON.stringify(contents).includes('as of')),
        [],
      );
      assert.deepEqual([squiggles(uri), squiggles(other.uri)], [[], []]);
      assert.deepEqual([...timers.held], [], 'a listener that still lives has set a timer');
    } finally {
      timers.stop();
      processes.stop();
    }
  });

  it('in the middle of a scan ends the scan, without a complaint', async () => {
    const complaints: unknown[] = [];
    const complain = (reason: unknown): unknown => complaints.push(reason);
    process.on('unhandledRejection', complain);
    try {
      const context = newContext();
      load()(context);
      const scanned = vscode.commands.executeCommand('veoAudit.scanWorkspace');
      await Promise.resolve();
      deactivate(context);
      await scanned;
      await quiet(500);
      assert.deepEqual(complaints.map(String), []);
      const left = vscode.languages.getDiagnostics().filter(([uri]) => squiggles(uri).length > 0);
      assert.deepEqual(
        left.map(([uri]) => uri.path),
        [],
      );
    } finally {
      process.off('unhandledRejection', complain);
    }
  });

  it('leaves room to start again', async () => {
    for (let round = 0; round < 3; round++) {
      const context = newContext();
      load()(context);
      await vscode.commands.executeCommand('veoAudit.scanWorkspace');
      assert.equal(squiggles(file('src/models.ts')).length, 5, `round ${round + 1} in ${root().path}`);
      deactivate(context);
    }
  });
});
