// Which day it is, and the moment it changes: a model that is scheduled today may be shut down tomorrow.
import * as vscode from 'vscode';
import type { Day } from '../catalog/types.ts';

/** The day in the user's time zone. */
export function dayOf(time: Date): Day {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

const HOUR = 3_600_000;

/** Tells the day, and fires when it has changed (looked at hourly and when the window gets the focus). */
export class Clock implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Day>();
  readonly #timer = setInterval(() => this.#look(), HOUR);
  readonly #focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#look());
  #today = dayOf(new Date());

  readonly onDidChange = this.#changed.event;

  get today(): Day {
    return this.#today;
  }

  #look(): void {
    const day = dayOf(new Date());
    if (day === this.#today) return;
    this.#today = day;
    this.#changed.fire(day);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#focus.dispose();
    this.#changed.dispose();
  }
}
