// The command line options of a program, whose defaults fill parameters.
import type { Program } from '../syntax/program.ts';
import type { Evaluator } from './evaluate.ts';
import { type CallExpression, calledName, type Expression } from './expression.ts';
import { type Result, raise, UNKNOWN } from './result.ts';

/** The default of a command line option that fills a parameter (`@click.option("--model", default=…)`). */
export function optionDefault(evaluator: Evaluator, name: string): Result {
  const byDefault = evaluator.options.defaultOf(name);
  return byDefault === null ? UNKNOWN : raise(evaluator.evaluate(byDefault), 'default', true);
}

/** The command line options that a program declares. */
export class CommandLineOptions {
  private readonly program: Program;
  private declared: readonly CallExpression[] | null = null;

  constructor(program: Program) {
    this.program = program;
  }

  /** The default of the option that fills the parameter `name`; null where none has one. */
  defaultOf(name: string): Expression | null {
    const flag = `--${name.replaceAll('_', '-')}`;
    this.declared ??= this.program.calls.flatMap(({ node }) => {
      const call = this.program.lowering.expression(node);
      return call.kind === 'call' && /^(?:add_argument|option|argument)$/.test(calledName(call.callee))
        ? [call]
        : [];
    });
    for (const call of this.declared) {
      const named = call.args.some(
        ({ value }) =>
          value.kind === 'scalar' &&
          [flag, `--${name}`, name].includes(String(value.value).split(/[ =,]/)[0] ?? ''),
      );
      const byDefault = call.args.find((arg) => arg.name === 'default');
      if (named && byDefault !== undefined) return byDefault.value;
    }
    return null;
  }
}
