// Texts that try to be more than text, for the tests of whatever prints.
export const ESCAPES = '\u001b[2K\u001b[1G$0.01\u009b0m\u202e';
export const HOSTILE =
  `${ESCAPES}\n::warning file=x::y\r\n# Heading\n![p](https://evil.test/p.png) <img src=x> ` +
  '[run](command:veoAudit.explain) | cell ##vso[task.x]';
