// Shell scripts.
import type { SyntaxTable } from '../table.ts';

export const BASH: SyntaxTable = {
  rules: {
    variable_name: { as: 'name' },
    word: { as: 'string', raw: true },
    string: { as: 'string' },
    raw_string: { as: 'string', raw: true },
    ansi_c_string: { as: 'string' },
    heredoc_body: { as: 'string', raw: true },
    concatenation: { as: 'joined' },
    number: { as: 'number' },
    expansion: { as: 'expansion' },
    simple_expansion: { as: 'expansion' },
    command: { as: 'command', name: 'name', args: '.' },
    command_substitution: { as: 'substitution' },
    for_statement: { as: 'each', target: 'variable', value: 'value' },
    variable_assignment: { as: 'assign', target: 'name', value: 'value' },
    function_definition: { as: 'function', name: 'name', params: 'parameters', body: 'body' },
  },
  blocks: ['program'],
  branches: ['if_statement', 'elif_clause', 'else_clause', 'case_item', 'while_statement', 'for_statement'],
  loops: ['while_statement', 'for_statement'],
  self: [],
  assignmentDeclares: false,
  bareFields: false,
  joins: [],
  holes: ['expansion', 'simple_expansion', 'command_substitution'],
};
