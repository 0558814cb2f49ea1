// The few fields of Node's `process` that npm's `assert` asks for, in suites bundled for the web extension host.

/** Takes the place of the global `process`. */
export const process = {
  env: {},
  platform: 'browser',
  stderr: { isTTY: false },
  emitWarning: (): void => {},
};
