// One question at a time: an answer belongs to the question that is on the screen, and to no other request.

/** Asks like `ask`, the next question only when the one before was answered. None is asked after the signal. */
export function oneAtATime<Question>(
  ask: (question: Question) => Promise<boolean>,
  signal: AbortSignal,
): (question: Question) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = last.then(() => !signal.aborted && ask(question));
    last = answer.catch(() => undefined);
    return answer;
  };
}
