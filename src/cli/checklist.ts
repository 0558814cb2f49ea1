// `veo-audit checklist`: the seven questions before production, per route.

import { contractContext } from '../audit/contractAudit.ts';
import { checklistOf, openFindings } from '../checks/checklist/checklist.ts';
import { withOverrides } from '../contracts/overrides.ts';
import { CHECKLIST_FORMATS, countVerdicts } from '../report/checklist.ts';
import { placesIn } from '../report/placesIn.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT } from './context.ts';
import { readContractInputs } from './contractInputs.ts';
import { print } from './output.ts';
import { routesIn } from './routesIn.ts';
import { workspaceConfig } from './workspaceConfig.ts';

export const CHECKLIST_HELP = `Usage: veo-audit checklist [PATH…] [options]

Answers seven questions for each route under the paths (default: this folder) and each contract of veo-audit.yaml:
model ID, lifecycle, pricing unit, async job path, catalog row, fallback rule, usage proof. Each answer is pass, fail
or not shown, with its evidence and the day of it.

Options
  --format text|markdown|json  how to print (default text)
  --output FILE                print to a file
  --as-of YYYY-MM-DD           answer for this day (default: today)
  --config FILE                the configuration (default: veo-audit.yaml in this folder, if there is one)
  --fail-on fail|not-shown|never
                               exit with 1 on such an answer or a worse one (default fail)

Exit status: 0 no such answer, 1 there is one, 2 wrong usage or a broken configuration.

Examples
  veo-audit checklist --format markdown --output checklist.md
  veo-audit checklist src --fail-on never
`;

const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

/** Runs the command; the exit status. */
export async function checklistCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'checklist');
  const format = wordOption(values.format, '--format', ['text', 'markdown', 'json'] as const, 'text');
  const failOn = wordOption(values['fail-on'], '--fail-on', ['fail', 'not-shown', 'never'] as const, 'fail');
  const asOf = asOfOption(values['as-of'], context);
  const { workingFolder } = context;
  const configured = await workspaceConfig(workingFolder, values.config);
  const { config } = configured;
  const catalog = withOverrides(await context.catalog(), config);
  const [{ run }, inputs] = await Promise.all([
    routesIn(positionals, { config, catalog, asOf }, context),
    readContractInputs(workingFolder, configured),
  ]);
  const complete = positionals.length === 0;
  const checklist = checklistOf(
    contractContext(run.audits, { catalog, asOf }, { ...inputs, complete }),
    openFindings(run.audits),
  );
  print('checklist', CHECKLIST_FORMATS[format](checklist, placesIn(run.audits)), values.output, context);
  const counts = countVerdicts(checklist);
  const counted = { never: 0, fail: counts.fail, 'not-shown': counts.fail + counts['not shown'] }[failOn];
  return counted > 0 ? EXIT.findings : EXIT.ok;
}
