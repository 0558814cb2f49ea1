// The client that a method is called on, without the namespaces in between.
import type { Expression } from '../values/expression.ts';

/** The client of `client.aio.models.generate_videos`. */
export function clientOf(callee: Extract<Expression, { kind: 'member' }>): Expression {
  let at: Expression = callee.object;
  while (
    at.kind === 'member' &&
    /^(?:models|Models|interactions|Interactions|aio|chat|completions|videos?|generations|predictions|beta|queue|with_raw_response|image_to_video|text_to_video|imageToVideo|textToVideo)$/.test(
      at.name,
    )
  )
    at = at.object;
  return at;
}
