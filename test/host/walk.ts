// Uses a VS Code window as a person does: keyboard, mouse, eyes. Screenshots go to artifacts/, which git ignores.
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { copyWorkspace, type TemporaryFolder, temporaryFolder } from './folders.ts';
import { ROOT } from './install.ts';
import type { Outcome } from './outcome.ts';
import { openWindow, type Profile, type Window } from './page.ts';
import type { Stage } from './runSuites.ts';
import type { Settings } from './server.ts';

/** The folder that receives screenshots. */
export const SCREENSHOTS = join(ROOT, 'artifacts', 'screenshots');

/** The looks that every feature is shown in: the theme's label, and the class by which the window shows its kind. */
const THEMES = {
  light: { label: 'Light Modern', kind: '.vs' },
  dark: { label: 'Dark Modern', kind: '.vs-dark' },
  contrast: { label: 'Dark High Contrast', kind: '.hc-black' },
  contrastLight: { label: 'Light High Contrast', kind: '.hc-light' },
} as const;

/** One of the looks. */
export type Theme = keyof typeof THEMES;

/** A ceiling for busy machines: what is waited for is an event, never this time. */
const WAIT_MS = 120_000;
/** Longer than a person waits for a box that was there to take what is typed. */
const TYPING_MS = 10_000;

const SETTLE_MS = 400;

/** What a `test/host/walks/*.walk.ts` file exports as `walk`; the packaged extension is installed already. */
export type Walk = (stage: Stage) => Promise<Outcome>;

/** What a person does, in order: each step by its name. */
export type Steps = Readonly<Record<string, () => Promise<void>>>;

/** What a picture can be taken of. */
export interface Scene {
  /** Saves what is in sight as `artifacts/screenshots/NAME.png` and returns the path. */
  screenshot(name: string): Promise<string>;
}

