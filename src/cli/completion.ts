// `veo-audit completion`: a script by which a shell completes commands, options and files.
import { parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const COMPLETION_HELP = `Usage: veo-audit completion ${SHELLS.join('|')}

Prints a script by which a shell completes commands, options and files.

  bash  veo-audit completion bash > ~/.local/share/bash-completion/completions/veo-audit
  zsh   veo-audit completion zsh > "\${fpath[1]}/_veo-audit"
  fish  veo-audit completion fish > ~/.config/fish/completions/veo-audit.fish
`;

/** A command and its options as its help names them, with their dashes. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

/** The commands of this program by name, as the table of commands has them. */
export type CommandHelps = Readonly<
  Record<string, { readonly summary: string; readonly help: () => Promise<string> }>
>;

/** Runs the command; the exit status. */
export async function completionCommand(
  args: readonly string[],
  commands: CommandHelps,
  context: CliContext,
): Promise<number> {
  const [shell, ...others] = parseOptions(args, {}, 'completion').positionals;
  if (shell === undefined || others.length > 0)
    throw new UsageError(`completion needs one shell: ${SHELLS.join(', ')}.`);
  const script = SCRIPTS[wordOption(shell, 'completion', SHELLS, 'bash')];
  context.stdout(script(await completedOf(commands)));
  return EXIT.ok;
}

const completedOf = (commands: CommandHelps): Promise<readonly Completed[]> =>
  Promise.all(
    Object.entries(commands).map(async ([name, { summary, help }]) => {
      const named = (await help()).match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
      return { name, summary, options: [...new Set([...named, '--help'])].toSorted() };
    }),
  );

const names = (commands: readonly Completed[]): string => commands.map(({ name }) => name).join(' ');

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) options="${options.join(' ')}" ;;`);
  return `_veo_audit() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names(commands)} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=() ;;
  esac
}
complete -o default -F _veo_audit veo-audit
`;
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')} ;;`);
  return `#compdef veo-audit
_veo_audit() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if [[ "$words[CURRENT]" != -* ]]; then
    _files
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
_veo_audit "$@"
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c veo-audit -f -n __fish_use_subcommand -a ${name} -d '${quoted(summary)}'`,
    ...options.map(
      (option) => `complete -c veo-audit -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Summaries stand in single quotes, where a colon would end a word of zsh. */
const quoted = (text: string): string => text.replaceAll("'", '’').replaceAll(':', ' –');

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: readonly Completed[]) => string>> = {
  bash,
  zsh,
  fish,
};
