// The output panel "Veo Smoke": one line an event, coloured by syntaxes/veo-smoke-log.tmLanguage.json.
import * as vscode from 'vscode';
import { plainLine } from '../../outlets/plain.ts';
import type { Sentence } from '../../smoke/describe.ts';
import { type Ending, nameOf, verdictLine } from '../../smoke/ending.ts';
import type { End } from '../../smoke/endWord.ts';
import type { Run } from '../../smoke/run.ts';

/** Between a route and what is said of it; the grammar knows the lines of smoke tests by it. */
const MARK = '▸';

const LOUDNESS = { passed: 'info', failed: 'error', 'not run': 'warn' } as const satisfies Record<
  End,
  string
>;

export class SmokeLog implements vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel('Veo Smoke', { log: true });
  readonly #said = new vscode.EventEmitter<string>();

  /** Fires with every line, as it stands in the panel behind time and level. */
  readonly onDidSay = this.#said.event;

  /** Writes what is said of a run: `renders [simulated] ▸ polling: 40 %`. Secrets are out of it already. */
  say(run: Run, { loudness, text }: Sentence): string {
    const line = plainLine(`${nameOf(run)} ${MARK} ${text}`);
    this.#channel[loudness === 'warning' ? 'warn' : loudness](line);
    this.#said.fire(line);
    return line;
  }

  /** Ends the lines of a route with its verdict; the panel makes a link of the evidence's path. */
  conclude(ending: Ending): void {
    const line = plainLine(
      `${ending.route}${ending.simulated ? ' [simulated]' : ''} ${MARK} ${verdictLine(ending)}`,
    );
    this.#channel[LOUDNESS[ending.end]](line);
    this.#said.fire(line);
  }

  /** Writes what is of no single run. */
  note(text: string, loudness: 'info' | 'warn' | 'error' = 'info'): void {
    const line = plainLine(`smoke ${MARK} ${text}`);
    this.#channel[loudness](line);
    this.#said.fire(line);
  }

  show(): void {
    this.#channel.show(true);
  }

  dispose(): void {
    this.#channel.dispose();
    this.#said.dispose();
  }
}
