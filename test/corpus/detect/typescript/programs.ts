export const program = { name: 'veo3', bin: 'dist/cli.js' };
export const argv = ['veo3', '--help'];
declare function spawn(command: string, args: readonly string[]): void;
spawn('veo3', ['--version']);
spawn('xcodebuild', ['-scheme', 'veo3', '-target', 'veo2']);
