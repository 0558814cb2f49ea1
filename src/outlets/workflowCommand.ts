// Text that others wrote, as parts of a command in the log of a GitHub workflow.

/** A text as the message of a command. It ends at a line break; a percent sign begins an escape. */
export const commandData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A text as the value of a property. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
