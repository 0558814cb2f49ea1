// The video of an interaction, as the SDK's own class has it.
import type { Waiting } from '../use.ts';

export interface VideoWaiting extends Waiting {
  /** The name that the operation's answer is kept under: `result = operation.result`; null where there is none. */
  readonly answer: string | null;
  /** What the SDK's class is called here. */
  readonly videoClass: string;
}

/** The video at its address. */
export const made = ({ videoClass, name }: VideoWaiting): string =>
  `${videoClass}(uri=${name}.output_video.uri)`;
