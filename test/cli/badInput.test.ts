// Wrong usage: exit status 2, one sentence on standard error, nothing on standard output, no stack trace.
import assert from 'node:assert/strict';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';

const CASES: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['audit', 'no/such/path'], /no file or folder "no\/such\/path"/],
  [['audit', 'a.py', 'nowhere'], /"nowhere"/],
  [['audit', '--format', 'xml'], /--format .*json.*"xml"/],
  [['audit', '--format', 'toString'], /--format .*"toString"/],
  [['audit', '--format'], /^veo-audit: --format needs a value\. See/],
  [
    ['audit', '--config', '--quiet'],
    /--config needs a value; one that begins with a dash is written --config=VALUE/,
  ],
  [['audit', '--within', '-3'], /--within needs a number from 0 to 3650, not "-3"/],
  [
    ['estimate', '--model', 'veo-3.1-generate-001', '--seconds', '-1'],
    /--seconds needs a number above 0, not "-1"/,
  ],
  [['audit', '--as-of', 'tomorrow'], /--as-of .*YYYY-MM-DD.*"tomorrow"/],
  [['audit', '--as-of', '2026-02-30'], /"2026-02-30"/],
  [['audit', '--as-of', '2026-2-3'], /"2026-2-3"/],
  [['audit', '--as-of='], /--as-of/],
  [['audit', '--fail-on', 'fatal'], /--fail-on .*warning.*"fatal"/],
  [['audit', '--fxi'], /no option --fxi; did you mean --fix\?/],
  [['audit', '--nonsense'], /no option --nonsense/],
  [['audit', '-x'], /no option -x/],
  [['audit', '--fix=yes'], /--fix takes no value/],
  [['audit', '--output', 'no/such/folder/report.txt'], /no\/such\/folder\/report\.txt/],
  [['audit', '--output', '.'], /\./],
  [['audit', '--config', 'missing.yaml'], /missing\.yaml/],
  [['adit'], /no command "adit"; did you mean "audit"\?/],
  [['toString'], /no command "toString"/],
  [['--nonsense'], /--nonsense/],
  [['explain'], /model ID/],
  [['explain', 'veo-3.1-generate-001', 'veo-3.0-generate-001'], /one model ID/],
  [
    ['explain', 'veo-3.1-generate-001', '--surface', 'mars'],
    /--surface knows no "mars"; name gemini-api, .{0,60}\n$/,
  ],
  [['explain', 'veo-3.1-generate-001', '--surface', 'vertex'], /"vertex"; did you mean vertex-ai\?/],
  [['explain', 'veo-3.1-generate-001', '--surface', 'openruter'], /"openruter"; did you mean openrouter\?/],
  [['explain', 'veo-3.1-generate-001', '--as-of', 'x'], /--as-of/],
  [['explain', 'veo-3.1-generate-002'], /no model "veo-3.1-generate-002"; did you mean veo-3.1-generate-001/],
  [['explain', 'foo'], /no model "foo"; see veo-audit catalog list\./],
  [['estimate', '--model', 'foo'], /no model "foo"; see veo-audit catalog list\./],
  [['catalog'], /list, check or refresh/],
  [['catalog', 'nonsense'], /"nonsense"/],
  [['catalog', 'list', '--format', 'xml'], /--format .*"xml"/],
  [['catalog', 'list', '--as-of', '2026-13-01'], /"2026-13-01"/],
];

describe('wrong usage', function () {
  this.timeout(60_000);
  before(buildBundle);

  for (const [args, says] of CASES) {
    it(`veo-audit ${args.join(' ')}`, async () => {
      await withFolder({ 'a.py': 'm = "veo-3.0-generate-001"\n' }, (folder) => {
        const { status, stdout, stderr } = veoAudit(folder, ...args);
        assert.equal(stdout, '');
        assert.match(stderr, says);
        assert.match(stderr, /^veo-audit: .+\n$/, 'not one line');
        assert.doesNotMatch(stderr, /\n\s+at |Error:|fault of the program/);
        assert.equal(status, 2);
      });
    });
  }
});