/** Takes the steps in order and prints them as mocha would; the first one that fails ends the walk, with a screenshot. */
export async function takeWalk(label: string, scene: Scene, steps: Steps): Promise<Outcome> {
  console.log(`\n  ${label}`);
  let passed = 0;
  for (const [name, step] of Object.entries(steps)) {
    const start = Date.now();
    try {
      await step();
      passed += 1;
      console.log(`      ✔ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      const picture = await scene.screenshot(`failed-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`);
      const text = stripVTControlCharacters(
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
      console.log(
        `      ✘ ${name} (see ${relative(ROOT, picture)})\n${text.replaceAll(/^/gm, '          ')}`,
      );
      return { passed, failures: [{ title: name, error: text }], data: new Map() };
    }
  }
  return { passed, failures: [], data: new Map() };
}

/** A person before a VS Code window. */
export class Person implements Scene {
  readonly window: Window;
  readonly page: Page;

  /** The copy of the workspace that is open. */
  readonly workspace: string;

  private readonly folder: TemporaryFolder;
  /** What screenshots of another size than the usual one are told by. */
  private readonly suffix: string;

  private constructor(window: Window, folder: TemporaryFolder, workspace: string, suffix: string) {
    this.suffix = suffix;
    this.window = window;
    this.page = window.page;
    this.folder = folder;
    this.workspace = workspace;
    this.page.setDefaultTimeout(WAIT_MS);
  }

  /**
   * Opens a copy of a workspace with the *installed* extensions (see `server.installVsix`) and waits until VS Code is ready.
   * @param stage one that was made for a `person`
   * @param browser the profile that this person left before, a new one by default; the display language, English by default
   */
  static async open(
    stage: Stage,
    workspace: string,
    settings: Settings = {},
    browser: { readonly profile?: Profile; readonly language?: string } = {},
  ): Promise<Person> {
    const folder = await temporaryFolder('walk');
    await stage.server.writeSettings(settings);
    const copy = await copyWorkspace(workspace, folder.path);
    const window = await openWindow(stage.browser, stage.server, {
      workspace: copy,
      ...(stage.size === undefined ? {} : { size: stage.size }),
      ...browser,
    });
    const person = new Person(window, folder, copy, stage.size === undefined ? '' : `-${stage.size.width}`);
    await person.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return person;
  }

  /** Presses keys in Playwright's spelling, such as `Control+Period`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Opens a file by name through quick open, at a line and column (1-based) if given. */
  async openFile(name: string, line?: number, column = 1): Promise<void> {
    await this.quickInputClosed();
    await this.press('Control+P');
    const box = await this.quickInput();
    await box.fill(name);
    // The chosen row, since the list of recent files stays for a moment.
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: name.split('/').at(-1) ?? name })
      .first()
      .waitFor();
    await this.press('Enter');
    const tab = this.page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name });
    await tab.waitFor();
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
    if (line !== undefined) await this.goTo(line, column);
  }

  /** Puts the cursor at a line and column of the open file (both 1-based). */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInputClosed();
    await this.press('Control+G');
    await (await this.quickInput()).fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command by its whole title (with its category) in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.quickInputClosed();
    await this.openPalette(title);
    await this.offer(title).click();
  }

  /** Opens the command palette and types; leaves it open, for a look at what is offered. */
  async openPalette(text: string): Promise<Locator> {
    await this.press('F1');
    const box = await this.quickInput();
    // What just opened may take the focus, and with it the palette: a person opens it again.
    const isTyped = await box.fill(`>${text}`, { timeout: TYPING_MS }).then(
      () => true,
      () => false,
    );
    return isTyped ? this.page.locator('.quick-input-list') : this.openPalette(text);
  }

  /** Rests the mouse on the first place of the visible code that shows a text, and returns the hover. */
  async hover(text: string): Promise<Locator> {
    const { x, y } = await this.placeOf(text);
    // Two moves: a pointer that was there already would not count as arriving.
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
    const hover = this.page.locator('.monaco-hover:visible').first();
    await hover.waitFor();
    return hover;
  }

  /** The squiggles on the screen, by severity. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.squiggly-${severity}`);
  }

  /** The document inside the webview in sight: a preview, the report. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
  }

  /** Chooses the color theme as a person does, and waits until the window shows it. The editor keeps its cursor. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, kind } = THEMES[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.page.getByPlaceholder(/^Select Color Theme/).fill(label);
    await this.offer(label).click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator(`.monaco-workbench${kind}`).waitFor();
  }

  /** Saves what is on the screen as `artifacts/screenshots/NAME.png` and returns the path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}${this.suffix}.png`);
    // Widgets slide and fold into place.
    await this.page.waitForTimeout(SETTLE_MS);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** The same screen in every look, as `NAME-light.png`, `NAME-dark.png`, `NAME-contrast.png`. */
  async screenshots(name: string): Promise<void> {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      await this.setTheme(theme);
      // The mouse chose the theme over a tab, whose tooltip would be in the picture.
      await this.page.mouse.move(800, 600);
      await this.screenshot(`${name}-${theme}`);
    }
  }

  /** Closes the window and removes its workspace. */
  async leave(): Promise<void> {
    await this.window.close();
    await this.folder.remove();
  }

  /** The row of the quick input with exactly this label. */
  private offer(label: string): Locator {
    const exact = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ has: exact }).first();
  }

  /** One that is just closing would swallow what is typed. */
  private async quickInputClosed(): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  private async quickInput(): Promise<Locator> {
    const box = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await box.waitFor();
    return box;
  }

  /** The middle of a text in the visible code, in page pixels. The text must lie within one syntax token. */
  private async placeOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const token = this.page.locator('.view-line > span > span', { hasText: text }).first();
    const box = await token.boundingBox();
    const shown = (await token.textContent())?.replaceAll('\u00a0', ' ') ?? '';
    const start = shown.indexOf(text);
    if (box === null || start < 0) throw new Error(`"${text}" is not in the visible code.`);
    const middle = (start + text.length / 2) / shown.length;
    return { x: box.x + box.width * middle, y: box.y + box.height / 2 };
  }
}
